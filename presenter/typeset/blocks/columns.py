"""Blocks side by side; one under another where there is no room for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from msgspec.structs import replace

from presenter.content import Column, nodes
from presenter.typeset.flow import PageRows, Spacing, flow
from presenter.typeset.frame import MEASURE
from presenter.typeset.page import Line, Picture, line_width, space
from presenter.typeset.piece import Area, Piece

_LEAST = 14
"""The narrowest that a column is set, in cells: seven Han characters."""

_REGULAR = 30
_LEAST_MODEST = 20
"""Cells of columns that need less, as far as they have them: nearer, lists look like one. The
second beside a column that needs more than its share."""

_SPACINGS = (Spacing(0, item=1, paragraph=1, block=1), Spacing(0, item=0, paragraph=1, block=1))
"""The air within a column, and where that is too much for one page."""

_ENDLESS = 1_000_000
"""More rows than any column has."""


@dataclass(slots=True)
class _Stack:
    """A column as lines; beside each line the steps at which it appears or changes.

    seams: the rows before which it may be parted, each with the lines to repeat above it then.
    """

    lines: list[Line] = field(default_factory=list)
    steps: list[tuple[int, ...]] = field(default_factory=list)
    seams: dict[int, tuple[Line, ...]] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)


def set_columns(node: nodes.Columns, area: Area) -> list[Piece]:
    """The columns' lines joined row by row, cut into pieces where all columns can be parted.

    Where there is a stretch longer than a page in which they cannot, each column is parted for
    itself, and what stands on a page is a piece. Where a column would be too narrow they stand in
    rows, as many in each as have room, or follow one another down the page.
    """
    gap = _gap(area)
    widths = _widths(node.columns, area.width - gap * (len(node.columns) - 1))
    if min(widths) >= _LEAST:
        return _set_row(*_fitted(node.columns, widths, area), gap, area)
    total = len(node.columns)
    equal = len({column.width for column in node.columns}) == 1
    most = (area.width + gap) // (_LEAST + gap)
    if most < 2 or not equal:
        return [piece for column in node.columns for piece in _set(column, area)]
    most = -(-total // -(-total // most))  # as many in each row
    share = (area.width + gap) // most - gap
    pieces: list[Piece] = []
    for start in range(0, total, most):
        columns = [
            _set(column, replace(area, width=share, hang=0))
            for column in node.columns[start : start + most]
        ]
        columns += [[]] * (most - len(columns))
        row = _set_row(columns, [share] * most, gap, area)
        pieces += [replace(piece, space_before="block") for piece in row[:1]] + row[1:]
    return pieces


def in_columns(node: nodes.List, widest: int, area: Area) -> nodes.Columns | None:
    """A list that is longer than a page, in as few columns as have room for all of it on one.

    widest: the cells of its widest item. None where that has no room.
    """
    total = len(node.items)
    count = -(-total // max(1, area.rows - 1))  # a row is for the air below the heading
    if (area.width + _gap(area)) // count - _gap(area) < max(widest, _LEAST):
        return None
    rows = -(-total // count)
    starts = range(0, total, rows)
    return nodes.Columns(
        columns=tuple(
            Column(
                width=1,
                nodes=(
                    replace(
                        node,
                        items=node.items[start : start + rows],
                        parts=node.parts[start : start + rows],
                        step=node.step_of(start),
                    ),
                ),
            )
            for start in starts
        )
    )


def _gap(area: Area) -> int:
    """The cells between two columns."""
    return max(4 if area.width >= 60 else 2, area.width // 16)


def _set_row(columns: list[list[Piece]], widths: list[int], gap: int, area: Area) -> list[Piece]:
    """Columns of pieces side by side."""
    if area.setting.right_to_left:
        columns.reverse()
        widths.reverse()
    stacks = [_stacks(column, _ENDLESS, _SPACINGS[0], area.shown)[0] for column in columns]
    if max(len(stack.lines) for stack in stacks) > area.rows:
        stacks = [_stacks(column, _ENDLESS, _SPACINGS[1], area.shown)[0] for column in columns]
    pieces = _joined(stacks, widths, gap)
    if max((len(piece.lines) for piece in pieces), default=0) > area.rows:
        paged = [_stacks(column, area.rows, _SPACINGS[1], area.shown) for column in columns]
        pieces = [
            replace(piece, header=())
            for page in zip_longest(*paged, fillvalue=_Stack())
            for piece in _joined(page, widths, gap, whole=True)
        ]
        pieces[1:] = [replace(piece, space_before="none") for piece in pieces[1:]]
    otherwise = tuple(each for column in columns for piece in column for each in piece.otherwise)
    pieces[:1] = [replace(piece, otherwise=otherwise) for piece in pieces[:1]]
    return pieces


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    total = sum(column.width for column in columns)
    return [int(room * column.width / total) for column in columns]


def _fitted(
    columns: Sequence[Column], shares: list[int], area: Area
) -> tuple[list[list[Piece]], list[int]]:
    """The pieces of each column, and the columns' widths: by content where `shares` are equal.

    Where no column fills its share, all are as narrow as they may be, and equal if they are about
    so, that what belongs together is near. What some leave, those that fill theirs may take.
    """
    # Only beside the last column is nothing, and room for what hangs.
    hangs = [0] * (len(columns) - 1) + [area.hang]
    pieces = [
        _set(column, replace(area, width=width, hang=hang))
        for column, width, hang in zip(columns, shares, hangs, strict=True)
    ]
    if len(set(shares)) > 1 or area.setting.right_to_left:
        return pieces, shares
    share = shares[0]
    used = [
        _used(column, own, replace(area, width=share, hang=hang))
        for column, own, hang in zip(columns, pieces, hangs, strict=True)
    ]
    full = [width * 10 >= share * 9 for width in used]
    widths = [min(share, max(width, _REGULAR)) if width else share for width in used]
    if not any(full):
        alike = 2 * max(widths) <= 3 * min(widths)
        return pieces, [max(widths)] * len(columns) if alike else widths
    widths = [min(share, max(width, _LEAST_MODEST)) if width else share for width in used]
    more = sum(share - width for width, fills in zip(widths, full, strict=True) if not fills)
    if not more:
        return pieces, shares
    most = max(share, min(share + more // sum(full), MEASURE))
    for index, column in enumerate(columns):
        if full[index]:
            wide = replace(area, width=most, hang=hangs[index])
            pieces[index] = _set(column, wide)
            widths[index] = max(share, _used(column, pieces[index], wide))
    return pieces, widths


def _used(column: Column, pieces: list[Piece], area: Area) -> int:
    """The cells of the widest line of a column, set as `pieces` in `area`, at its last step.

    So no step moves a column.
    """
    if any(piece.last_step > area.shown for piece in pieces):
        pieces = _set(column, replace(area, shown=_ENDLESS))
    widest = max((line_width(line) for piece in pieces for line in piece.lines), default=0)
    return min(widest, area.width)  # without what hangs


def _set(column: Column, area: Area) -> list[Piece]:
    """The blocks of a column one under another."""
    from presenter.typeset.blocks import set_node

    area = replace(area, alone=area.alone and len(column.nodes) == 1, display=False, centred=False)
    pieces: list[Piece] = []
    for node in column.nodes:
        own = set_node(node, area)
        own[:1] = [replace(piece, space_before="block") for piece in own[:1]]
        pieces += own
    return pieces


def _stacks(pieces: list[Piece], rows: int, spacing: Spacing, shown: int) -> list[_Stack]:
    """The column on pages of `rows` rows; what has not appeared by `shown` leaves its room."""
    return [_stack(pieces, page, shown) for page in flow(pieces, rows, spacing)]


def _stack(pieces: Sequence[Piece], page: PageRows, shown: int) -> _Stack:
    """What stands of the column on `page`."""
    stack = _Stack()
    kept = True
    for placed in page:
        piece = pieces[placed.piece]
        seen = piece.step <= shown
        header = piece.header if placed.header else ()
        air = placed.row - len(header) - len(stack.lines)
        top = placed.row
        if not kept:
            begins = placed.piece == 0 or piece.space_before == "block"
            stack.seams[top] = piece.header if seen and not begins else ()
        filler = piece.filler if stack.lines else ()
        lines = [*[filler] * air, *header, *piece.lines[placed.start : placed.end]]
        stack.lines += lines if seen else [()] * len(lines)
        stack.steps += [(piece.step, *piece.change_steps)] * len(lines)
        if seen and placed.end - placed.start == len(piece.lines):
            stack.pictures += [each._replace(y=each.y + top) for each in piece.pictures]
        kept = piece.keep
    return stack


def _joined(
    stacks: Sequence[_Stack], widths: Sequence[int], gap: int, *, whole: bool = False
) -> list[Piece]:
    """Rows of all columns, as pieces from seam to seam; `whole`: as one piece."""
    rows = max(len(stack.lines) for stack in stacks)
    if not rows:
        return []
    seams = [
        row
        for row in range(1, rows if not whole else 0)
        if all(row in stack.seams or row >= len(stack.lines) for stack in stacks)
    ]
    pieces: list[Piece] = []
    for start, end in zip([0, *seams], [*seams, rows], strict=True):
        steps = {each for stack in stacks for own in stack.steps[start:end] for each in own}
        first, *later = sorted(steps)
        pieces.append(
            Piece(
                _side_by_side(
                    [stack.lines[start:end] for stack in stacks], widths, gap, end - start
                ),
                space_before="none" if pieces else "item",
                step=first,
                change_steps=tuple(later),
                header=_headers([stack.seams.get(start, ()) for stack in stacks], widths, gap),
                pictures=tuple(
                    picture._replace(x=picture.x + sum(widths[:n]) + gap * n, y=picture.y - start)
                    for n, stack in enumerate(stacks)
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
