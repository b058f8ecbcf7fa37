"""Keys in the overview and in the search, in a deck of 1,000 slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks import decks, setup
from benchmarks.report import Figure
from benchmarks.terminal import FRAME_ENDS, Terminal

_SLIDES = 1000
_RIGHT, _DOWN, _PAGE, _END, _HOME = b"\x1b[C", b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\x1b[H"

_OVERVIEW = (*(_RIGHT, _DOWN, _PAGE) * 20, _END, _HOME, *(b"1", b"2", b"\x7f", b"\x7f") * 5)
_SEARCH = (*(*map(str.encode, "后勤越"), _DOWN, _PAGE, _PAGE, _DOWN, *(b"\x7f",) * 3) * 6,)


def measure(folder: Path) -> Iterator[Figure]:
    deck = decks.mixed(folder, _SLIDES)
    for name, key, keys in (("overview", b"o", _OVERVIEW), ("search", b"/", _SEARCH)):
        with Terminal(setup.presenter(deck), setup.environment(folder)) as terminal:
            terminal.until(decks.title(0))
            terminal.settle(0.5)
            times = _times(terminal, (key, *keys))
            terminal.send(b"\x1b")
            terminal.settle(0.2)
        yield Figure(
            f"{name}, {_SLIDES} slides, worst of {len(times)} keys",
            max(times),
            16,
            "ms",
            f"median {median(times):.1f} ms; opening {times[0]:.1f} ms",
        )


def _times(terminal: Terminal, keys: Sequence[bytes]) -> list[float]:
    """Milliseconds from each key to the end of the frame that it makes."""
    times = []
    for key in keys:
        pressed = terminal.send(key)
        times.append((terminal.until(FRAME_ENDS) - pressed) * 1000)
        terminal.settle(0.05)
    return times
