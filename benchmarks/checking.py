"""``presenter check`` at three sizes: how long 1,000 slides take, and whether twice takes twice.

The best of the runs counts: nothing waits for a terminal here, so all else is other programs.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks import decks, setup
from benchmarks.report import Figure

SIZES = ("80x24", "120x40", "200x60")


def measure(folder: Path, runs: int) -> Iterator[Figure]:
    options = [part for size in SIZES for part in ("--size", size)]
    environment = setup.environment(folder)
    times: dict[int, list[float]] = {500: [], 1_000: [], 2_000: []}
    for run in range(-1, runs):
        for slides, values in times.items():
            command = setup.presenter("check", decks.plain(folder, slides), *options)
            start = perf_counter()
            done = subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
            if done.returncode:
                yield Figure("check, 1,000 slides at three sizes", None, 1, "s", "it failed")
                return
            if run >= 0:
                values.append(perf_counter() - start)
    took = {slides: min(values) for slides, values in times.items()}
    detail = ", ".join(f"{slides}: {seconds:.2f} s" for slides, seconds in took.items())
    yield Figure("check, 1,000 slides at three sizes", took[1_000], 1, "s", detail)
    yield Figure("check, 2,000 : 1,000 slides", took[2_000] / took[1_000], 2.2)
