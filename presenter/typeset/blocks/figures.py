"""Large numbers side by side, each with its label under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from presenter.deck.blocks.figures import Figure, Figures
from presenter.typeset.large.layout import set_side_by_side
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Context, Piece, space

_LEAST = 8
"""The narrowest column for a figure, in cells: four Han characters of label."""


_LEAST_ROWS = 4
"""Rows of the lowest large figure."""


def set_figures(block: Figures, context: Context) -> list[Piece]:
    """A piece for each row of figures; a figure is one step under reveal.

    As many stand in a row as have room with all numbers in one size; bold where none has.
    """
    items = block.items
    gap = 4 if context.width >= 60 else 2
    counts = [
        count
        for count in _counts(len(items))
        if count == 1 or _column(context.width, count, gap) >= _LEAST
    ]
    for count in counts:
        if -(-len(items) // count) * (_LEAST_ROWS + 1) > max(context.rows, count):
            continue  # too many to draw them all and see that they have no room
        width = _column(context.width, count, gap)
        rows = max(4, context.rows * 2 // 5)
        values = [item.value for item in items]
        large = set_side_by_side(values, width, rows, context.setting, "big")
        if large:
            pieces = _pieces(items, large, count, width, gap, context, air=1)
            if sum(len(piece.lines) + 1 for piece in pieces) <= max(context.rows, count):
                return pieces
    count = counts[0]
    width = _column(context.width, count, gap)
    bold = [_bold(item.value, width, context) for item in items]
    return _pieces(items, bold, count, width, gap, context)


def _counts(total: int) -> list[int]:
    """How many may stand in a row, most first, with rows as even as can be."""
    even = {-(-total // -(-total // most)) for most in range(1, total + 1)}
    return sorted(even, reverse=True)


def _column(width: int, count: int, gap: int) -> int:
    return max(1, (width - gap * (count - 1)) // count)


def _bold(value: str, width: int, context: Context) -> tuple[Line, ...]:
    """`value` as it is written, as in large type."""
    return tuple(set_plain(value, "figure.value", width, context.setting))


def _label(text: str, width: int, context: Context) -> list[Line]:
    if not text:
        return []
    return set_paragraph(text, "figure.label", width, context.setting, balanced=True)


def _pieces(
    items: Sequence[Figure],
    values: Sequence[tuple[Line, ...]],
    count: int,
    width: int,
    gap: int,
    context: Context,
    *,
    air: int = 0,
) -> list[Piece]:
    """Rows of `count` figures, each `width` cells wide and `air` rows above its label."""
    pieces = []
    for start in range(0, len(items), count):
        row = range(start, min(start + count, len(items)))
        high = max(len(values[index]) for index in row)
        columns: list[list[Line]] = []
        for index in row:
            missing = high - len(values[index])
            label = _label(items[index].label, width, context)
            between = [()] * (air if label else 0)
            columns.append([*([()] * missing), *values[index], *between, *label])
        steps = [context.node.step_of(index) for index in row]
        seen = [step <= context.shown for step in steps]
        lines = tuple(
            _joined(cells, seen, width + gap) for cells in zip_longest(*columns, fillvalue=())
        )
        first, *more = sorted(set(steps))
        pieces.append(Piece(lines, step=first, also=tuple(more)))
    return pieces


def _joined(cells: Sequence[Line], seen: Sequence[bool], width: int) -> Line:
    """Lines side by side, each but the last filled up to `width`; those not `seen` are empty."""
    line: list[Run] = []
    open_cells = 0
    for cell, show in zip(cells, seen, strict=True):
        if show and cell:
            if open_cells:
                line.append(space(open_cells))
            line += cell
            open_cells = width - line_width(cell)
        else:
            open_cells += width
    return tuple(line)
