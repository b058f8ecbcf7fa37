"""Launch to first slide, and peak memory: the same starts, taken in turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import Terminal

BUNDLED_TITLE = "后勤工作的重要性"


def measure(folder: Path, runs: int) -> Iterator[Figure]:
    first = decks.title(0)
    candidates = {
        "minimal": (setup.minimal(decks.minimal(folder, 7)), first),
        "7": (setup.presenter(decks.plain(folder, 7)), first),
        "bundled": (setup.presenter(setup.ROOT / "slides.yaml"), BUNDLED_TITLE),
        "1000": (setup.presenter(decks.plain(folder, 1_000)), first),
        "10000": (setup.presenter(decks.plain(folder, 10_000)), first),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    peaks: dict[str, list[float]] = {name: [] for name in candidates}
    environment = setup.environment(folder)
    for run in range(-1, runs):  # the first round only warms the caches
        for name, (command, text) in candidates.items():
            with Terminal(command, environment) as terminal:
                shown = terminal.until(text) - terminal.started
                terminal.settle(0.1)
            if run >= 0:
                times[name].append(shown * 1000)
                peaks[name].append(terminal.peak)
    took = {name: median(values) for name, values in times.items()}
    peak = {name: median(values) for name, values in peaks.items()}

    def ratio(what: str, name: str, base: str, budget: float) -> Figure:
        # Within each round, as the machine may be busier in one than in another.
        rounds = [ours / theirs for ours, theirs in zip(times[name], times[base], strict=True)]
        detail = f"{took[name]:.0f} ms; {base} {took[base]:.0f} ms"
        return Figure(what, median(rounds), budget, detail=detail)

    yield ratio("launch, 7 plain slides : minimal app", "7", "minimal", 1.25)
    yield ratio("launch, bundled deck : minimal app", "bundled", "minimal", 1.4)
    yield ratio("launch, 1,000 slides : 7 slides", "1000", "7", 1.5)
    yield ratio("launch, 10,000 slides : 7 slides", "10000", "7", 4)
    memory = f"{peak['7']:.0f} MB; minimal {peak['minimal']:.0f}, 10,000 slides {peak['10000']:.0f}"
    yield Figure("memory, 7 slides : minimal app", peak["7"] / peak["minimal"], 1.5, detail=memory)
