"""Slides as pictures, without a terminal: how long they take to draw, and how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

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
"""In pixels, and the milliseconds that a slide may take to be drawn, by the median."""

_MOST_KB = 150
"""Of a slide, by any protocol."""

_ENCODED = 50
"""Milliseconds that a screen of 1232 by 759 may take to become sixels."""


def drawing(folder: Path, _: int) -> Iterator[Figure]:
    """Each slide of the gallery by each size; what the smallest are by protocol."""
    deck = load_deck(ROOT / "docs" / "gallery.yaml").deck
    assert deck is not None
    first: list[bytes] = []
    for size, budget in _SIZES.items():
        times, pictures = _drawn(deck, size, folder / f"typst-{size[0]}")
        first = first or pictures
        what = f"a slide as picture, {size[0]}x{size[1]}"
        detail = f"worst of {len(times)}: {max(times):.0f} ms"
        yield Figure(f"{what}, median", median(times), budget, "ms", detail)
    yield from _sixels(first)
    yield _length("kitty's protocol", [len(sent(1, png)) for png in first])


def _drawn(deck: Deck, size: tuple[int, int], folder: Path) -> tuple[list[float], list[bytes]]:
    """Milliseconds that each slide took, complete; and their first pages, as PNG."""
    look = PictureLook(OURS["ink"], *size)
    pictures = DeckPictures(deck, look, Workspace(folder))
    pictures.draw(0, pictures.steps(0)[-1])  # reads the fonts
    times, pages = [], []
    for slide in range(len(deck.slides)):
        step = pictures.steps(slide)[-1]
        start = perf_counter()
        pages.append(pictures.draw(slide, step)[0])
        times.append((perf_counter() - start) * 1000)
    return times, pages


def _sixels(pictures: list[bytes]) -> Iterator[Figure]:
    """Encoded each as if it were the first; and in turn, as in a talk."""
    alone, lengths, turns = [], [], []
    encoder = Encoder()
    for png in pictures:
        start = perf_counter()
        sixels = Encoder().encode(png)
        alone.append((perf_counter() - start) * 1000)
        lengths.append(len(sixels.part()))
        start = perf_counter()
        encoder.encode(png)
        turns.append((perf_counter() - start) * 1000)
    detail = f"by itself {median(alone):.0f} ms; worst {max(turns):.0f}, by itself {max(alone):.0f}"
    yield Figure("a picture in sixels, 1232x759, median", median(turns), _ENCODED, "ms", detail)
    yield _length("sixels", lengths)


def _length(protocol: str, lengths: list[int]) -> Figure:
    detail = f"most {max(lengths) / 1000:.0f} kB"
    what = f"a slide of 1232x759 in {protocol}, median"
    return Figure(what, median(lengths) / 1000, _MOST_KB, "kB", detail)
