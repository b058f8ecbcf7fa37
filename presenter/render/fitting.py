"""How many pages slides take as pictures, found without drawing what anybody looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from presenter.deck import Deck, Slide
from presenter.deck.blocks import extract_text
from presenter.render.own_folder import own_folder
from presenter.render.stops import PictureLook

_TOGETHER = 32
"""Slides that are laid out at once, in less time than one by one."""

_MUCH = 8_000
"""What those say at most: of several that do not fit each is laid out again, by halves."""

_LINE = 30
"""Characters in whose time a line is laid out, besides those that stand in it."""

_MOST = 25_000
"""Some 400 lines of code. More would take seconds and hundreds of megabytes."""


def is_too_much(slide: Slide) -> bool:
    """Whether so much stands on a slide that it is not worth laying it out."""
    return _weight(slide) > _MOST


def _weight(slide: Slide) -> int:
    """How much work it is to lay out a slide, in characters."""
    texts = [part.text for block in slide.content for part in extract_text(block)]
    return sum(len(text) + _LINE * (1 + text.count("\n")) for text in texts)


class Misfit(NamedTuple):
    """A slide, by its index, that is not as it should be under a look.

    pages: those that it takes; 0 if it cannot be drawn, -1 if it was not tried. small: the key of
    what is set in type too small to read, else empty.
    """

    slide: int
    look: PictureLook
    pages: int
    small: str = ""


def misfits(
    deck: Deck,
    slides: Sequence[int],
    looks: Sequence[PictureLook],
    go_on: Callable[[], bool] = lambda: True,
) -> Iterator[Misfit]:
    """The slides at these indexes that are no single page under one of `looks`, or hard to read.

    go_on: asked before slides are laid out; after a no there is one item more, the first slide that
    was not tried.
    """
    # Typst and its fonts, which nothing else of a check needs.
    from presenter.render.compiling import Workspace
    from presenter.render.pictures import DeckPictures

    with own_folder() as folder:
        workspace = Workspace(folder)
        drawn = [DeckPictures(deck, look, workspace) for look in looks]
        for some in _batches(deck, slides):
            for pictures in drawn:
                if not go_on():
                    yield Misfit(some[0], pictures.look, -1)
                    return
                for slide, pages in pictures.going_on(some):
                    yield Misfit(slide, pictures.look, pages)
                for index, key in sorted(pictures.small):
                    yield Misfit(index, pictures.look, 1, key)
                pictures.small.clear()


def _batches(deck: Deck, slides: Sequence[int]) -> Iterator[list[int]]:
    """These slides, in their order, in batches that are laid out in a second or so."""
    batch: list[int] = []
    much = 0
    for slide in slides:
        own = _weight(deck.slides[slide])
        if batch and (much + own > _MUCH or len(batch) == _TOGETHER):
            yield batch
            batch, much = [], 0
        batch.append(slide)
        much += own
    if batch:
        yield batch
