"""A line of large type: its glyphs beside each other, in whole pixels.

Chinese keeps the places that its font gives. Letters, heavier here than in their font, get a little
more room, and never less between any two than tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from presenter.typeset.bidi import in_cell_order
from presenter.typeset.large.glyphs import (
    Bitmap,
    bearings,
    glyph,
    is_letter,
    metrics,
    stem_width,
)

if TYPE_CHECKING:
    from presenter.fonts.choice import Font

_WORD_SPACE = 0.44
"""The width of a space, in ems. The font's own, a quarter, is hardly more than the gap that whole
pixels leave between two letters: words ran together."""

_MORE = 0.02
"""By how much letters stand further apart than in their font, in ems: they are heavier."""

_FAR = 1 << 30


@lru_cache(maxsize=1024)
def advance(character: str, font: Font | None = None) -> float:
    """How far the next character stands from this one, in ems."""
    if character == " ":
        return _WORD_SPACE
    own = metrics(character, font).advance
    return own + _MORE if is_letter(character) else own


def inked(line: str, font: Font | None = None) -> float:
    """How wide the ink of `line` is, in ems: a full stop of Chinese is most of its own place."""
    ends = bearings(line[0], font)[0] + bearings(line[-1], font)[1]
    return sum(advance(character, font) for character in line) - ends


@lru_cache(maxsize=64)
def bitmap(text: str, size: int, font: Font | None = None, *, beside_han: bool = False) -> Bitmap:
    """`text` at `size` pixels to the em, cropped to its ink; without rows if it has none.

    beside_han: whether it is in a text that has Han characters, on this line or another.
    """
    gap = round(min(2, stem_width(size, font)))
    placed: list[tuple[int, Bitmap]] = []
    at = 0.0
    beside = ""
    """The last character, if it is one with ink that stands next to this one."""
    for character in in_cell_order(text):
        left, ink = glyph(character, size, font, beside_han=beside_han)
        if ink.rows:
            start = round(at + left)
            if beside and is_letter(character):
                nearest, usual = _between(*placed[-1], start, ink)
                short = max((1 if is_letter(beside) else 2) - nearest, gap - usual)
                if short > 0:
                    start += short
                    at = start - left
            placed.append((start, ink))
        beside = character if ink.rows else ""
        step = advance(character, font) * size
        # In whole pixels letters that follow each other are as far apart everywhere.
        at += round(step) if is_letter(character) else step
    return _joined(placed)


def _between(first: int, left: Bitmap, second: int, right: Bitmap) -> tuple[int, int]:
    """The pixels without ink between two glyphs, their first columns given: the fewest, the usual.

    Rows next to each other count as one: strokes must not meet at their corners either.
    """
    starts = {
        number: (row & -row).bit_length() - 1
        for number, row in enumerate(right.rows, right.top)
        if row
    }
    free = sorted(
        starts[near] - row.bit_length()
        for number, row in enumerate(left.rows, left.top)
        if row
        for near in (number - 1, number, number + 1)
        if near in starts
    )
    if not free:
        return _FAR, _FAR
    return second - first + free[0], second - first + free[len(free) // 2]


def _joined(placed: Sequence[tuple[int, Bitmap]]) -> Bitmap:
    if not placed:
        return Bitmap(0, 0, ())
    left = min(start for start, _ in placed)
    top = min(ink.top for _, ink in placed)
    rows = [0] * (max(ink.bottom for _, ink in placed) - top)
    for start, ink in placed:
        for number, row in enumerate(ink.rows, ink.top - top):
            rows[number] |= row << start - left
    return Bitmap(max(row.bit_length() for row in rows), top, tuple(rows))
