"""Slides as pictures in a pseudo-terminal that says it is kitty: when they are shown, and memory.

A picture is shown when the frame that places it has been written whole.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import ClassVar, NamedTuple

from benchmarks import ROOT, decks
from benchmarks.report import Figure
from benchmarks.terminal import FRAME_ENDS, Terminal, environment_in, presenter
from benchmarks.terminal import minimal as minimal_app

_RIGHT, _ENTER = b"\x1b[C", b"\r"
_CELL = (12, 25)
_PLACED = re.compile(rb"\x1b_Ga=p,i=(\d+)")
_BEHIND = 150
"""Milliseconds that a picture may come after the cells of its slide."""
_FRAME = 16
_MOST_MB = 80
"""That pictures may take above cells."""
_MOST_RUNS = 5
"""Starts of each kind; there are four."""
_PATIENCE = 30.0
"""Seconds for a slide while several programs are at work."""


class Kitty(Terminal):
    """Presents a deck in pictures, and sees which of them are placed."""

    answers: ClassVar[dict[bytes, bytes]] = {
        **Terminal.answers,
        b"\x1b_Gi=31": b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[c": b"\x1b[?62;c",
    }

    def __init__(self, deck: Path, environment: Mapping[str, str], *options: str) -> None:
        command = presenter(deck, "--no-animation", *options)
        super().__init__(command, {**environment, "TERM": "xterm-kitty"}, _CELL)
        self.shown = b""
        """The number of the picture that was placed last."""

    def picture(self, timeout: float = 10.0) -> float:
        """When the frame with another picture than the last one was complete, since `send`.

        Raises TimeoutError after `timeout` seconds, or when the program ends before.
        """
        end = perf_counter() + timeout
        while not self._has_another():
            if not self._read(end - perf_counter()):
                raise TimeoutError(f"no other picture was shown; the last output: {self._tail()}")
        return perf_counter()

    def _has_another(self) -> bool:
        for match in _PLACED.finditer(self._output):
            whole = FRAME_ENDS.encode() in self._output[match.end() :]
            if match[1] != self.shown and whole:
                self.shown = match[1]
                return True
        return False


def pictures(folder: Path, runs: int) -> Iterator[Figure]:
    """All of them, beside cells."""
    yield from _first(folder, min(runs, _MOST_RUNS))
    yield from _ahead(folder)
    yield from _jumps(folder)
    yield from _edits(folder)
    yield from _memory(folder)


class _Start(NamedTuple):
    """Milliseconds from the launch to the first frame and to the picture, and its own work."""

    frame: float
    picture: float
    worked: float


def _first(folder: Path, runs: int) -> Iterator[Figure]:
    """The first picture beside the first cells: cache empty, with fonts, and with the picture."""
    deck = ROOT / "slides.yaml"
    environment = environment_in(folder)
    cache = folder / "cache"
    environment["XDG_CACHE_HOME"] = str(cache)
    starts: dict[str, list[_Start]] = {"cells": [], "empty": [], "cold": [], "kept": []}
    for run in range(-1, runs):  # the first round only warms the caches
        for name, values in starts.items():
            if name == "empty":
                shutil.rmtree(cache, ignore_errors=True)
            if name == "cold":
                shutil.rmtree(cache / "presenter" / "first-pictures", ignore_errors=True)
            mode = "cells" if name == "cells" else "pictures"
            with Kitty(deck, environment, "--render", mode) as terminal:
                frame = terminal.until(FRAME_ENDS)
                shown = frame if mode == "cells" else terminal.picture()
                worked = terminal.spent().whole
                terminal.settle(1.0 if name == "empty" else 0.3)  # it keeps fonts at its rest
            if run >= 0:
                at_frame, at_picture = ((each - terminal.started) * 1000 for each in (frame, shown))
                values.append(_Start(at_frame, at_picture, worked))
    cells = _Start(*map(median, zip(*starts["cells"], strict=True)))
    for name, text, budget in (
        ("empty", "first start of all", _BEHIND),
        ("cold", "deck not seen before", _BEHIND),
        ("kept", "from the cache", _FRAME),
    ):
        ours = starts[name]
        # One that was kept is in the first frame itself.
        before = starts["cells"] if name == "kept" else ours
        behind = median(one.picture - other.frame for one, other in zip(ours, before, strict=True))
        took = _Start(*map(median, zip(*ours, strict=True)))
        detail = (
            f"{took.picture:.0f} ms after launch, cells {cells.frame:.0f}; "
            f"at work {took.worked:.0f}, cells {cells.worked:.0f}"
        )
        yield Figure(f"first picture behind cells, {text}", behind, budget, "ms", detail)


class _Press(NamedTuple):
    """Milliseconds from a key to its frame: by the clock, and of the interface's own work."""

    wall: float
    worked: float


def _ahead(folder: Path, presses: int = 100) -> Iterator[Figure]:
    """Key to the next slide's picture, at a speaker's pace and at ten keys a second."""
    deck, _ = decks.every_kind(folder, presses)
    environment = environment_in(folder)
    minimal = decks.minimal(folder, presses + 1)
    for name, rest in (("a speaker's pace", 0.3), ("ten keys a second", 0.1)):
        keys: dict[str, list[_Press]] = {"pictures": [], "cells": [], "minimal": []}
        with (
            Kitty(deck, environment, "--render", "pictures") as ours,
            Kitty(deck, environment, "--render", "cells") as cells,
            Terminal(minimal_app(minimal), environment) as theirs,
        ):
            ours.picture()
            for each in (ours, cells, theirs):
                each.settle(1.0)
            for number in range(1, presses + 1):
                keys["pictures"].append(_press(ours, ours.picture))
                shows = partial(cells.frame, decks.title(number))
                keys["cells"].append(_press(cells, shows))
                shows = partial(theirs.frame, decks.title(number))
                keys["minimal"].append(_press(theirs, shows))
                ours.settle(rest)
        yield from _figures(f"key to picture, {name}", keys)


def _press(terminal: Terminal, shown: Callable[[], float]) -> _Press:
    """The next slide, until it is `shown`."""
    before = terminal.spent().interface
    pressed = terminal.send(_RIGHT)
    took = (shown() - pressed) * 1000
    return _Press(took, terminal.spent().interface - before)


def _figures(what: str, keys: Mapping[str, Sequence[_Press]]) -> Iterator[Figure]:
    usual = {name: median(key.wall for key in each) for name, each in keys.items()}
    worked = {name: median(key.worked for key in each) for name, each in keys.items()}
    others = f"cells {usual['cells']:.2f} ms, minimal {usual['minimal']:.2f}"
    detail = f"{usual['pictures']:.2f} ms; {others}"
    ratio = usual["pictures"] / usual["minimal"]
    yield Figure(f"{what}, median : minimal app", ratio, 1, detail=detail)
    if all(worked.values()):
        others = f"cells {worked['cells']:.2f} ms, minimal {worked['minimal']:.2f}"
        detail = f"{worked['pictures']:.2f} ms; {others}"
        ratio = worked["pictures"] / worked["minimal"]
        yield Figure(f"{what}, its own work : minimal app", ratio, 1, detail=detail)
    worst = {name: max(key.wall for key in each) for name, each in keys.items()}
    over = {name: sum(key.wall > _FRAME for key in each) for name, each in keys.items()}
    detail = (
        f"{over['pictures']} above {_FRAME} ms; cells {worst['cells']:.1f} ms, "
        f"{over['cells']} above, minimal {worst['minimal']:.1f} ms, {over['minimal']} above"
    )
    count = len(keys["pictures"])
    yield Figure(f"{what}, worst of {count}", worst["pictures"], _FRAME, "ms", detail)


def _jumps(folder: Path, count: int = 20) -> Iterator[Figure]:
    """Far away in a long deck, where nothing is drawn yet; and in a short one, where all is."""
    for what, slides in (("not yet drawn", 1_000), ("drawn", 33)):
        deck = decks.mixed(folder, slides)
        with Kitty(deck, environment_in(folder), "--render", "pictures") as terminal:
            terminal.picture()
            terminal.settle(2.0)
            times = []
            at = 0
            for _ in range(count):
                at = Random(at + count).choice([n for n in range(slides) if abs(n - at) > 12])
                for digit in str(at + 1):
                    terminal.send(digit.encode())
                    terminal.settle(0.03)
                pressed = terminal.send(_ENTER)
                times.append((terminal.picture() - pressed) * 1000)
                terminal.settle(0.2)
        detail = f"worst of {len(times)}: {max(times):.0f} ms"
        yield Figure(f"jump to a picture {what}, median", median(times), _BEHIND, "ms", detail)


def _edits(folder: Path, edits: int = 10) -> Iterator[Figure]:
    """An edit saved while presenting, to the picture of it."""
    place = folder / "edited as picture"
    place.mkdir()
    deck = decks.plain(place, 7)
    original = deck.read_text(encoding="utf-8")
    times = []
    with Kitty(deck, environment_in(folder), "--render", "pictures") as terminal:
        terminal.picture()
        terminal.settle(1.0)  # the watching starts after the first slide
        for number in range(edits):
            draft = place / "draft"
            title = decks.title(0, f"edition {number}")
            draft.write_text(original.replace(decks.title(0), title), encoding="utf-8")
            terminal.send(b"")
            saved = perf_counter()
            draft.replace(deck)
            times.append((terminal.picture() - saved) * 1000)
            terminal.settle(0.2)
    detail = f"worst of {edits}: {max(times):.0f} ms"
    yield Figure("edit saved to picture, median", median(times), 250, "ms", detail)


def _memory(folder: Path) -> Iterator[Figure]:
    """The peak after a walk through all slides, above that of the same walk in cells.

    The walks go on side by side: memory does not depend on how long they take.
    """
    walks = [(slides, mode) for slides in (33, 1_000) for mode in ("cells", "pictures")]
    files = {slides: decks.mixed(folder, slides) for slides, _ in walks}
    environment = environment_in(folder)
    with ThreadPoolExecutor(len(walks)) as pool:
        found = pool.map(lambda walk: _peak(files[walk[0]], environment, *walk), walks)
        peaks = dict(zip(walks, found, strict=True))
    for slides in files:
        ours, theirs = peaks[slides, "pictures"], peaks[slides, "cells"]
        what = f"memory, {slides:,} slides as pictures above cells"
        detail = f"{ours:.0f} MB, cells {theirs:.0f}"
        yield Figure(what, ours - theirs, _MOST_MB, "MB", detail)


def _peak(deck: Path, environment: Mapping[str, str], slides: int, mode: str) -> float:
    """MB that a talk has taken that went through all slides."""
    with Kitty(deck, environment, "--render", mode) as terminal:
        terminal.until(FRAME_ENDS, _PATIENCE)
        terminal.settle(1.0)
        for number in range(1, slides):
            terminal.send(_RIGHT)
            if mode == "cells":
                terminal.frame(decks.title(number), _PATIENCE)
            else:
                terminal.picture(_PATIENCE)
    return terminal.peak
