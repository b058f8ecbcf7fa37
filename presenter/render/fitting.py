"""How many pages slides take as pictures, found without drawing what anybody looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from presenter.deck import Deck, Slide
from presenter.deck.blocks import extract_text
from presenter.render.own_folder import own_folder
from presenter.render.stops import PictureLook

if TYPE_CHECKING:
    pass

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


def further_pages(
    deck: Deck,
    slides: Sequence[int],
    looks: Sequence[PictureLook],
    go_on: Callable[[], bool] = lambda: True,
) -> Iterator[tuple[int, PictureLook, int]]:
    """The slides at these indexes that are no single page under one of `looks`.

    Each with that look, and its pages there: 0 if it cannot be drawn. go_on: asked before slides
    are laid out; after a no there is one item more, the first slide that was not tried, with -1.
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
                    yield some[0], pictures.look, -1
                    return
                for slide, pages in pictures.going_on(some):
                    yield slide, pictures.look, pages


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
