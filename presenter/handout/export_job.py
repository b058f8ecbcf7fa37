"""What of a deck goes into a handout, and how it is to look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from presenter.content import ResolvedSlide, resolve
from presenter.deck import Deck
from presenter.typeset import Page, PageOptions, Stop, set_slide
from presenter.typeset.themes import Theme


def _ignore(*done: object, **values: object) -> None:
    """Nobody is there to be told, and nobody waits."""


class RefusedSlidesError(Exception):
    """Slides that cannot be set, by their indexes; without any, they cannot be so together.

    The text is what the typesetter says of it.
    """

    def __init__(self, why: str, *indexes: int) -> None:
        super().__init__(why)
        self.indexes = indexes


@dataclass(frozen=True)
class ExportJob:
    """Slides of a deck to be exported as a handout.

    indexes: of the slides, from 0, in order. setting: what pages are set under, where the format
    shows pages. steps: whether each step of a reveal is shown, or only how a page ends. notes:
    whether the speaker notes go along. warn: told what the reader of the handout may miss, as a
    text's key and its values. passed: told how many slides have been set as pages, and of how
    many. pixels: width and height of slides as pictures, where the format shows them so; None for
    pages in cells.
    """

    deck: Deck
    indexes: tuple[int, ...]
    setting: PageOptions
    theme: Theme
    notes: bool = False
    steps: bool = False
    warn: Callable[..., None] = _ignore
    passed: Callable[[int, int], None] = _ignore
    pixels: tuple[int, int] | None = None

    def slides(self) -> Iterator[ResolvedSlide]:
        """The slides, resolved."""
        setting = self.setting
        for index in self.indexes:
            yield resolve(self.deck, index, setting.reveal, setting.language)

    def pages(self) -> Iterator[tuple[ResolvedSlide, Page]]:
        """The pages of all slides, each with its slide."""
        for place, index in enumerate(self.indexes):
            self.passed(place, len(self.indexes))
            done = set_slide(self.deck, index, self.setting)
            stops = done.stops if self.steps else _last_of_each_page(done.stops)
            for stop in stops:
                yield done.resolved, done.page(stop)


def _last_of_each_page(stops: tuple[Stop, ...]) -> list[Stop]:
    return list({stop.page: stop for stop in stops}.values())
