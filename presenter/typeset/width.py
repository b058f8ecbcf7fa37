"""How many cells a text takes, and cutting by cells; everything counts by grapheme.

Source: UAX #11 (East Asian width) and UAX #29 (graphemes), by the tables of `wcwidth`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from wcwidth import iter_graphemes, wcswidth


class Ruler:
    """Measures text, with ambiguous characters one cell wide or two."""

    def __init__(self, ambiguous_width: Literal[1, 2]) -> None:
        self.ambiguous_width = ambiguous_width

    def width(self, text: str) -> int:
        """Cells that `text` takes; control characters, which no page holds, take none."""
        if text.isascii():
            return len(text)
        return max(0, wcswidth(text, ambiguous_width=self.ambiguous_width))

    def cut(self, text: str, cells: int, *, mark: str = "…") -> str:
        """`text` if it fits into `cells`, else as much as does with `mark` behind it."""
        if self.width(text) <= cells:
            return text
        room = cells - self.width(mark)
        if room < 0:
            return ""
        kept: list[str] = []
        for grapheme in iter_graphemes(text):
            room -= self.width(grapheme)
            if room < 0:
                break
            kept.append(grapheme)
        return "".join(kept).rstrip() + mark

    def fill(self, text: str, cells: int) -> str:
        """`text`, one character, as often as fits into `cells`."""
        return text * (cells // self.width(text))


@lru_cache
def ruler(ambiguous: Literal["narrow", "wide"]) -> Ruler:
    """The ruler for a terminal that draws ambiguous characters so."""
    return Ruler(1 if ambiguous == "narrow" else 2)


def graphemes(text: str) -> list[str]:
    """What a reader takes for the characters of `text`."""
    return list(text) if text.isascii() else list(iter_graphemes(text))
