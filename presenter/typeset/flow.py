"""Pieces to pages: where a page ends.

A page ends between pieces where it can, never after a piece that must stay with the next; within a
paragraph it leaves no single line on either side (widows and orphans).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.typeset.piece import Piece


class Spacing(NamedTuple):
    """Empty rows below the heading, and above a piece by the air that it wants."""

    gap: int
    item: int
    paragraph: int
    block: int
    none: int = 0


class Placed(NamedTuple):
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
        rows += len(piece.lines) + (getattr(spacing, piece.air) if rows else 0)
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
        top = row + getattr(spacing, piece.air) if page else 0
        if page and top + least[index] > rows:
            page = []
            pages.append(page)
            top = 0
        while True:
            again = start > 0 or (index > 0 and piece.air != "block")
            header = len(piece.header) if again and not page else 0
            if top + header >= rows or (piece.whole and start == 0 and count + header > rows):
                header = 0  # or what fits on a page would be torn, or have no room at all
            room = max(1, rows - top - header)
            take = min(count - start, room)
            if start + take < count:
                take = _without_widow(count - start, take)
            elif piece.keep and index + 1 < len(pieces) and take > 3:
                after = getattr(spacing, pieces[index + 1].air) + least[index + 1]
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
        after = least[index] + int(getattr(spacing, piece.air))
    return least


def _without_widow(left: int, take: int) -> int:
    """How many of `left` lines to take where `take` fit: the last one is not left alone."""
    return take - 1 if left - take == 1 and take > 2 else take
