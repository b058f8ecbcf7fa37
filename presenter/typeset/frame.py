"""The frame of a page: its margins, and the rows of head, progress and foot."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

MEASURE = 80
"""The widest that text is set, in cells: forty Han characters."""


class Frame(NamedTuple):
    """Where things stand on a page, in cells and rows; a row of -1 is one that is not there."""

    left: int
    """The text's left edge."""
    width: int
    """Of the text."""
    outer: int
    """The margin of head and foot, on either side."""
    top: int
    """The first row that text may use."""
    bottom: int
    """The row after the last that it may use."""
    heading: int
    """The row where headings stand if what follows leaves them there."""
    head: int
    progress: int
    foot: int

    @property
    def rows(self) -> int:
        """How many rows text may use."""
        return self.bottom - self.top


@lru_cache
def frame_for(width: int, height: int) -> Frame:
    """The frame of a page of this size; head, foot and air go as it gets small, text never."""
    outer = 0 if width < 16 else 1 if width < 32 else max(2, width // 24)
    margin = outer if width < 32 else max(2, width // 10)
    measure = max(1, min(width - 2 * margin, MEASURE))
    left = (width - measure) // 2
    heading = height // 5 + max(0, height - 36) // 5
    if height >= 36:
        return Frame(
            left, measure, outer, 4, height - 5, heading, 1, progress=height - 3, foot=height - 2
        )
    if height >= 16:
        return Frame(
            left, measure, outer, 2, height - 3, heading, 0, progress=height - 2, foot=height - 1
        )
    if height >= 10:
        return Frame(left, measure, outer, 1, height - 2, 1, -1, height - 2, height - 1)
    if height >= 3:
        return Frame(left, measure, outer, 0, height - 1, 0, -1, -1, height - 1)
    return Frame(left, measure, outer, 0, max(1, height), 0, -1, -1, -1)
