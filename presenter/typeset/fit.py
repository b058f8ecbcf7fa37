"""How airily the content of a slide is spaced: as much as leaves it on the fewest pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from presenter.typeset.flow import PageRows, Placed, Spacing, balanced, flow, needed, tallest
from presenter.typeset.piece import Piece

_TALL = Spacing(gap=3, item=2, paragraph=2, block=3)
_ROOMY = Spacing(gap=2, item=2, paragraph=2, block=2)
_AIRY = Spacing(gap=1, item=1, paragraph=1, block=2)
EVEN = Spacing(gap=1, item=1, paragraph=1, block=1)
_CLOSE = Spacing(gap=1, item=0, paragraph=1, block=1)
_TIGHT = Spacing(gap=0, item=0, paragraph=1, block=1)
TIGHTEST = Spacing(gap=0, item=0, paragraph=0, block=0)


class Fit(NamedTuple):
    """What stands on which page, rows counted from the first below the gap; and the spacing."""

    pages: list[PageRows]
    spacing: Spacing


@lru_cache
def spacings(height: int, *, headed: bool) -> tuple[Spacing, ...]:
    """The ways of spacing on a page of `height` rows with a heading or none, airy to tight."""
    tall = (_TALL,) if height >= 48 else ()
    roomy = (_ROOMY,) if height >= 32 else ()
    ways = (*tall, *roomy, _AIRY, EVEN, _CLOSE, _TIGHT, TIGHTEST)
    return ways if headed else tuple(way._replace(gap=0) for way in ways)


def fit(pieces: Sequence[Piece], settled: int, all_rows: int, ways: Sequence[Spacing]) -> Fit:
    """`pieces` on the fewest pages, and among those ways in the airiest.

    settled: the rows below a heading that stands where it does on every slide. all_rows: those
    below a heading that is moved up to the page's top; it moves before items lose their air.
    """
    if not pieces:
        return Fit([[]], ways[0])
    for rows in (settled, all_rows):
        for way in ways:
            if way.item and rows - way.gap >= needed(pieces, way):
                return Fit([_one_page(pieces, way)], way)
    for way in ways:
        if all_rows - way.gap >= needed(pieces, way):
            return Fit([_one_page(pieces, way)], way)
    fewest = len(flow(pieces, all_rows, ways[-1]))
    least = tallest(pieces, all_rows, ways[-1])
    for way in ways:
        rows = all_rows - way.gap
        if rows >= max(1, least) and len(flow(pieces, rows, way)) <= fewest:
            return Fit(balanced(pieces, rows, way), way)
    return Fit(balanced(pieces, all_rows, ways[-1]), ways[-1])


def _one_page(pieces: Sequence[Piece], spacing: Spacing) -> PageRows:
    page: PageRows = []
    row = 0
    for index, piece in enumerate(pieces):
        if page:
            row += getattr(spacing, piece.air)
        page.append(Placed(index, 0, len(piece.lines), row))
        row += len(piece.lines)
    return page
