"""An edit saved while presenting, to the slide shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import Terminal


def measure(folder: Path, edits: int = 20) -> Iterator[Figure]:
    place = folder / "edited"
    place.mkdir()
    deck = decks.plain(place, 7)
    original = deck.read_text(encoding="utf-8")
    times: list[float] = []
    with Terminal(setup.presenter(deck), setup.environment(folder)) as terminal:
        terminal.until(decks.title(0))
        terminal.settle(1.0)  # the watching starts after the first slide
        for number in range(edits):
            title = decks.title(0, f"edition {number}")
            draft = place / "draft"
            draft.write_text(original.replace(decks.title(0), title), encoding="utf-8")
            terminal.send(b"")
            saved = perf_counter()
            draft.replace(deck)
            try:
                times.append((terminal.until(title, 3) - saved) * 1000)
            except TimeoutError:
                yield Figure("edit saved to slide shown, median", None, 100, "ms", "not shown")
                return
            terminal.settle(0.3)
    yield Figure("edit saved to slide shown, median", median(times), 100, "ms")
    yield Figure(f"edit saved to slide shown, worst of {edits}", max(times), 100, "ms")
