"""The pages of the deck that is shown, each set once."""

from __future__ import annotations

from functools import lru_cache

from presenter.deck import Deck
from presenter.typeset import Page, SetSlide, Setting, Stop, set_slide

_KEPT = 64
"""How many slides, and pages, stay set: walking to and fro costs nothing."""


class Pages:
    """Sets slides on demand and keeps the latest; a change of deck or setting empties it."""

    def __init__(self, deck: Deck, setting: Setting) -> None:
        self.deck = deck
        self.setting = setting
        self._slide = lru_cache(_KEPT)(self._set)
        self._page = lru_cache(_KEPT)(self._make)

    def use(self, deck: Deck, setting: Setting) -> None:
        """Show this deck under this setting from now on."""
        self.deck, self.setting = deck, setting
        self._slide.cache_clear()
        self._page.cache_clear()

    def stops_of(self, slide: int) -> tuple[Stop, ...]:
        """Where the talk rests in the slide at this index; at least one."""
        return self._slide(slide).stops

    def page(self, slide: int, stop: int) -> Page:
        """What the slide at this index shows at its stop of this index."""
        return self._page(slide, stop)

    def prefetch(self, slide: int, stop: int) -> list[Page]:
        """Set, and give, what the next key is likely to show, on and back."""
        stops = len(self.stops_of(slide))
        pages: list[Page] = []
        if stop + 1 < stops:
            pages.append(self.page(slide, stop + 1))
        elif slide + 1 < len(self.deck.slides):
            pages.append(self.page(slide + 1, 0))
        if stop:
            pages.append(self.page(slide, stop - 1))
        elif slide:
            pages.append(self.page(slide - 1, len(self.stops_of(slide - 1)) - 1))
        return pages

    def _set(self, slide: int) -> SetSlide:
        return set_slide(self.deck, slide, self.setting)

    def _make(self, slide: int, stop: int) -> Page:
        made = self._slide(slide)
        return made.page(made.stops[stop])
