"""What a page depends on besides the slide itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from presenter.typeset.width import Ruler, ruler

Ambiguous = Literal["narrow", "wide"]


@dataclass(frozen=True)
class Setting:
    """The size of the page and the rules by which text is set.

    width, height: in cells and rows, at least 1. language: BCP 47 tag for line breaking and
    labels; empty for none known. ambiguous: how wide the terminal draws characters whose East
    Asian width is ambiguous (UAX #11). reveal: overrides the deck's and slides' ``reveal``.
    """

    width: int
    height: int
    language: str = ""
    ambiguous: Ambiguous = "narrow"
    reveal: bool | None = None

    @cached_property
    def ruler(self) -> Ruler:
        """Measures text under this setting's width rule."""
        return ruler(self.ambiguous)
