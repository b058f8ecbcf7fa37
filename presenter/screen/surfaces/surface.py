"""A place on the terminal that one picture fills, by whatever protocol."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

Key = Hashable
"""What a picture is known by: equal only for pictures that look alike, size included."""

Span = tuple[int, int]
"""Cells of a row, from the first to before the second."""

Over = Mapping[int, Sequence[Span]]
"""Where text lies over a picture: in which rows, from 0, and there on which cells, in order."""

NO_TEXT: Over = {}


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

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:
        """Show a picture that is ready; goes into the frame, behind the cells.

        torn: rows of the area, from 0, whose cells were written since the last `show`: there some
        terminals have erased the picture. over: cells of the area whose text stays; in the same
        frame they are to be written again behind this, as some terminals have no other way.
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


def clipped(over: Over, area: ScreenArea) -> Over:
    """Of what lies over the screen that which lies over `area`, counted from its corner."""
    inside = {}
    for row, spans in over.items():
        cut = [(max(0, a - area.x), min(area.columns, end - area.x)) for a, end in spans]
        if 0 <= row - area.y < area.rows and (cut := [span for span in cut if span[0] < span[1]]):
            inside[row - area.y] = cut
    return inside


def pieces(area: ScreenArea, over: Over) -> Iterator[ScreenArea]:
    """The parts of `area` that text leaves free, as few as may be; their pixels mean nothing."""

    def free(row: int) -> Sequence[Span]:
        spans = over.get(row, ())
        starts = (0, *(end for _, end in spans))
        ends = (*(start for start, _ in spans), area.columns)
        return [(a, end) for a, end in zip(starts, ends, strict=True) if a < end]

    for spans, group in groupby(range(area.rows), free):
        rows = list(group)
        for start, end in spans:
            at = area.x + start, area.y + rows[0]
            yield ScreenArea(end - start, len(rows), 0, 0, *at)


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those of `rows`, in order, that follow each other."""
    for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        numbers = [row for _, row in run]
        yield numbers[0], numbers[-1]
