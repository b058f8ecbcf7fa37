"""Large type: numbers side by side, each with its label under it, and a word or two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from presenter.content import nodes
from presenter.typeset.large.layout import set_large, set_side_by_side
from presenter.typeset.page import Line, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area, Piece

_LEAST = 8
"""The narrowest column for a figure, in cells: four Han characters of label."""


_LEAST_ROWS = 4
"""Rows of the lowest large figure."""


def set_figures(node: nodes.Figures, area: Area) -> list[Piece]:
    """A piece for each row of figures; a figure is one step under reveal.

    As many stand in a row as have room with all numbers in one size; bold where none has.
    """
    items = node.items
    gap = 4 if area.width >= 60 else 2
    counts = [
        count
        for count in _counts(len(items))
        if count == 1 or _column(area.width, count, gap) >= _LEAST
    ]
    for count in counts:
        if -(-len(items) // count) * (_LEAST_ROWS + 1) > max(area.rows, count):
            continue  # too many to draw them all and see that they have no room
        width = _column(area.width, count, gap)
        rows = max(4, area.rows * 2 // 5)
        values = [item.value for item in items]
        large = set_side_by_side(values, width, rows, area.setting, "big")
        if large:
            pieces = _pieces(node, large, count, width, gap, area, air=1)
            if sum(len(piece.lines) + 1 for piece in pieces) <= max(area.rows, count):
                return pieces
    count = counts[0]
    width = _column(area.width, count, gap)
    bold = [_bold(item.value, width, area) for item in items]
    return _pieces(node, bold, count, width, gap, area)


def _counts(total: int) -> list[int]:
    """How many may stand in a row, most first, with rows as even as can be."""
    even = {-(-total // -(-total // most)) for most in range(1, total + 1)}
    return sorted(even, reverse=True)


def _column(width: int, count: int, gap: int) -> int:
    return max(1, (width - gap * (count - 1)) // count)


def _bold(value: str, width: int, area: Area) -> tuple[Line, ...]:
    """`value` as it is written, as in large type."""
    return tuple(set_plain(value, "figure.value", width, area.setting))


def _pieces(
    node: nodes.Figures,
    values: Sequence[tuple[Line, ...]],
    count: int,
    width: int,
    gap: int,
    area: Area,
    *,
    air: int = 0,
) -> list[Piece]:
    """Rows of `count` figures, each `width` cells wide and `air` rows above its label."""
    pieces = []
    setting, items = area.setting, node.items
    for start in range(0, len(items), count):
        row = range(start, min(start + count, len(items)))
        high = max(len(values[index]) for index in row)
        columns: list[list[Line]] = []
        for index in row:
            missing = high - len(values[index])
            label = set_paragraph(items[index].label, "figure.label", width, setting, balanced=True)
            between = [()] * (air if label else 0)
            columns.append([*([()] * missing), *values[index], *between, *label])
        steps = [node.step_of(index) for index in row]
        seen = [step <= area.shown for step in steps]
        lines = tuple(
            _joined(cells, seen, width + gap) for cells in zip_longest(*columns, fillvalue=())
        )
        first, *more = sorted(set(steps))
        pieces.append(Piece(lines, step=first, change_steps=tuple(more)))
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


def set_big(node: nodes.Big, area: Area) -> list[Piece]:
    """One piece: the large text over a quiet copy, to be found and copied.

    Bold where large glyphs have no room.
    """
    setting, width = area.setting, area.width
    text = "\n".join(node.lines)
    small = set_plain(text, "big.copy", width, setting, balanced=True)
    air = 4 if area.rows >= 12 else 2
    room = area.rows - len(small) - air
    # A third of the page is for the other blocks, if that leaves enough.
    large = None if area.alone else set_large(text, width, room * 2 // 3, setting)
    large = large or set_large(text, width, room, setting)
    if large is None:
        return [Piece(tuple(set_plain(text, "big.plain", width, setting, balanced=True)))]
    return [Piece((*large, (), *small))]
