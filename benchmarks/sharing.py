"""The stage's keys while many viewers follow the talk in their browsers, over loopback."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import Terminal

RIGHT = b"\x1b[C"


def measure(folder: Path, presses: int = 100, count: int = 500) -> Iterator[Figure]:
    deck = decks.plain(folder, 2 * presses + 1)
    environment = setup.environment(folder) | {"LANG": "C.UTF-8", "LC_ALL": ""}
    share = setup.presenter("share", deck, "--port", "0")
    pipe = subprocess.PIPE
    with (
        Terminal(setup.presenter(deck), environment) as stage,
        subprocess.Popen(share, env=environment, stdout=pipe, text=True) as server,
    ):
        try:
            stage.until(decks.title(0))
            stage.settle(0.5)
            alone = _keys(stage, 0, presses)
            follow = [sys.executable, "-m", "benchmarks.viewers", str(_port(server)), str(count)]
            viewers = subprocess.Popen(follow, cwd=setup.ROOT, stdin=pipe, stdout=pipe, text=True)
            try:
                assert viewers.stdout is not None
                viewers.stdout.readline()
                stage.settle(0.5)
                among = _keys(stage, presses, presses)
                stage.settle(0.5)
                told = float(viewers.communicate("\n", timeout=20)[0]) / presses
            finally:
                viewers.kill()
                viewers.wait()
        finally:
            server.terminate()
    detail = f"{median(among):.2f} ms; without {median(alone):.2f} ms; {told:.0%} of slides told"
    ratio = median(among) / median(alone)
    yield Figure(f"key with {count} viewers, median : without", ratio, 2, "×", detail)
    worst = f"without viewers {max(alone):.1f} ms"
    yield Figure(f"key with {count} viewers, worst of {presses}", max(among), 16, "ms", worst)


def _keys(stage: Terminal, first: int, presses: int) -> list[float]:
    """Milliseconds from each key to its slide."""
    times = []
    for number in range(first + 1, first + presses + 1):
        pressed = stage.send(RIGHT)
        times.append((stage.until(decks.title(number)) - pressed) * 1000)
        stage.settle()
    return times


def _port(server: subprocess.Popen[str]) -> int:
    """Where the server says that it listens."""
    assert server.stdout is not None
    for line in server.stdout:
        if "http://127.0.0.1:" in line:
            return int(line.rpartition(":")[2].strip().strip("/"))
    raise RuntimeError("the server ended")
