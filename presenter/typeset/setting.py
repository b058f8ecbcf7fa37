"""What a page depends on besides the slide itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from presenter.typeset.width import Ruler, ruler
from presenter.words import Words, language_of

Ambiguous = Literal["narrow", "wide"]


@dataclass(frozen=True)
class Setting:
    """The size of the page and the rules by which text is set.

    width, height: in cells and rows, at least 1. language: BCP 47 tag for line breaking and
    labels; empty for the deck's, and if that is empty too, labels speak the locale's language.
    ambiguous: how wide the terminal draws characters whose East Asian width is ambiguous
    (UAX #11). reveal: overrides the deck's, slides' and blocks' ``reveal``. pictures: whether
    pictures can be shown; if not, their alt text stands in their place, all of it. bidi: whether
    what is written from right to left is put into the order of its cells; if not, whoever shows the
    page does that. right_to_left: whether pages begin at the right; None for what `bidi` and the
    deck say.
    """

    width: int
    height: int
    language: str = ""
    ambiguous: Ambiguous = "narrow"
    reveal: bool | None = None
    pictures: bool = True
    bidi: bool = True
    right_to_left: bool | None = None

    @cached_property
    def ruler(self) -> Ruler:
        """Measures text under this setting's width rule."""
        return ruler(self.ambiguous)

    @cached_property
    def words(self) -> Words:
        """The interface's texts in this setting's language."""
        return Words(language_of(self.language))
