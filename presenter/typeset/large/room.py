"""The room for large type: the sizes that are read and fit there, and drawing in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from presenter.typeset.large.glyphs import Bitmap, is_dense, metrics
from presenter.typeset.large.line import bitmap, inked
from presenter.typeset.large.mosaic import QUADRANTS, Mosaic

if TYPE_CHECKING:
    from presenter.fonts.choice import Font

TRIES = 4
"""How many sizes are tried from the one reckoned: whole pixels make a line a little wider."""

_LEAST_HAN = 13
_LEAST = 10
"""The smallest readable sizes, in pixels to the em: of Han characters and Hangul, and of others.

A capital letter is seven pixels high then.
"""

_LEAST_HAN_TIGHT = 12
"""The same of Han characters where body type is all that is left: dense ones run together."""

_LEAST_HAN_NARROW = 20
_LEAST_NARROW = 14
"""The same in quadrants, which are half as wide: less, and strokes of half a cell run together."""


class Room(NamedTuple):
    """So many pixels of width and rows, drawn as the mosaic says in a font (see `glyphs`)."""

    pixels: int
    rows: int
    mosaic: Mosaic
    font: Font
    tight: bool

    def least(self, text: str) -> int:
        """The smallest size, in pixels to the em, at which `text` can be read."""
        dense = is_dense(text)
        if self.mosaic is QUADRANTS:
            return _LEAST_HAN_NARROW if dense else _LEAST_NARROW
        return (_LEAST_HAN_TIGHT if self.tight else _LEAST_HAN) if dense else _LEAST

    def sizes(self, about: int, text: str) -> range:
        """The sizes to be tried, down from the one reckoned."""
        return range(about, max(self.least(text), about - TRIES + 1) - 1, -1)

    def size(self, lines: Sequence[str], *, stacked: bool = True) -> int:
        """About the largest size, in pixels, at which `lines` fit; 0 if that is not readable.

        They stand one under another, or not `stacked`, each on its own in a room like this.
        """
        text = "".join(lines)
        least = self.least(text)
        every = [metrics(character, self.font) for character in text]
        high = max(each.bottom for each in every) - min(each.top for each in every)
        widest = max(inked(line, self.font) for line in lines)
        size = int(min(self.pixels / max(0.1, widest), self.rows * self.mosaic.down * 2))
        while size >= least and not self._holds(len(lines) if stacked else 1, size, high * size):
            size -= 1
        return size if size >= least else 0

    def draw(self, lines: Sequence[str], size: int, *, stacked: bool = True) -> list[list[str]]:
        """Each line as rows of symbols, equally many for each; empty if they do not fit after all.

        The baselines are on the same row of each line.
        """
        mixed = any(map(is_dense, lines))
        bitmaps = [bitmap(line, size, self.font, beside_han=mixed) for line in lines]
        top = min(line.top for line in bitmaps)
        bottom = max(line.bottom for line in bitmaps)
        count = len(bitmaps) if stacked else 1
        wide = max(line.width for line in bitmaps) > self.pixels
        if wide or top == bottom or not self._holds(count, size, bottom - top):
            return []
        return [self.mosaic.draw(padded(line, top, bottom)) for line in bitmaps]

    def gap(self, size: float) -> int:
        """The empty rows between two lines."""
        return max(1, round(size / 16 / self.mosaic.down))

    def _holds(self, lines: int, size: float, high: float) -> bool:
        """Whether there are the rows for so many lines of `high` pixels each."""
        each = -int(-high // self.mosaic.down)
        return lines * each + (lines - 1) * self.gap(size) <= self.rows


def padded(line: Bitmap, top: int, bottom: int) -> tuple[int, ...]:
    """The rows of `line` from `top` to `bottom`, of which it has no more."""
    return ((0,) * (line.top - top)) + line.rows + ((0,) * (bottom - line.bottom))
