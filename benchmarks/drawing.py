"""Slides as pictures, without a terminal: how long they take to draw, and how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks import ROOT
from benchmarks.report import Figure
from presenter.deck import Deck, load_deck
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.screen.surfaces.kitty import sent
from presenter.screen.surfaces.sixels import Encoder
from presenter.typeset.themes import OURS

_SIZES = {(1232, 759): 50, (1920, 1080): 75, (3840, 2160): 150}
"""In pixels, and the milliseconds of work that a slide may take to be drawn, by the median."""

_MOST_KB = 150
"""Of a slide, by any protocol."""

_ENCODED = 50
"""Milliseconds of work that a screen of 1232 by 759 may take to become sixels."""


class _Took(NamedTuple):
    """Milliseconds: by the clock, and of work, which other programs do not lengthen as much."""

    wall: float
    worked: float


@contextmanager
def _timed(times: list[_Took]) -> Iterator[None]:
    """Adds to `times` how long what is done within takes."""
    wall, worked = perf_counter(), process_time()
    yield
    times.append(_Took((perf_counter() - wall) * 1000, (process_time() - worked) * 1000))


def drawing(folder: Path, _: int) -> Iterator[Figure]:
    """Each slide of the gallery by each size; what the smallest are by protocol."""
    deck = load_deck(ROOT / "docs" / "gallery.yaml").deck
    assert deck is not None
    first: list[bytes] = []
    for size, budget in _SIZES.items():
        times, pictures = _drawn(deck, size, folder / f"typst-{size[0]}")
        first = first or pictures
        yield from _figures(f"a slide as picture, {size[0]}x{size[1]}", times, budget)
    yield from _sixels(first)
    yield _length("kitty's protocol", [len(sent(1, png)) for png in first])


def _figures(what: str, times: list[_Took], budget: float) -> Iterator[Figure]:
    wall, worked = ([getattr(each, name) for each in times] for name in _Took._fields)
    detail = f"worst of {len(times)}: {max(worked):.0f} ms; by the clock {median(wall):.0f}"
    yield Figure(f"{what}, median", median(worked), budget, "ms", detail)


def _drawn(deck: Deck, size: tuple[int, int], folder: Path) -> tuple[list[_Took], list[bytes]]:
    """How long each slide took, complete; and their first pages, as PNG."""
    look = PictureLook(OURS["ink"], *size)
    pictures = DeckPictures(deck, look, Workspace(folder))
    pictures.draw(0, pictures.steps(0)[-1])  # reads the fonts
    times: list[_Took] = []
    pages = []
    for slide in range(len(deck.slides)):
        step = pictures.steps(slide)[-1]
        with _timed(times):
            pages.append(pictures.draw(slide, step)[0])
    return times, pages


def _sixels(pictures: list[bytes]) -> Iterator[Figure]:
    """Encoded each as if it were the first; and in turn, as in a talk."""
    alone: list[_Took] = []
    turns: list[_Took] = []
    lengths = []
    encoder = Encoder()
    for png in pictures:
        with _timed(alone):
            sixels = Encoder().encode(png)
        lengths.append(len(sixels.part()))
        with _timed(turns):
            encoder.encode(png)
    yield from _figures("a picture in sixels, 1232x759", turns, _ENCODED)
    yield from _figures("the same by itself", alone, _ENCODED)
    yield _length("sixels", lengths)


def _length(protocol: str, lengths: list[int]) -> Figure:
    detail = f"most {max(lengths) / 1000:.0f} kB"
    what = f"a slide of 1232x759 in {protocol}, median"
    return Figure(what, median(lengths) / 1000, _MOST_KB, "kB", detail)
