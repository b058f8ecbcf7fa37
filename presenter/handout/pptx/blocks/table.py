"""Tables as PowerPoint's: columns by what they hold, a rule below the header and between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from presenter.deck.blocks import Table
from presenter.deck.blocks.table import Align
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.flow import Flow, Paragraph
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.metrics import line_height, line_starts, unit_width, width_of
from presenter.handout.pptx.stack import Element
from presenter.handout.pptx.text_xml import Inherited
from presenter.typeset.blocks.table import align_of
from presenter.typeset.inline import Paragraph as Line
from presenter.typeset.inline import Styled, inline, paragraphs
from presenter.typeset.share_out import share_out

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid"; every version knows it."""
_SCALE, _SMALLEST = 0.68, 20.0
_BESIDE, _ABOVE = 10.0, 6.0
"""Air within a cell, in points."""
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
_WIDEST = 1.35
"""How much wider than its content a table is set."""


@dataclass(frozen=True)
class Grid(Element):
    """Header (may be empty) and rows of cells.

    firsts: the steps at which the rows appear. first: that of the table.
    """

    header: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    aligns: tuple[Align, ...]
    firsts: tuple[int, ...]
    first: int
    language: str

    @property
    def smallest(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its rows."""
        return frozenset(self.firsts or (self.first,))

    def least(self, width: float, size: float) -> float:
        """The height of all rows."""
        return sum(self._heights(width, size))

    def parted(self, width: float, size: float, room: float) -> tuple[Grid, Grid] | None:
        """As many rows as fit, and the others under the same header."""
        heights = self._heights(width, size)
        if self.header:
            room -= heights.pop(0)
        fit = 0
        while fit < len(heights) and heights[fit] <= room:
            room -= heights[fit]
            fit += 1
        if not 0 < fit < len(self.rows):
            return None
        return (
            replace(self, rows=self.rows[:fit], firsts=self.firsts[:fit]),
            replace(self, rows=self.rows[fit:], firsts=self.firsts[fit:]),
        )

    def plain(self) -> Element | None:
        """Each cell as a paragraph after its column's name."""
        made = []
        for row, step in zip(self.rows, self.firsts, strict=True):
            for number, cell in enumerate(row):
                name = self.header[number] if self.header else ()
                label = tuple(
                    part._replace(style=f"{part.style} strong") for line in name for part in line
                )
                between = (Styled("  ", ""),) if label else ()
                first, *rest = cell or ((),)
                before = 0.17 if number else 0.6
                lines = ((*label, *between, *first), *rest)
                made.append(Paragraph(lines, "table.cell", scale=_SCALE, before=before, step=step))
        return Flow(tuple(made), self.language, "Table") if made else None

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
        """A table with the rows that have appeared by `step`."""
        shown = [row for row, first in zip(self.rows, self.firsts, strict=True) if first <= step]
        if not shown and (self.rows or not self.header or step < self.first):
            return
        widths = self._widths(box.width, size)
        heights = self._heights(box.width, size)
        rows = [*([self.header] if self.header else []), *shown]
        columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
        parts = []
        for number, row in enumerate(rows):
            head = number == 0 and bool(self.header)
            cells = "".join(
                self._cell(canvas, cell, column, size, head=head, last=number + 1 == len(rows))
                for column, cell in enumerate(row)
            )
            parts.append(f'<a:tr h="{emu(heights[number])}">{cells}</a:tr>')
        first = ' firstRow="1"' if self.header else ""
        frame = Box(box.x, box.y, sum(widths), sum(heights[: len(rows)]))
        content = (
            f"<a:tbl><a:tblPr{first}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{columns}</a:tblGrid>{''.join(parts)}</a:tbl>"
        )
        canvas.add_frame("Table", frame, _URI, content)

    def _cell(
        self,
        canvas: Canvas,
        lines: tuple[Line, ...],
        column: int,
        size: float,
        *,
        head: bool,
        last: bool,
    ) -> str:
        scheme = canvas.scheme
        own = round(size * _SCALE * 2) / 2
        style = "table.header" if head else "table.cell"
        runs = canvas.writer.lines(lines, style, own, Inherited(0, scheme.theme.color("text")))
        end = f'<a:endParaRPr sz="{round(own * 100)}"/>' if not runs else ""
        align = _ALIGNS[self.aligns[column]]
        rule = "" if last and not head else _rule(scheme, head=head)
        left, top = emu(_BESIDE), emu(_ABOVE * size * _SCALE / 18)
        return (
            f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{align}"/>{runs}{end}</a:p>'
            f'</a:txBody><a:tcPr marL="{left}" marR="{left}" marT="{top}" marB="{top}" '
            f'anchor="ctr">{rule}<a:noFill/></a:tcPr></a:tc>'
        )

    def _widths(self, width: float, size: float) -> list[float]:
        own = size * _SCALE
        rows = [self.header, *self.rows] if self.header else list(self.rows)
        wanted, least = [], []
        for column in range(len(self.aligns)):
            measures = [_measure(row[column], self.language) for row in rows]
            whole = max((whole for whole, _ in measures), default=1.0)
            word = max((word for _, word in measures), default=1.0)
            wanted.append(int(max(1.0, whole) * own + 2 * _BESIDE + 2))
            least.append(int(min(max(1.0, word) * own + 2 * _BESIDE + 2, width / 2)))
        narrow = [min(each, int(2 * own + 2 * _BESIDE)) for each in wanted]
        room = int(width)
        shared = share_out(wanted, least, room) or share_out(wanted, narrow, room)
        widths = [float(each) for each in shared or [room // len(wanted)] * len(wanted)]
        factor = min(_WIDEST, width / max(1.0, sum(widths)))
        return [each * max(1.0, factor) for each in widths]

    def _heights(self, width: float, size: float) -> list[float]:
        own = size * _SCALE
        widths = self._widths(width, size)
        heights = []
        for row in [self.header, *self.rows] if self.header else self.rows:
            lines = [line_height("x")]
            for cell, room in zip(row, widths, strict=True):
                ems = max(1.0, (room - 2 * _BESIDE) / own)
                texts = ["".join(part.text for part in line) for line in cell]
                lines.append(
                    sum(
                        len(line_starts(text, ems, self.language)) * line_height(text)
                        for text in texts
                    )
                )
            heights.append(max(lines) * own + 2 * _ABOVE * own / 18 + 1)
        return heights


def table(block: Table, context: Context) -> list[Element]:
    """The table."""
    count = max(len(row) for row in (block.header, *block.rows, ("",)))
    rows = [_filled(row, count) for row in block.rows]
    header = _filled(block.header, count) if any(block.header) else ()
    return [
        Grid(
            tuple(map(_lines, header)),
            tuple(tuple(map(_lines, row)) for row in rows),
            tuple(align_of(block, rows, column) for column in range(count)),
            tuple(map(context.node.step_of, range(len(rows)))),
            context.node.step,
            context.language,
        )
    ]


def _rule(scheme: Scheme, *, head: bool) -> str:
    """The line below a cell."""
    width = emu(1.75 if head else 0.75)
    color = scheme.fill(scheme.style("table.header.rule" if head else "table.rule"))
    return (
        f'<a:lnB w="{width}" cap="flat" cmpd="sng" algn="ctr">{color}'
        '<a:prstDash val="solid"/></a:lnB>'
    )


def _filled(row: Sequence[str], count: int) -> tuple[str, ...]:
    return (*row, *[""] * (count - len(row)))


def _lines(cell: str) -> tuple[Line, ...]:
    return tuple(line for part in paragraphs(cell) for line in inline(part))


def _measure(cell: tuple[Line, ...], language: str) -> tuple[float, float]:
    """Ems that a cell takes unwrapped, and that its longest word takes."""
    whole = word = 0.0
    for line in cell:
        text = "".join(part.text for part in line)
        whole = max(whole, width_of(text))
        word = max(word, unit_width(text, language))
    return whole, word
