"""Pixels as characters: the Unicode block elements that a bitmap is put together from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Mosaic(NamedTuple):
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
        drawn = []
        for top in range(0, len(rows), self.down):
            left = list(rows[top : top + self.down])
            row = ""
            while any(left):
                row += self.symbols[self._corner(left)]
                left = [bits >> self.across for bits in left]
            drawn.append(row)
        return drawn

    def _corner(self, rows: Sequence[int]) -> int:
        """The symbol's number for the leftmost pixels of `rows`."""
        mask = (1 << self.across) - 1
        return sum((bits & mask) << number * self.across for number, bits in enumerate(rows))


HALVES = Mosaic(1, 2, 1, " ▀▄█")
"""Square pixels, as a cell is about twice as high as wide."""

QUADRANTS = Mosaic(2, 2, 1, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
"""Pixels twice as high as wide: glyphs half as wide as they should be, and quite readable."""

FULL = Mosaic(1, 1, 2, " █")
"""Square pixels where the terminal draws ambiguous characters, as ``█`` is, two cells wide.

Quadrants are no help there: ``▀▄█▌`` are ambiguous (UAX #11), their kin are not.
"""
