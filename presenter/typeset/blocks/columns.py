"""Blocks side by side; one under another where there is no room for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from presenter.deck.blocks.columns import Column, Columns
from presenter.typeset.flow import PageRows, Spacing, flow
from presenter.typeset.page import Line, Picture, line_width
from presenter.typeset.piece import Context, Piece, space

_LEAST = 14
"""The narrowest that a column is set, in cells: seven Han characters."""

_SPACINGS = (Spacing(0, item=1, paragraph=1, block=1), Spacing(0, item=0, paragraph=1, block=1))
"""The air within a column, and where that is too much for one page."""

_ENDLESS = 1_000_000
"""More rows than any column has."""

_ALL = 1_000_000
"""More steps than any block has."""


class _SetColumn(NamedTuple):
    """A column's pieces, steps counted through all columns, and the step at which it appears."""

    pieces: list[Piece]
    appears: int


@dataclass(slots=True)
class _Stack:
    """A column as lines; beside each line the steps at which it appears or changes.

    seams: the rows before which it may be parted, each with the lines to repeat above it then.
    """

    lines: list[Line] = field(default_factory=list)
    steps: list[tuple[int, ...]] = field(default_factory=list)
    seams: dict[int, tuple[Line, ...]] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)


def set_columns(block: Columns, context: Context) -> list[Piece]:
    """The columns' lines joined row by row, cut into pieces where all columns can be parted.

    Where there is a stretch longer than a page in which they cannot, each column is parted for
    itself, and what stands on a page is a piece. Under reveal each column is one step, and the
    steps of the code in it follow. Where a column would be too narrow they follow one another down
    the page.
    """
    gap = 4 if context.width >= 60 else 2
    widths = _widths(block.columns, context.width - gap * (len(block.columns) - 1))
    stacked = min(widths, default=0) < _LEAST
    if stacked:
        widths = [context.width] * len(block.columns)
    columns: list[_SetColumn] = []
    before = 0
    for column, width in zip(block.columns, widths, strict=True):
        columns.append(_set(column, replace(context, width=width), before))
        steps = (piece.last_step for piece in columns[-1].pieces)
        before = max(before, columns[-1].appears, *steps)
    if stacked:
        return [piece for column in columns for piece in _below_others(column, columns[0])]
    stacks = [_stacks(column, _ENDLESS, _SPACINGS[0])[0] for column in columns]
    if max(len(stack.lines) for stack in stacks) > context.rows:
        stacks = [_stacks(column, _ENDLESS, _SPACINGS[1])[0] for column in columns]
    seen = [column.appears <= context.shown for column in columns]
    pieces = _joined(stacks, widths, gap, seen, reveal=context.reveal)
    if max(len(piece.lines) for piece in pieces) > context.rows:
        paged = [_stacks(column, context.rows, _SPACINGS[1]) for column in columns]
        pieces = [
            replace(piece, header=())
            for page in zip_longest(*paged, fillvalue=_Stack())
            for piece in _joined(page, widths, gap, seen, reveal=context.reveal, whole=True)
        ]
        pieces[1:] = [replace(piece, air="none") for piece in pieces[1:]]
    otherwise = tuple(
        block for column in columns for piece in column.pieces for block in piece.otherwise
    )
    return [replace(pieces[0], otherwise=otherwise), *pieces[1:]]


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    total = sum(column.width for column in columns)
    return [int(room * column.width / total) for column in columns]


def _set(column: Column, context: Context, before: int) -> _SetColumn:
    """The blocks of a column one under another, where `before` steps come before it."""
    from presenter.typeset.blocks import set_block

    appears = before + 1 if context.reveal else 0
    before = max(before, appears)
    alone = context.alone and len(column.content) == 1
    inner = replace(context, reveal=False, shown=_ALL, alone=alone)
    pieces: list[Piece] = []
    for block in column.content:
        own = set_block(block, inner)
        steps = max((piece.last_step for piece in own), default=0)
        if steps and context.shown < _ALL:
            own = set_block(block, replace(inner, shown=max(0, context.shown - before)))
        own = [replace(piece.moved(before), step=appears) for piece in own]
        if own and pieces:
            own[0] = replace(own[0], air="block")
        before += steps
        pieces += own
    return _SetColumn(pieces, appears if pieces else 0)


def _below_others(column: _SetColumn, top: _SetColumn) -> list[Piece]:
    """The pieces of a column that stands under the one before it."""
    if column is top or not column.pieces:
        return column.pieces
    first, *rest = column.pieces
    return [replace(first, air="block"), *rest]


def _stacks(column: _SetColumn, rows: int, spacing: Spacing) -> list[_Stack]:
    """The column on pages of `rows` rows."""
    return [_stack(column, page) for page in flow(column.pieces, rows, spacing)]


def _stack(column: _SetColumn, page: PageRows) -> _Stack:
    """What stands of the column on `page`."""
    stack = _Stack()
    kept = True
    for placed in page:
        piece = column.pieces[placed.piece]
        header = piece.header if placed.header else ()
        air = placed.row - len(header) - len(stack.lines)
        top = placed.row
        if not kept:
            begins = placed.piece == 0 or piece.air == "block"
            stack.seams[top] = () if begins else piece.header
        filler = piece.filler if stack.lines else ()
        stack.lines += [*[filler] * air, *header, *piece.lines[placed.start : placed.end]]
        # A block's own later steps; that of the whole column comes first.
        own = (*((column.appears,) if column.appears else ()), *piece.also)
        stack.steps += [own] * (len(stack.lines) - len(stack.steps))
        if placed.end - placed.start == len(piece.lines):
            stack.pictures += [each._replace(y=each.y + top) for each in piece.pictures]
        kept = piece.keep
    return stack


def _joined(
    stacks: Sequence[_Stack],
    widths: Sequence[int],
    gap: int,
    seen: Sequence[bool],
    *,
    reveal: bool,
    whole: bool = False,
) -> list[Piece]:
    """Rows of all columns, as pieces from seam to seam; what is not `seen` leaves its room.

    `whole`: as one piece.
    """
    rows = max(len(stack.lines) for stack in stacks)
    seams = [
        row
        for row in range(1, rows if not whole else 0)
        if all(row in stack.seams or row >= len(stack.lines) for stack in stacks)
    ]
    shown = [stack if is_seen else _Stack() for stack, is_seen in zip(stacks, seen, strict=True)]
    pieces: list[Piece] = []
    for start, end in zip([0, *seams], [*seams, rows], strict=True):
        steps = sorted({each for stack in stacks for own in stack.steps[start:end] for each in own})
        appears = steps.pop(0) if reveal and steps else 0
        pieces.append(
            Piece(
                _side_by_side(
                    [stack.lines[start:end] for stack in shown], widths, gap, end - start
                ),
                air="none" if pieces else "item",
                step=appears,
                also=tuple(steps),
                header=_headers([stack.seams.get(start, ()) for stack in shown], widths, gap),
                pictures=tuple(
                    picture._replace(x=picture.x + sum(widths[:n]) + gap * n, y=picture.y - start)
                    for n, stack in enumerate(shown)
                    for picture in stack.pictures
                    if start <= picture.y < end
                ),
            )
        )
    return pieces


def _side_by_side(
    columns: Sequence[Sequence[Line]], widths: Sequence[int], gap: int, rows: int
) -> tuple[Line, ...]:
    """Columns of lines joined into `rows` lines; shorter ones are filled up below."""
    return tuple(
        _row([lines[row] if row < len(lines) else () for lines in columns], widths, gap)
        for row in range(rows)
    )


def _headers(
    headers: Sequence[tuple[Line, ...]], widths: Sequence[int], gap: int
) -> tuple[Line, ...]:
    """What the columns repeat on a further page, each down to the row above its lines."""
    rows = max(map(len, headers))
    filled = [((),) * (rows - len(header)) + header for header in headers]
    return _side_by_side(filled, widths, gap, rows)


def _row(lines: Sequence[Line], widths: Sequence[int], gap: int) -> Line:
    """Lines side by side, each but the last filled up to its column's width and the gap."""
    row: Line = ()
    for number, line in enumerate(lines):
        row = (*row, *line)
        if any(lines[number + 1 :]):
            row = (*row, space(widths[number] - line_width(line) + gap))
    return row
