"""Key to the next slide on screen: both apps open at once, a key each in turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import Terminal

RIGHT = b"\x1b[C"


def measure(folder: Path, presses: int = 200) -> Iterator[Figure]:
    for kind, deck in (("plain", decks.plain), ("mixed", decks.mixed)):
        times = _turns(folder, deck(folder, presses + 1), presses)
        usual = {name: median(values) for name, values in times.items()}
        worst = {name: max(values) for name, values in times.items()}
        detail = f"{usual['presenter']:.2f} ms; minimal {usual['minimal']:.2f} ms"
        yield Figure(
            f"key, {kind} slides, median : minimal app",
            usual["presenter"] / usual["minimal"],
            2,
            detail=detail,
        )
        yield Figure(
            f"key, {kind} slides, worst of {presses}",
            worst["presenter"],
            16,
            "ms",
            f"minimal {worst['minimal']:.1f} ms",
        )


def _turns(folder: Path, deck: Path, presses: int) -> dict[str, list[float]]:
    """Milliseconds from each key to its slide, of both apps."""
    environment = setup.environment(folder)
    ours = Terminal(setup.presenter(deck), environment)
    theirs = Terminal(setup.minimal(decks.minimal(folder, presses + 1)), environment)
    times: dict[str, list[float]] = {"presenter": [], "minimal": []}
    with ours, theirs:
        for terminal in (ours, theirs):
            terminal.until(decks.title(0))
            terminal.settle(0.5)
        for number in range(1, presses + 1):
            for name, terminal in (("presenter", ours), ("minimal", theirs)):
                pressed = terminal.send(RIGHT)
                times[name].append((terminal.until(decks.title(number)) - pressed) * 1000)
                terminal.settle()
    return times
