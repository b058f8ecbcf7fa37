"""The order in which a slide is read: from top to bottom, and what stands side by side as columns.

Shapes are parted by the gaps between them, first into bands from top to bottom; bands that the
same gaps part from left to right belong together, so that a heading stays above its own text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from presenter.deck.blocks import Block, Column, Columns
from presenter.imports.powerpoint.geometry import Box

MOST_COLUMNS = 4
"""More things side by side are read one after another."""

_OVERLAP = 0.1
"""Shapes may lie over each other by this part of the smaller one, and still stand apart."""


class Placed(NamedTuple):
    """Blocks and the box that they stand in."""

    box: Box
    blocks: Sequence[Block]


def in_order(placed: Sequence[Placed]) -> Iterator[Block]:
    """The blocks of all shapes, as they are read."""
    for columns in _groups(placed):
        if len(columns) == 1 or len(columns) > MOST_COLUMNS:
            for each in columns:
                yield from _down(each)
        else:
            yield Columns(columns=tuple(Column(content=tuple(_down(each))) for each in columns))


def _groups(placed: Sequence[Placed]) -> Iterator[list[list[Placed]]]:
    """Bands from top to bottom, each as its columns; those that make the same columns are one."""
    columns: list[list[Placed]] = []
    edges: list[_Edges] = []
    for band in _parted(placed, lambda box: (box.top, box.bottom)):
        own = _columns(band)
        wider = _wider(edges, [_edges(each) for each in own])
        if wider:
            for column, more in zip(columns, own, strict=True):
                column += more
            edges = wider
            continue
        if columns:
            yield columns
        columns, edges = own, [_edges(each) for each in own]
    if columns:
        yield columns


_Edges = tuple[float, float]
"""From where to where a column goes."""


def _edges(column: Sequence[Placed]) -> _Edges:
    return min(each.box.left for each in column), max(each.box.right for each in column)


def _wider(edges: Sequence[_Edges], own: Sequence[_Edges]) -> list[_Edges]:
    """The edges of columns that hold both; none where they are not the same columns."""
    if len(edges) != len(own) or len(own) < 2:
        return []
    both = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(edges, own, strict=True)]
    apart = all(
        left[1] - (left[1] - left[0]) * _OVERLAP <= right[0] + (right[1] - right[0]) * _OVERLAP
        for left, right in pairwise(both)
    )
    return both if apart else []


def _columns(band: Sequence[Placed]) -> list[list[Placed]]:
    return _parted(band, lambda box: (box.left, box.right))


def _down(placed: Sequence[Placed]) -> Iterator[Block]:
    """The blocks of shapes one below the other; of those in one band, from the left."""
    for band in _parted(placed, lambda box: (box.top, box.bottom)):
        for column in _columns(band) if len(band) > 1 else [band]:
            for each in sorted(column, key=lambda each: (each.box.top, each.box.left)):
                yield from each.blocks


def _parted(
    placed: Sequence[Placed], span: Callable[[Box], tuple[float, float]]
) -> list[list[Placed]]:
    """`placed` parted where no shape crosses, by their `span`s."""
    parts: list[list[Placed]] = []
    end = 0.0
    for each in sorted(placed, key=lambda each: span(each.box)):
        start, stop = span(each.box)
        inset = (stop - start) * _OVERLAP
        if parts and start + inset < end:
            parts[-1].append(each)
            end = max(end, stop - inset)
        else:
            parts.append([each])
            end = stop - inset
    return parts
