"""Slides as pictures: what a page of pixels shows at a step, as PNG.

Which pages a slide has, only Typst knows: what does not fit on one, in type that reads from the
back row, goes on on further ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import msgspec

from presenter import __version__
from presenter.content import resolve
from presenter.content.lazy import lazy
from presenter.deck import Deck
from presenter.deck.digest import digest
from presenter.render import log
from presenter.render.compiling import SmallPart, Workspace, template_digest
from presenter.render.emoji import flaws_of
from presenter.render.fonts import Flaw
from presenter.render.slides import deck_data, slide_data
from presenter.render.stops import Pages, PictureLook

_SLIDES = 64
"""How many slides' data is kept: it takes longer to make than a hash of it."""


class DeckPictures:
    """A deck under one look: what Typst is to draw of it, and the drawing of it.

    Used by one thread. Its workspace outlives it, so that pictures are copied once.
    """

    def __init__(self, deck: Deck, look: PictureLook, workspace: Workspace) -> None:
        self.deck = deck
        self.look = look
        self._workspace = workspace
        self._shared = deck_data(deck, look.theme, (look.width, look.height))
        self._data = lru_cache(_SLIDES)(self._make_data)
        self._key = cache(self._make_key)
        self._steps = cache(self._find_steps)
        self.small: set[SmallPart] = set()
        """What was found too small to read on slides whose `pages` were asked for."""

    def with_look(self, look: PictureLook) -> DeckPictures:
        """The same deck under another look."""
        return DeckPictures(self.deck, look, self._workspace)

    def steps(self, slide: int) -> range:
        """At which steps the slide at this index looks another way than before."""
        return self._steps(slide)

    def _find_steps(self, slide: int) -> range:
        return resolve(self.deck, slide, self.look.reveal, self.look.language).steps

    def key(self, slide: int, step: int) -> str:
        """Tells pictures apart: two of one key are the same, whatever deck they are of."""
        return self._key(slide, step)

    def _make_key(self, slide: int, step: int) -> str:
        return digest(msgspec.json.encode(self._typst_data(slide, step)), _made_by())

    def draw(self, slide: int, step: int) -> Pages:
        """The slide at this index as it looks at `step`. Raises RefusedError."""
        data = self._typst_data(slide, step)
        pages = self._workspace.pictures(data, self.deck.lang)
        return tuple(map(self._smaller, pages)) if self.look.small else pages

    @lazy
    def _smaller(self) -> Callable[[bytes], bytes]:
        # It brings Pillow.
        from presenter.render.few_colors import FewColors, smaller

        few = FewColors()
        return lambda png: smaller(png, few)

    def lighten(self) -> None:
        """Have less memory be used by what is drawn from now on."""
        self._workspace.lighten(self.deck.lang)

    def rest(self) -> None:
        """Nothing is to be drawn for a while."""
        self._workspace.rest(self.deck.lang)

    def going_on(self, slides: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Those of `slides`, by index, that are no single page, and their pages; found by halves.

        0 pages if a slide cannot be drawn.
        """
        pages = self.pages(slides) if slides else 0
        if pages == len(slides):
            return
        if len(slides) == 1:
            yield slides[0], pages
        else:
            middle = len(slides) // 2
            yield from self.going_on(slides[:middle])
            yield from self.going_on(slides[middle:])

    def pages(self, slides: Sequence[int]) -> int:
        """How many pages the slides at these indexes take in all; 0 if they cannot be drawn."""
        each = [
            {**self._data(slide), "steps": [self.steps(slide)[-1]], "index": slide}
            for slide in slides
        ]
        data = {**self._shared, "slides": each}
        try:
            pages, small = self._workspace.count_pages(data, self.deck.lang)
        except Exception:  # noqa: BLE001 - whatever keeps it from being drawn
            log().warning("slides cannot be drawn", exc_info=True)
            return 0
        self.small |= small
        return pages

    def flaws(self, slides: Sequence[int]) -> list[Flaw]:
        """What fonts cannot do for the slides at these indexes."""
        said = msgspec.json.encode([self._data(slide) for slide in slides])
        return flaws_of(said.decode(), self.deck.lang)

    def _typst_data(self, slide: int, step: int) -> dict[str, Any]:
        return {**self._shared, "slides": [{**self._data(slide), "steps": [step]}]}

    def _make_data(self, slide: int) -> dict[str, Any]:
        resolved = resolve(self.deck, slide, self.look.reveal, self.look.language)
        return slide_data(resolved, self.look.theme, self._workspace, steps=False)


@cache
def _made_by() -> str:
    return f"{__version__} {template_digest()}"
