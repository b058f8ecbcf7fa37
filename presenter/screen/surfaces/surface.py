"""A place on the terminal that one picture fills, by whatever protocol."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, Protocol

Key = Hashable
"""What a picture is known by: equal only for pictures that look alike, size included."""


class ScreenArea(NamedTuple):
    """Where pictures go: so many cells and rows, and the pixels that these are."""

    columns: int
    rows: int
    width: int
    height: int
    x: int = 0
    """Cells to the left of it."""
    y: int = 0
    """Rows above it."""


class Surface(Protocol):
    """Shows pictures, one at a time, in an area. Whatever a method returns is to be written.

    All methods are called in the interface's thread; what takes time is done in another. The cells
    below a picture are blanks in the terminal's default background: cells with a background of
    their own, or with text, lie over it.
    """

    @property
    def room(self) -> int:
        """How many pictures may be sent ahead, the one that is shown not counted."""

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""

    def ahead(self, key: Key, png: bytes) -> str:
        """Have a picture of the area's pixels made ready; when the terminal has nothing to do."""

    def ready(self, key: Key) -> bool:
        """Whether `show` can show it.

        What is asked for is wanted still: what was asked for longest ago makes room for others.
        """

    def show(self, key: Key, torn: Collection[int] = (), over: Collection[int] = ()) -> str:
        """Show a picture that is ready; goes into the frame, behind the cells.

        torn: rows of the area, from 0, whose cells were written since the last `show`: there some
        terminals have erased the picture. over: rows whose text stays over the picture.
        """

    def hide(self) -> str:
        """Show no picture; every cell of the area must be written in the same frame."""

    def resized(self, area: ScreenArea) -> str:
        """The area is another now. What is shown is scaled if the terminal can, else it is gone."""

    def farewell(self) -> str:
        """Have the terminal forget everything, before it is left; ask what is `ready` still."""

    def close(self) -> None:
        """Make nothing ready any more."""


def placed(area: ScreenArea, data: str) -> str:
    """`data` written at the top left of `area`, with the cursor left where it was."""
    return f"\x1b7\x1b[{area.y + 1};{area.x + 1}H{data}\x1b8"


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those of `rows`, in order, that follow each other."""
    for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        numbers = [row for _, row in run]
        yield numbers[0], numbers[-1]
