"""Pixels drawn with block elements: one to eight of them in a symbol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from msgspec import Struct

from presenter.typeset.page import Line


class Mosaic(Struct, frozen=True):
    """A way of drawing pixels: `across` times `down` of them in one symbol of `cells` cells.

    symbols: by a number whose bits say which pixels are set, the upper left one lowest, row by row.
    """

    across: int
    down: int
    cells: int
    symbols: str

    def draw(self, rows: Sequence[int]) -> list[str]:
        """Rows of pixels as rows of symbols, without the blanks at their ends.

        A row of pixels is an integer whose bits are its pixels, the leftmost one lowest.
        """
        length = max((row.bit_length() for row in rows), default=0)
        lowest = int.from_bytes(b"\1" * length)
        drawn = []
        for top in range(0, len(rows), self.down):
            numbers = 0
            """A byte for each column of pixels."""
            for down, bits in enumerate(rows[top : top + self.down]):
                digits = int.from_bytes(f"{bits:b}".encode()) & lowest
                numbers |= digits << down * self.across
            if self.across == 2:
                numbers |= numbers >> 7  # The byte at the right of each pair joins the left one.
            each = numbers.to_bytes(length, "little")[:: self.across]
            drawn.append("".join(map(self.symbols.__getitem__, each)).rstrip())
        return drawn


HALVES = Mosaic(1, 2, 1, " ▀▄█")
"""Square pixels, as a cell is about twice as high as wide."""

QUADRANTS = Mosaic(2, 2, 1, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
"""Pixels twice as high as wide: glyphs half as wide as they should be."""

FULL = Mosaic(1, 1, 2, " █")
"""Square pixels where the terminal draws ambiguous characters, as ``█`` is, two cells wide.

Quadrants are no help there: ``▀▄█▌`` are ambiguous (UAX #11), their kin are not.
"""

_SQUARE = frozenset(HALVES.symbols) - {" "}
_TALL = frozenset(QUADRANTS.symbols) - set(HALVES.symbols)
"""Symbols that large type has only where its pixels are no squares."""


class Ease(IntEnum):
    """How easily large type is read."""

    NONE = 0
    """There is none."""
    NARROW = 1
    """In quadrants, whose pixels are no squares."""
    EASY = 2


def ease_of(lines: Iterable[Line]) -> Ease:
    """How easily the large type in `lines` is read."""
    symbols = {symbol for line in lines for run in line for symbol in run.text}
    if symbols & _TALL:
        return Ease.NARROW
    return Ease.EASY if symbols & _SQUARE else Ease.NONE
