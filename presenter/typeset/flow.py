"""Pieces to pages: where a page ends, and how airily it is spaced.

A page ends between pieces where it can, never after a piece that must stay with the next; within a
paragraph it leaves no single line on either side (widows and orphans). All is spaced as airily as
leaves it on the fewest pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from presenter.typeset.piece import Piece


class Spacing(Struct, frozen=True):
    """Empty rows below the heading, and above a piece by the air that it wants."""

    gap: int
    item: int
    paragraph: int
    block: int
    none: int = 0


_TALL = Spacing(gap=3, item=2, paragraph=2, block=3)
_ROOMY = Spacing(gap=2, item=2, paragraph=2, block=2)
_AIRY = Spacing(gap=1, item=1, paragraph=1, block=2)
EVEN = Spacing(gap=1, item=1, paragraph=1, block=1)
_CLOSE = Spacing(gap=1, item=0, paragraph=1, block=1)
_TIGHT = Spacing(gap=0, item=0, paragraph=1, block=1)
TIGHTEST = Spacing(gap=0, item=0, paragraph=0, block=0)

TALL = 48
"""Rows of the lowest page that is spaced as airily as any."""


class Placed(Struct, frozen=True):
    """Lines of a piece on a page: from `start` to `end`, the first of them on `row`."""

    piece: int
    start: int
    end: int
    row: int
    header: bool = False
    """Whether the piece's header is repeated on the rows above."""


PageRows = list[Placed]


def height(page: PageRows) -> int:
    """The rows that a page's lines reach down to."""
    return page[-1].row + page[-1].end - page[-1].start if page else 0


def needed(pieces: Sequence[Piece], spacing: Spacing) -> int:
    """The rows that `pieces` take on one page."""
    rows = 0
    for piece in pieces:
        rows += len(piece.lines) + (getattr(spacing, piece.space_before) if rows else 0)
    return rows


def flow(pieces: Sequence[Piece], rows: int, spacing: Spacing) -> list[PageRows]:
    """`pieces` on pages of `rows` rows, at least 1; at least one page."""
    page: PageRows = []
    pages = [page]
    row = 0
    least = _least(pieces, rows, spacing)
    for index, piece in enumerate(pieces):
        count = len(piece.lines)
        start = 0
        top = row + getattr(spacing, piece.space_before) if page else 0
        if page and top + least[index] > rows:
            page = []
            pages.append(page)
            top = 0
        while True:
            again = start > 0 or (index > 0 and piece.space_before != "block")
            header = len(piece.header) if again and not page else 0
            if top + header >= rows or (piece.whole and start == 0 and count + header > rows):
                header = 0  # or what fits on a page would be torn, or have no room at all
            room = max(1, rows - top - header)
            take = min(count - start, room)
            if start + take < count:
                take = _without_widow(count - start, take)
            elif piece.keep and index + 1 < len(pieces) and take > 3:
                after = getattr(spacing, pieces[index + 1].space_before) + least[index + 1]
                if take + after > room and start == 0 and not piece.whole:
                    take -= 2
            page.append(Placed(index, start, start + take, top + header, bool(header)))
            row = top + header + take
            start += take
            if start >= count:
                break
            page = []
            pages.append(page)
            top = 0
    return pages


def balanced(pieces: Sequence[Piece], rows: int, spacing: Spacing) -> list[PageRows]:
    """`pieces` on as few pages as `flow` needs, about equally full."""
    pages = flow(pieces, rows, spacing)
    if len(pages) < 2:
        return pages
    lines = sum(len(piece.lines) for piece in pieces)
    low, high = max(-(-lines // len(pages)), tallest(pieces, rows, spacing)), rows
    while low < high:
        middle = (low + high) // 2
        trial = flow(pieces, middle, spacing)
        if len(trial) <= len(pages):
            pages, high = trial, middle
        else:
            low = middle + 1
    return pages


def tallest(pieces: Sequence[Piece], rows: int, spacing: Spacing) -> int:
    """The rows that a page must have so that nothing is parted which fits on one of `rows`."""
    return max(_least(pieces, rows, spacing), default=0)


def _least(pieces: Sequence[Piece], rows: int, spacing: Spacing) -> list[int]:
    """For each piece, how many rows must be left on a page for it to begin there."""
    least = [0] * len(pieces)
    after = 0
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        count = len(piece.lines)
        own = count if count <= 3 or (piece.whole and count <= rows) else 2
        if piece.keep and index + 1 < len(pieces) and count + after <= rows:
            own = count + after
        least[index] = min(own, rows)
        after = least[index] + int(getattr(spacing, piece.space_before))
    return least


def _without_widow(left: int, take: int) -> int:
    """How many of `left` lines to take where `take` fit: the last one is not left alone."""
    return take - 1 if left - take == 1 and take > 2 else take


class Fit(NamedTuple):
    """What stands on which page, rows counted from the first below the gap; and the spacing."""

    pages: list[PageRows]
    spacing: Spacing


@lru_cache
def densities(height: int, *, headed: bool) -> tuple[Spacing, ...]:
    """The ways of spacing on a page of `height` rows with a heading or none, airy to tight."""
    tall = (_TALL,) if height >= TALL else ()
    roomy = (_ROOMY,) if height >= 32 else ()
    ways = (*tall, *roomy, _AIRY, EVEN, _CLOSE, _TIGHT, TIGHTEST)
    return ways if headed else tuple(replace(way, gap=0) for way in ways)


def fit(pieces: Sequence[Piece], settled: int, all_rows: int, spacings: Sequence[Spacing]) -> Fit:
    """`pieces` on the fewest pages, in the airiest of `spacings` that needs no more.

    settled: the rows below a heading that stands where it does on every slide. all_rows: those
    below a heading that is moved up to the page's top; it moves before items lose their air.
    """
    if not pieces:
        return Fit([[]], spacings[0])
    for rows in (settled, all_rows):
        for spacing in spacings:
            if spacing.item and rows - spacing.gap >= needed(pieces, spacing):
                return Fit([_one_page(pieces, spacing)], spacing)
    for spacing in spacings:
        if all_rows - spacing.gap >= needed(pieces, spacing):
            return Fit([_one_page(pieces, spacing)], spacing)
    fewest = len(flow(pieces, all_rows, spacings[-1]))
    least = tallest(pieces, all_rows, spacings[-1])
    for spacing in spacings:
        rows = all_rows - spacing.gap
        if rows >= max(1, least) and len(flow(pieces, rows, spacing)) <= fewest:
            return Fit(balanced(pieces, rows, spacing), spacing)
    return Fit(balanced(pieces, all_rows, spacings[-1]), spacings[-1])


def _one_page(pieces: Sequence[Piece], spacing: Spacing) -> PageRows:
    page: PageRows = []
    row = 0
    for index, piece in enumerate(pieces):
        if page:
            row += getattr(spacing, piece.space_before)
        page.append(Placed(index, 0, len(piece.lines), row))
        row += len(piece.lines)
    return page
