"""Key to the next slide on screen: both apps open at once, a key each in turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from benchmarks import decks
from benchmarks.report import Figure
from benchmarks.terminal import Terminal, environment_in, presenter
from benchmarks.terminal import minimal as minimal_app

RIGHT, ENTER = b"\x1b[C", b"\r"

_SPEAKER, _QUICK = 0.3, 0.03
"""Seconds of rest before a key: at least as long as a speaker's, and about a held key's."""


_FRAME = 16
"""Milliseconds that any key may take."""


class _Pair(NamedTuple):
    ours: Terminal
    minimal: Terminal


def keys(folder: Path, _: int, presses: int = 200) -> Iterator[Figure]:
    """Plain and mixed slides."""
    for kind, deck in (("plain", decks.plain), ("mixed", decks.mixed)):
        path = deck(folder, presses + 1)
        with _pair(folder, path, presses) as pair:
            times = [_next(pair, number, _QUICK) for number in range(1, presses + 1)]
        yield from _figures(f"key, {kind} slides", times)


def kinds(folder: Path, _: int, presses: int = 200) -> Iterator[Figure]:
    """Every kind of block, each slide shown for the first time."""
    path, order = decks.every_kind(folder, presses)
    numbers = range(1, len(order))
    for name, rest in (("speaker's pace", _SPEAKER), ("quick keys", _QUICK)):
        with _pair(folder, path, len(numbers)) as pair:
            times = [_next(pair, number, rest) for number in numbers]
        yield from _figures(f"key, any block, {name}", times)
        yield from _by_kind(name, times, order[1:])
    jumps = Random(4).sample(numbers, len(numbers))
    with _pair(folder, path, len(numbers)) as pair:
        times = [
            (_jump(pair.ours, number), _press(pair.minimal, RIGHT, decks.title(count)))
            for count, number in enumerate(jumps, 1)
        ]
    yield from _figures("key, any block, jumps", times)
    yield from _by_kind("jumps", times, [order[number] for number in jumps])


@contextmanager
def _pair(folder: Path, deck: Path, presses: int) -> Iterator[_Pair]:
    """Both apps at their first slides."""
    environment = environment_in(folder)
    minimal = decks.minimal(folder, presses + 1)
    with (
        Terminal(presenter(deck), environment) as ours,
        Terminal(minimal_app(minimal), environment) as theirs,
    ):
        for terminal in (ours, theirs):
            terminal.begun()
            terminal.settle(1.0)
        yield _Pair(ours, theirs)


def _next(pair: _Pair, number: int, rest: float) -> tuple[float, float]:
    """Milliseconds to slide `number` from the one before it, of each app."""
    title = decks.title(number)
    times = _press(pair.ours, RIGHT, title), _press(pair.minimal, RIGHT, title)
    pair.ours.settle(rest)
    return times


def _jump(terminal: Terminal, number: int) -> float:
    for digit in str(number + 1):
        terminal.send(digit.encode())
        terminal.settle(_QUICK)
    took = _press(terminal, ENTER, decks.title(number))
    terminal.settle(0.1)
    return took


def _press(terminal: Terminal, key: bytes, text: str) -> float:
    """Milliseconds from the key to the end of the frame that shows `text`."""
    pressed = terminal.send(key)
    return (terminal.frame(text) - pressed) * 1000


def _figures(what: str, times: Sequence[tuple[float, float]]) -> Iterator[Figure]:
    ours, minimal = ([pair[app] for pair in times] for app in (0, 1))
    usual, least = median(ours), median(minimal)
    detail = f"{usual:.2f} ms; minimal {least:.2f} ms"
    yield Figure(f"{what}, median : minimal app", usual / least, 1, detail=detail)
    over, theirs = (sum(each > _FRAME for each in values) for values in (ours, minimal))
    detail = f"minimal {max(minimal):.1f} ms; {over} above {_FRAME} ms, minimal {theirs}"
    yield Figure(f"{what}, worst of {len(ours)}", max(ours), _FRAME, "ms", detail)


def _by_kind(
    name: str, times: Sequence[tuple[float, float]], order: Sequence[str]
) -> Iterator[Figure]:
    """The worst of each kind of block, and its median."""
    found: dict[str, list[float]] = defaultdict(list)
    for kind, (ours, _) in zip(order, times, strict=True):
        found[kind].append(ours)
    for kind in decks.KINDS:
        values = found[kind]
        detail = f"median {median(values):.1f} ms"
        yield Figure(f"  {kind}, {name}, worst of {len(values)}", max(values), _FRAME, "ms", detail)
