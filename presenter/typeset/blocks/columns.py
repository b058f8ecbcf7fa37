"""Blocks side by side; one under another where there is no room for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from presenter.deck.blocks.columns import Column, Columns
from presenter.typeset.page import Line, Picture, line_width
from presenter.typeset.piece import Air, Context, Piece, space

_LEAST = 14
"""The narrowest that a column is set, in cells: seven Han characters."""

_AIR: tuple[dict[Air, int], ...] = (
    {"none": 0, "item": 1, "paragraph": 1, "block": 1},
    {"none": 0, "item": 0, "paragraph": 1, "block": 1},
)


@dataclass(frozen=True, slots=True)
class _Stack:
    """A column that is set: its lines, and the rows before which it may be parted."""

    lines: list[Line]
    seams: set[int]
    pictures: list[Picture]


def set_columns(block: Columns, context: Context) -> list[Piece]:
    """The columns' lines joined row by row, cut into pieces where all columns can be parted.

    Each column is one step under reveal. Where a column would be too narrow they follow one
    another down the page.
    """
    gap = 4 if context.width >= 60 else 2
    widths = _widths(block.columns, context.width - gap * (len(block.columns) - 1))
    if min(widths, default=0) < _LEAST:
        return _stacked(block.columns, context)
    inner = [replace(context, width=width, reveal=False, shown=0) for width in widths]
    sets = [_set(column, own) for column, own in zip(block.columns, inner, strict=True)]
    stacks = [_stack(pieces, _AIR[0]) for pieces in sets]
    if max((len(stack.lines) for stack in stacks), default=0) > context.rows:
        stacks = [_stack(pieces, _AIR[1]) for pieces in sets]
    return _joined(stacks, widths, gap, context)


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    total = sum(column.width for column in columns)
    return [int(room * column.width / total) for column in columns]


def _set(column: Column, context: Context) -> list[Piece]:
    from presenter.typeset.blocks import SETTERS

    context = replace(context, alone=context.alone and len(column.content) == 1)
    pieces: list[Piece] = []
    for block in column.content:
        own = SETTERS[type(block)](block, context)
        if own and pieces:
            own[0] = replace(own[0], air="block")
        pieces += own
    return pieces


def _stacked(columns: Sequence[Column], context: Context) -> list[Piece]:
    """The columns one under another."""
    pieces: list[Piece] = []
    for number, column in enumerate(columns):
        own = _set(column, replace(context, reveal=False, shown=0))
        if own and pieces:
            own[0] = replace(own[0], air="block")
        step = number + 1 if context.reveal else 0
        pieces += [replace(piece, step=step, also=()) for piece in own]
    return pieces


def _stack(pieces: Sequence[Piece], air: dict[Air, int]) -> _Stack:
    lines: list[Line] = []
    seams: set[int] = set()
    pictures: list[Picture] = []
    for number, piece in enumerate(pieces):
        rows = air[piece.air] if lines else 0
        if lines and not pieces[number - 1].keep:
            seams.add(len(lines) + rows)
        lines += [piece.filler] * rows
        pictures += [each._replace(y=each.y + len(lines)) for each in piece.pictures]
        lines += piece.lines
    return _Stack(lines, seams, pictures)


def _joined(
    stacks: Sequence[_Stack], widths: Sequence[int], gap: int, context: Context
) -> list[Piece]:
    """Rows of all columns, as pieces from seam to seam."""
    rows = max((len(stack.lines) for stack in stacks), default=0)
    seams = [
        row
        for row in range(1, rows)
        if all(row in stack.seams or row >= len(stack.lines) for stack in stacks)
    ]
    steps = tuple(range(1, len(stacks) + 1)) if context.reveal else ()
    pieces: list[Piece] = []
    for start, end in zip([0, *seams], [*seams, rows], strict=True):
        lines = tuple(
            _row([_line(stack, row, n, context) for n, stack in enumerate(stacks)], widths, gap)
            for row in range(start, end)
        )
        pictures = tuple(
            picture._replace(x=picture.x + sum(widths[:n]) + gap * n, y=picture.y - start)
            for n, stack in enumerate(stacks)
            if _seen(n, context)
            for picture in stack.pictures
            if start <= picture.y < end
        )
        first, *more = steps or (0,)
        air: Air = "none" if pieces else "item"
        pieces.append(Piece(lines, air=air, step=first, also=tuple(more), pictures=pictures))
    return pieces


def _seen(column: int, context: Context) -> bool:
    return not context.reveal or column < context.shown


def _line(stack: _Stack, row: int, column: int, context: Context) -> Line:
    if row >= len(stack.lines) or not _seen(column, context):
        return ()
    return stack.lines[row]


def _row(lines: Sequence[Line], widths: Sequence[int], gap: int) -> Line:
    """Lines side by side, each but the last filled up to its column's width and the gap."""
    row: Line = ()
    for number, line in enumerate(lines):
        row = (*row, *line)
        if any(lines[number + 1 :]):
            row = (*row, space(widths[number] - line_width(line) + gap))
    return row
