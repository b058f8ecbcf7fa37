"""Tables: columns shared out by content, so that a table always fits its width.

A rule under the header, no boxes. Rows are parted by rules where cells wrap, else by empty rows
where the page has room for them. Cells wrap; where even the words' widths do
not fit, columns get narrower than their words; where there is no room for columns at all, each
row is set as a list of its cells, named by the header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from msgspec.structs import replace

from presenter.content.inline import inline, paragraphs
from presenter.deck.blocks.table import Align, Table
from presenter.typeset.opportunities import opportunities
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Context, Piece, space
from presenter.typeset.setting import Setting
from presenter.typeset.width import share_out

_NUMBER = re.compile(r"\s*[-+−±~≈<>≤≥]?\s*[¥￥$€£]?\s*\d[\d.,\s]*\s*(?:[%％‰]|[^\W\d]{1,4})?\s*")
_LEAST = 4
"""Cells that a column needs at the least: two Han characters."""


def set_table(block: Table, context: Context) -> list[Piece]:
    """A piece for the header and one for each row; under reveal the rows come one by one.

    The header comes with the first of them.
    """
    count = max(len(row) for row in (block.header, *block.rows, ("",)))
    header = _filled(block.header, count) if any(block.header) else ()
    rows = [_filled(row, count) for row in block.rows]
    gap = 3 if context.width >= 48 else 2 if context.width >= 24 else 1
    room = context.width - gap * (count - 1)
    widths = _widths([header, *rows] if header else rows, room, context.setting)
    if widths is None:
        return _listed(block, _set_records(header, rows, context))
    aligns = [align_of(block, rows, column) for column in range(count)]
    grid = _Grid(widths, aligns, gap, context.setting)
    pieces = _set_grid(header, rows, grid, context)
    page = max(1, context.rows - 2)  # where the heading has a rule and air below
    if _rows(pieces) <= min(page, max(page // 2, count * len(rows))):
        return pieces  # a list would be no shorter, so it need not be set
    records = _set_records(header, rows, context)
    return pieces if _is_shorter(pieces, records, page) else _listed(block, records)


def _listed(block: Table, records: list[Piece]) -> list[Piece]:
    """The `records` of `block`, marked as such."""
    records[:1] = [replace(piece, otherwise=(block,)) for piece in records[:1]]
    return records


def _rows(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.lines) for piece in pieces)


def _is_shorter(pieces: Sequence[Piece], records: Sequence[Piece], rows: int) -> bool:
    """Whether the table in columns reads better than its `records`, on pages of `rows` rows.

    It does unless it takes more pages, on each of which its header is repeated, or has rows that
    are taller than a page below the header, or is longer altogether.
    """
    header = len(pieces[-1].header)
    whole, listed = _rows(pieces), _rows(records) + len(records) - 1
    if whole <= rows or whole > listed:
        return whole <= listed
    room = rows - header
    if max(len(piece.lines) for piece in pieces) > room:
        return False
    return -(-(whole - header) // room) <= -(-listed // rows)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of a table stand: their widths in cells, and the gap between them."""

    widths: Sequence[int]
    aligns: Sequence[Align]
    gap: int
    setting: Setting

    def row(self, cells: Sequence[str], style: str) -> tuple[Line, ...]:
        """The lines of a row: its cells side by side, each padded to its column."""
        sets = [
            set_paragraph(" ".join(paragraphs(cell)), style, width, self.setting)
            for cell, width in zip(cells, self.widths, strict=True)
        ]
        lines: list[Line] = []
        for number in range(max(1, *(len(cell) for cell in sets))):
            runs: list[Run] = []
            for cell, width, align in zip(sets, self.widths, self.aligns, strict=True):
                runs += _padded(cell[number] if number < len(cell) else (), width, align)
                runs.append(space(self.gap))
            lines.append(tuple(runs[:-1]))
        return tuple(lines)

    def rule(self, mark: str, style: str) -> Line:
        """A rule over the width of all columns."""
        ruler = self.setting.ruler
        text = ruler.fill(mark, sum(self.widths) + self.gap * (len(self.widths) - 1))
        return (Run(text, style, ruler.width(text)),)


def _set_grid(
    header: Sequence[str], rows: Sequence[Sequence[str]], grid: _Grid, context: Context
) -> list[Piece]:
    heading: tuple[Line, ...] = ()
    if header:
        heading = (*grid.row(header, "table.header"), grid.rule("━", "table.header.rule"))
    pieces = [Piece(heading, keep=True)] if heading else []
    sets = [grid.row(row, "table.cell") for row in rows]
    between: tuple[Line, ...] = ()
    if any(len(lines) > 1 for lines in sets):
        between = (grid.rule("─", "table.rule"),)
    elif 2 * len(sets) <= context.rows // 2:
        between = ((),)
    for number, lines in enumerate(sets):
        after = between if number + 1 < len(sets) else ()
        step = context.node.step_of(number)
        pieces.append(Piece((*lines, *after), air="none", step=step, header=heading))
    return pieces


def _filled(row: Sequence[str], count: int) -> tuple[str, ...]:
    return (*row, *[""] * (count - len(row)))


def _widths(rows: Sequence[Sequence[str]], room: int, setting: Setting) -> list[int] | None:
    """The columns' widths, None if there is no room for them."""
    wanted, words = [], []
    for column in zip(*rows, strict=True):
        measures = [_measure(cell, setting) for cell in column]
        wanted.append(max(1, *(whole for whole, _ in measures)))
        words.append(max(1, *(word for _, word in measures)))
    narrow = [min(_LEAST, width) for width in wanted]
    longest = [min(word, max(_LEAST, room // 2)) for word in words]
    return share_out(wanted, longest, room) or share_out(wanted, narrow, room)


def _measure(cell: str, setting: Setting) -> tuple[int, int]:
    """Cells that a cell's text takes unwrapped, and that its longest unit takes."""
    whole = word = 0
    for line in inline(cell):
        text = "".join(part.text for part in line)
        whole = max(whole, setting.ruler.width(text))
        ends = [index for index, _ in opportunities(text, setting.language)] if text else []
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            word = max(word, setting.ruler.width(text[start:end].rstrip(" ")))
    return whole, word


def align_of(block: Table, rows: Sequence[Sequence[str]], column: int) -> Align:
    """How the cells of a column stand, numbers at the right where nothing is said.

    `rows` have a cell for each column.
    """
    if column < len(block.align):
        return block.align[column]
    cells = [row[column] for row in rows if row[column].strip()]
    return "right" if cells and all(_NUMBER.fullmatch(cell) for cell in cells) else "left"


def _padded(line: Line, width: int, align: Align) -> list[Run]:
    """`line` in `width` cells."""
    rest = max(0, width - line_width(line))
    before = {"left": 0, "center": rest // 2, "right": rest}[align]
    after = rest - before
    return [
        *([space(before)] if before else []),
        *line,
        *([space(after)] if after else []),
    ]


def _set_records(
    header: Sequence[str], rows: Sequence[Sequence[str]], context: Context
) -> list[Piece]:
    """Each row as a piece: its cells one under another, each after its column's name.

    Without rows the names stand alone.
    """
    width, setting = context.width, context.setting
    names = [
        set_paragraph(" ".join(paragraphs(name)), "table.header", width, setting) for name in header
    ]
    label = max((line_width(line) for lines in names for line in lines), default=-2) + 2
    beside = label <= width // 2
    if not rows:
        return [Piece(tuple(name), air="none", keep=True) for name in names if name]
    pieces = []
    for number, row in enumerate(rows):
        lines: list[Line] = []
        for column, text in enumerate(row):
            name = names[column] if column < len(names) else []
            room = width - label if beside else width
            cell = set_paragraph(" ".join(paragraphs(text)), "table.cell", room, setting)
            if not beside:
                lines += [*name, *cell]
            else:
                for left, right in zip_longest(name, cell, fillvalue=()):
                    lines.append((*_padded(left, label, "left"), *right))
        step = context.node.step_of(number)
        pieces.append(Piece(tuple(lines), air="paragraph", step=step))
    return pieces
