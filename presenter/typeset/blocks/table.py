"""Tables: columns shared out by content, so that a table always fits its width.

A rule under the header, no boxes. Rows are parted by rules where cells wrap, else by empty rows
where the page has room for them; columns by more cells where they have them. Numbers stand with
their decimal points one under another. Cells wrap, but no word is torn that a line has room for:
where not even the words fit, rows and columns change places, as many rows side by side as have
room; else each row is set as a list of its cells, named by the header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat, zip_longest

from msgspec.structs import replace

from presenter.content import nodes
from presenter.content.inline import Paragraph, plain
from presenter.deck.blocks import Align
from presenter.typeset.opportunities import opportunities
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Area, Piece
from presenter.typeset.width import share_out

_LEAST = 4
"""Cells that a column needs at the least: two Han characters."""

_WIDEST_GAP = 8
"""Cells between columns at the most: from farther off, what belongs together is not seen."""

_NUMBERS = tuple(
    re.compile(rf"[+\-−±]?(?:\d{{1,3}}(?:[{groups} ]\d{{3}})+|\d+)(?P<fraction>{point}\d+)?")
    for groups, point in ((",", r"\."), (r"\.", ","))
)
"""Numbers as they are written with a decimal point, and with a decimal comma."""


def set_table(node: nodes.Table, area: Area) -> list[Piece]:
    """A piece for the header and one for each row; under reveal the rows come one by one.

    The header comes with the first of them.
    """
    rows, count = node.rows, len(node.aligns)
    gap = 3 if area.width >= 48 else 2 if area.width >= 24 else 1
    tails = [[0] * count for _ in rows] if area.setting.right_to_left else _tails(node)
    wanted, words = _measures(node, tails, area.setting)
    if gap * (count - 1) > area.width - sum(wanted) >= 2 * (count - 1):
        gap = min(gap, 2)  # rather than that a cell is broken
    widths = _widths(wanted, words, area.width - gap * (count - 1))
    if widths is None:
        return _set_turned(node, area) or _set_records(node, area)
    if widths == wanted and count > 1:
        spare = (area.width - sum(widths)) // (count - 1)
        gap = max(gap, min(spare, area.width // 16, _WIDEST_GAP))
    grid = _Grid(widths, node.aligns, gap, area.setting)
    pieces = _set_grid(node, grid, tails, area)
    page = max(1, area.rows - 2)  # where the heading has a rule and air below
    if _rows(pieces) <= min(page, max(page // 2, count * len(rows))):
        return pieces  # a list would be no shorter, so it need not be set
    records = _set_records(node, area)
    if _is_shorter(pieces, records, page):
        return pieces
    return _set_turned(node, area) or records


def _rows(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.lines) for piece in pieces)


def _is_shorter(pieces: Sequence[Piece], records: Sequence[Piece], rows: int) -> bool:
    """Whether the table in columns reads better than its `records`, on pages of `rows` rows.

    It does unless it takes more pages, on each of which its header is repeated, or has rows that
    are taller than a page below the header, or takes half as many rows again.
    """
    header = len(pieces[-1].header)
    whole, listed = _rows(pieces), _rows(records) + len(records) - 1
    if 2 * whole > 3 * listed:
        return False
    room = rows - header
    if whole > rows and max(len(piece.lines) for piece in pieces) > room:
        return False
    return whole <= rows or -(-(whole - header) // room) <= -(-listed // rows)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of a table stand: their widths in cells, and the gap between them."""

    widths: Sequence[int]
    aligns: Sequence[Align]
    gap: int
    setting: PageOptions

    def row(
        self, cells: Sequence[Paragraph], style: str, tails: Sequence[int] = ()
    ) -> tuple[Line, ...]:
        """The lines of a row: its cells side by side, each padded to its column.

        tails: the cells behind each that are left for the fractions of others.
        """
        sets = [
            set_paragraph(cell, style, width, self.setting)
            for cell, width in zip(cells, self.widths, strict=True)
        ]
        lines: list[Line] = []
        for number in range(max(1, *(len(cell) for cell in sets))):
            runs: list[Run] = []
            columns = zip(sets, self.widths, self.aligns, tails or repeat(0), strict=False)
            for cell, width, align, tail in columns:
                runs += _padded(cell[number] if number < len(cell) else (), width, align, tail)
                runs.append(space(self.gap))
            lines.append(tuple(runs[:-1]))
        return tuple(lines)

    def rule(self, mark: str, style: str) -> Line:
        """A rule over the width of all columns."""
        ruler = self.setting.ruler
        text = ruler.fill(mark, sum(self.widths) + self.gap * (len(self.widths) - 1))
        return (Run(text, style, ruler.width(text)),)


def _set_grid(
    node: nodes.Table, grid: _Grid, tails: Sequence[Sequence[int]], area: Area
) -> list[Piece]:
    heading: tuple[Line, ...] = ()
    if node.header:
        heading = (*grid.row(node.header, "table.header"), grid.rule("━", "table.header.rule"))
    pieces = [Piece(heading, keep=True)] if heading else []
    sets = [grid.row(row, "table.cell", own) for row, own in zip(node.rows, tails, strict=True)]
    between: tuple[Line, ...] = ()
    if any(len(lines) > 1 for lines in sets):
        between = (grid.rule("─", "table.rule"),)
    elif 2 * len(sets) <= area.rows // 2:
        between = ((),)
    bare = len(heading) + sum(map(len, sets))
    if bare <= area.rows < bare + len(between) * (len(sets) - 1) + 2:
        between = ()  # no rule is worth a page, nor the heading's own
    for number, lines in enumerate(sets):
        after = between if number + 1 < len(sets) else ()
        step = node.step_of(number)
        pieces.append(Piece((*lines, *after), space_before="none", step=step, header=heading))
    return pieces


def _tails(node: nodes.Table) -> list[list[int]]:
    """For each cell, the cells to leave behind it so that points of numbers are in one column.

    None where not all that stands in a column are numbers at its right.
    """
    tails = [[0] * len(node.aligns) for _ in node.rows]
    for column, align in enumerate(node.aligns):
        texts = [plain(row[column]) for row in node.rows]
        if align != "right" or not any("." in text or "," in text for text in texts):
            continue
        for pattern in _NUMBERS:
            found = [pattern.fullmatch(text) for text in texts]
            if all(match or not text for match, text in zip(found, texts, strict=True)):
                fractions = [len(match["fraction"] or "") if match else 0 for match in found]
                for own, fraction in zip(tails, fractions, strict=True):
                    own[column] = max(fractions) - fraction
                break
    return tails


def _measures(
    node: nodes.Table, tails: Sequence[Sequence[int]], setting: PageOptions
) -> tuple[list[int], list[int]]:
    """For each column, the cells that it takes unwrapped, and that its longest word takes."""
    wanted, words = [], []
    for column in range(len(node.aligns)):
        measures = [_measure(node.header[column], setting)] if node.header else []
        for row, own in zip(node.rows, tails, strict=True):
            whole, word = _measure(row[column], setting)
            measures.append((whole + own[column], word))
        wanted.append(max(1, *(whole for whole, _ in measures)))
        words.append(max(1, *(word for _, word in measures)))
    return wanted, words


def _widths(wanted: Sequence[int], words: Sequence[int], room: int) -> list[int] | None:
    """The columns' widths, None if there is no room for them."""
    longest = [min(word, max(_LEAST, room // 2)) for word in words]
    return share_out(wanted, longest, room)


def _measure(cell: Paragraph, setting: PageOptions) -> tuple[int, int]:
    """Cells that a cell's text takes unwrapped, and that its longest unit takes."""
    whole = word = 0
    for line in cell:
        text = "".join(part.text for part in line)
        whole = max(whole, setting.ruler.width(text))
        ends = [index for index, _ in opportunities(text, setting.language)] if text else []
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            word = max(word, setting.ruler.width(text[start:end].rstrip(" ")))
    return whole, word


def _padded(line: Line, width: int, align: Align, tail: int = 0) -> list[Run]:
    """`line` in `width` cells; at the right, `tail` of them are left behind it if they can be."""
    rest = max(0, width - line_width(line))
    before = {"left": 0, "center": rest // 2, "right": max(0, rest - tail)}[align]
    after = rest - before
    return [
        *([space(before)] if before else []),
        *line,
        *([space(after)] if after else []),
    ]


def _set_turned(node: nodes.Table, area: Area) -> list[Piece]:
    """The rows of `node` as columns of one table, or of several; nothing if not two have room.

    The names stand at the left, and over each column the first cell of its row. Nothing wraps.
    Rows that appear one by one are no columns.
    """
    names, total = node.header, len(node.rows)
    if len(names) < 2 or node.parts:
        return []
    first, *sizes = [
        max(_measure(cell, area.setting)[0] for cell in row) for row in (names, *node.rows)
    ]
    gap = 3
    for count in sorted({-(-total // tables) for tables in range(1, total + 1)}, reverse=True):
        starts = range(0, total, count)
        widths = [[first, *sizes[start : start + count]] for start in starts]
        if count > 1 and all(sum(each) + gap * (len(each) - 1) <= area.width for each in widths):
            break
    else:
        return []
    side: Align = "right" if set(node.aligns[1:]) == {"right"} else "left"
    pieces: list[Piece] = []
    for start, each in zip(starts, widths, strict=True):
        header, *rows = zip(map(_strong, names), *node.rows[start : start + count], strict=True)
        aligns = ("left", *[side] * (len(each) - 1))
        turned = replace(node, header=header, rows=tuple(rows), aligns=aligns)
        grid = _Grid(each, aligns, gap, area.setting)
        own = _set_grid(turned, grid, _tails(turned), area)
        own[0] = replace(own[0], space_before="paragraph", otherwise=() if start else (node,))
        pieces += own
    return pieces


def _strong(cell: Paragraph) -> Paragraph:
    return tuple(
        tuple(part._replace(style=f"{part.style} strong".strip()) for part in line) for line in cell
    )


def _set_records(node: nodes.Table, area: Area) -> list[Piece]:
    """Each row as a piece: its cells one under another, each after its column's name.

    Without rows the names stand alone.
    """
    width, setting = area.width, area.setting
    names = [set_paragraph(name, "table.header", width, setting) for name in node.header]
    label = max((line_width(line) for lines in names for line in lines), default=-2) + 2
    beside = label <= width // 2
    pieces = [
        Piece(tuple(name), space_before="none", keep=True)
        for name in (names if not node.rows else ())
        if name
    ]
    for number, row in enumerate(node.rows):
        lines: list[Line] = []
        for column, paragraph in enumerate(row):
            name = names[column] if column < len(names) else []
            room = width - label if beside else width
            cell = set_paragraph(paragraph, "table.cell", room, setting)
            if not beside:
                lines += [*name, *cell]
            else:
                for left, right in zip_longest(name, cell, fillvalue=()):
                    lines.append((*_padded(left, label, "left"), *right))
        step = node.step_of(number)
        pieces.append(Piece(tuple(lines), space_before="paragraph", step=step))
    pieces[:1] = [replace(piece, otherwise=(node,)) for piece in pieces[:1]]
    return pieces
