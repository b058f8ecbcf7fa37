"""The room that large type is fitted into, and how its lines are drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.deck.lines import has_cjk
from presenter.fonts.choice import Font
from presenter.typeset.large.glyphs import Bitmap, bitmap, metrics
from presenter.typeset.large.mosaic import FULL, HALVES, QUADRANTS, Mosaic

_LEAST_HAN = 14
_LEAST = 10
"""The smallest readable sizes, in pixels to the em: of Han characters and Hangul, and of others."""

_BEARINGS = 0.08
"""About how much of a line's advance width, in ems, is no ink at its two ends."""


class Room(NamedTuple):
    """So many pixels of width and rows, drawn as the mosaic says in a font (see `glyphs`)."""

    pixels: int
    rows: int
    mosaic: Mosaic
    font: Font | None = None

    def size(self, lines: Sequence[str], *, stacked: bool = True) -> int:
        """About the largest size, in pixels, at which `lines` fit; 0 if that is not readable.

        They stand one under another, or not `stacked`, each on its own in a room like this.
        """
        text = "".join(lines)
        least = least_size(text)
        every = [metrics(character, self.font) for character in text]
        high = max(each.bottom for each in every) - min(each.top for each in every)
        widest = max(
            sum(metrics(character, self.font).advance for character in line) for line in lines
        )
        size = int(
            min(self.pixels / max(0.1, widest - _BEARINGS), self.rows * self.mosaic.down * 2)
        )
        while size >= least and not self._holds(len(lines) if stacked else 1, size, high * size):
            size -= 1
        return size if size >= least else 0

    def draw(self, lines: Sequence[str], size: int, *, stacked: bool = True) -> list[list[str]]:
        """Each line as rows of symbols, equally many for each; empty if they do not fit after all.

        The baselines are on the same row of each line.
        """
        bitmaps = [bitmap(line, size, self.font) for line in lines]
        top = min(line.top for line in bitmaps)
        bottom = max(line.bottom for line in bitmaps)
        count = len(bitmaps) if stacked else 1
        wide = max(line.width for line in bitmaps) > self.pixels
        if wide or top == bottom or not self._holds(count, size, bottom - top):
            return []
        return [self.mosaic.draw(_padded(line, top, bottom)) for line in bitmaps]

    def gap(self, size: float) -> int:
        """The empty rows between two lines."""
        return max(1, round(size / 16 / self.mosaic.down))

    def _holds(self, lines: int, size: float, high: float) -> bool:
        """Whether there are the rows for so many lines of `high` pixels each."""
        each = -int(-high // self.mosaic.down)
        return lines * each + (lines - 1) * self.gap(size) <= self.rows


def least_size(text: str) -> int:
    """The smallest size, in pixels to the em, at which `text` can be read."""
    dense = has_cjk(text) or any("가" <= character <= "힣" for character in text)
    return _LEAST_HAN if dense else _LEAST


def rooms(width: int, rows: int, font: Font, *, wide: bool) -> list[Room]:
    """The ways to draw in `width` cells and `rows` rows, the best first.

    `wide` says that the terminal draws ambiguous characters two cells wide.
    """
    mosaics = (FULL,) if wide else (HALVES, QUADRANTS)
    return [Room(width // mosaic.cells * mosaic.across, rows, mosaic, font) for mosaic in mosaics]


def _padded(line: Bitmap, top: int, bottom: int) -> tuple[int, ...]:
    return ((0,) * (line.top - top)) + line.rows + ((0,) * (bottom - line.bottom))
