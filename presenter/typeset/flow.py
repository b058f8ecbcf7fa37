"""Pieces to pages: how much air, and where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.typeset.piece import Air, Piece


class Placed(NamedTuple):
    """Lines of a piece on a page: from `start` to `end`, the first of them on `row`."""

    piece: int
    start: int
    end: int
    row: int
    header: bool = False
    """Whether the piece's header is repeated on the rows above."""


PageRows = list[Placed]

_AIR: tuple[dict[Air, int], ...] = (
    {"none": 0, "item": 2, "block": 2},
    {"none": 0, "item": 1, "block": 1},
    {"none": 0, "item": 0, "block": 1},
    {"none": 0, "item": 0, "block": 0},
)
"""Ways of spacing, from airy to tight."""


def flow(pieces: Sequence[Piece], rows: int, *, airy: bool) -> list[PageRows]:
    """`pieces` on as few pages of `rows` rows as they need, with as much air as those leave.

    `airy` allows two empty rows between items. There is always at least one page.
    """
    ways = _AIR if airy else _AIR[1:]
    fewest = len(_split(pieces, rows, ways[-1]))
    for way in ways:
        pages = _split(pieces, rows, way)
        if len(pages) <= fewest:
            return pages
    return [[]]


def height(page: PageRows) -> int:
    """The rows that a page's lines reach down to."""
    return max((row + end - start for _, start, end, row, _ in page), default=0)


def _split(pieces: Sequence[Piece], rows: int, air: dict[Air, int]) -> list[PageRows]:
    pages: list[PageRows] = [[]]
    row = 0
    for index, piece in enumerate(pieces):
        count = len(piece.lines)
        start = 0
        top = row + air[piece.air] if pages[-1] else 0
        if top + count > rows and pages[-1]:
            room = rows - top
            if (piece.whole and count <= rows) or room < 2 or count - room < 2:
                row = _turn(pages, pieces, rows)
                top = row + air[piece.air] if row else 0
        while True:
            repeat = len(piece.header) if not pages[-1] and index and piece.header else 0
            if repeat >= rows:
                repeat = 0
            end = min(count, start + max(1, rows - top - repeat))
            if 0 < count - end < 2 and end - start > 2:
                end -= 1
            pages[-1].append(Placed(index, start, end, top + repeat, bool(repeat)))
            row = top + repeat + end - start
            if end >= count:
                break
            pages.append([])
            start, top = end, 0
    return pages


def _turn(pages: list[PageRows], pieces: Sequence[Piece], rows: int) -> int:
    """Begin a page; pieces that must stay with what follows go with it. Returns the next row."""
    page = pages[-1]
    kept = len(page)
    while kept > 1 and pieces[page[kept - 1].piece].keep:
        kept -= 1
    moved = page[kept:]
    if moved and sum(end - start for _, start, end, _, _ in moved) < rows // 2:
        del page[kept:]
        shift = moved[0].row
        pages.append([placed._replace(row=placed.row - shift) for placed in moved])
        return height(pages[-1])
    pages.append([])
    return 0
