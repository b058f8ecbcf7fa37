"""How many pages slides take as pictures, found without drawing what anybody looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from presenter.deck import Deck
from presenter.render.own_folder import own_folder
from presenter.render.stops import PictureLook

if TYPE_CHECKING:
    pass

_TOGETHER = 32
"""Slides that are laid out at once, in less time than one by one."""


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
        for start in range(0, len(slides), _TOGETHER):
            some = slides[start : start + _TOGETHER]
            for pictures in drawn:
                if not go_on():
                    yield some[0], pictures.look, -1
                    return
                for slide, pages in pictures.going_on(some):
                    yield slide, pictures.look, pages
