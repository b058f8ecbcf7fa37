"""A picture made ready for the terminal."""

from __future__ import annotations

from typing import NamedTuple


def background_run(color: str, cells: int) -> str:
    """So many blank cells in `color` (``#rrggbb``)."""
    if cells <= 0:
        return ""
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return f"\x1b[48;2;{red};{green};{blue}m{' ' * cells}\x1b[0m"


class Drawn(NamedTuple):
    """What to write for a picture of so many cells and rows."""

    rows: tuple[str, ...]
    """For each row of its rectangle: what fills it, escape sequences included, and leaves the
    terminal's colours as they were by default."""
    width: int
    """Cells of each row."""
    before: str = ""
    """What the terminal must have received before the rows mean anything."""
    after: str = ""
    """What is drawn over the rows once they are written, from the rectangle's top left."""
    number: int = 0
    """Under which the terminal keeps it; 0 if it keeps nothing."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return sum(map(len, self.rows)) * 4 + len(self.before) + len(self.after) + 200
