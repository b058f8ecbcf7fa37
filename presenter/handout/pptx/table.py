"""Tables as PowerPoint's: columns by what they hold, a rule below the header and between rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.table import _Cell

from presenter.content import nodes
from presenter.content.inline import Paragraph, Styled, plain
from presenter.deck.blocks import Align
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, FlowParagraph
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.metrics import how_many, line_height, text_height, unit_width, width_of
from presenter.handout.pptx.stack import ConversionContext, Element
from presenter.handout.pptx.text import Inherited, RunWriter, TextSetting, add
from presenter.handout.pptx.theme import Scheme
from presenter.typeset.width import share_out

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid"; every version knows it."""
_SCALE, _SMALLEST = 0.68, 20.0
_LISTED = 0.85
"""The size of its cells one below another, in the body's."""
_BESIDE, _ABOVE = 10.0, 6.0
"""Air within a cell, in points; in narrow columns that beside is less."""
_BESIDE_EM = 0.5
"""That, at the least, in ems."""
_SPARE = 1.15
"""How much wider a font is that may stand in for the named one: digits must not be parted."""
_READABLE = 9.0
"""The least size of text, in points; a table that needs a smaller one becomes a list."""
_LONGEST, _WHOLE = 12.0, 4.0
"""Ems of a word that may be broken, and of a text that is not broken between characters."""
_ALIGNS = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_WIDEST = 1.35
"""How much wider than its content a table is set."""


@dataclass(frozen=True)
class CellTable(Element):
    """Header (may be empty) and rows of cells.

    firsts: the steps at which the rows appear. first: that of the table.
    """

    header: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    aligns: tuple[Align, ...]
    firsts: tuple[int, ...]
    first: int
    language: str

    @property
    def min_size(self) -> float:
        """Its text is smaller than the body's."""
        return _SMALLEST

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its rows."""
        return frozenset(self.firsts or (self.first,))

    def min_height(self, width: float, size: float) -> float:
        """The height of all rows."""
        return sum(self._heights(width, size))

    def split(self, width: float, size: float, room: float) -> tuple[CellTable, CellTable] | None:
        """As many rows as fit, and the others under the same header."""
        heights = self._heights(width, size)
        if self.header:
            room -= heights.pop(0)
        fit = how_many(heights, room)
        if not 0 < fit < len(self.rows):
            return None
        return (
            replace(self, rows=self.rows[:fit], firsts=self.firsts[:fit]),
            replace(self, rows=self.rows[fit:], firsts=self.firsts[fit:]),
        )

    def as_text(self) -> Element | None:
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
                made.append(
                    FlowParagraph(lines, "table.cell", scale=_LISTED, before=before, step=step)
                )
        return Flow(tuple(made), self.language, "Table") if made else None

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """A table with the rows that have appeared by `step`."""
        shown = [row for row, first in zip(self.rows, self.firsts, strict=True) if first <= step]
        if not shown and (self.rows or not self.header or step < self.first):
            return
        widths, heights = self._widths(box.width, size), self._heights(box.width, size)
        rows = [*([self.header] if self.header else []), *shown]
        high = sum(heights[: len(rows)])
        x, y, width, height = map(emu, (box.x, box.y, sum(widths), high))
        frame: Any = canvas.slide.shapes.add_table(len(rows), len(widths), x, y, width, height)
        canvas.name(frame, "Table")
        table = frame.table
        table.first_row, table.horz_banding = bool(self.header), False
        # python-pptx has no call for the style of a table, nor for the rule below a cell.
        frame.element.find(f".//{qn('a:tableStyleId')}").text = _NO_STYLE
        for column, own_width in zip(table.columns, widths, strict=True):
            column.width = emu(own_width)
        elements = frame.element.iter(qn("a:tr"))
        for number, (made, element) in enumerate(zip(table.rows, elements, strict=True)):
            made.height = emu(heights[number])
            head = number == 0 and bool(self.header)
            for column, (cell, lines) in enumerate(zip(made.cells, rows[number], strict=True)):
                self._write(canvas.writer, cell, lines, (column, box.width, size), head=head)
            if head or number + 1 < len(rows):
                for properties in element.iter(qn("a:tcPr")):
                    properties.insert(0, _rule(properties, canvas.scheme, head=head))

    def _write(
        self,
        writer: RunWriter,
        cell: _Cell,
        lines: Paragraph,
        at: tuple[int, float, float],
        *,
        head: bool,
    ) -> None:
        """Fill a cell; `at`: its column, the width of the table's room, the size of body text."""
        column, width, size = at
        own = self._own(width, size)
        cell.margin_left = cell.margin_right = emu(self._beside(width, size))
        cell.margin_top = cell.margin_bottom = emu(_ABOVE * own / 18)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.fill.background()
        (paragraph,) = cell.text_frame.paragraphs
        paragraph.alignment = _ALIGNS[self.aligns[column]]
        inherited = Inherited(0, writer.scheme.theme.color("text"))
        style = "table.header" if head else "table.cell"
        writer.write(paragraph, lines, TextSetting(style, own, inherited))

    def is_readable(self, width: float) -> bool:
        """Whether no word need be broken in `width` at a size that can be read."""
        return self._fitting(width) >= _READABLE

    def _own(self, width: float, size: float) -> float:
        """The size of its text: smaller than the body's, and so small that no word is broken."""
        return max(_READABLE, int(min(size * _SCALE, self._fitting(width)) * 2) / 2)

    def _fitting(self, width: float) -> float:
        """The largest size at which the longest words of all columns stand side by side."""
        words = [min(_LONGEST, word) for _, word in self._measures]
        return (width - 3 * len(words)) / (sum(words) + 2 * _BESIDE_EM * len(words))

    def _beside(self, width: float, size: float) -> float:
        """The air at each side of a cell, in points: less where the text gave way, too."""
        own = self._own(width, size)
        return _BESIDE if own >= int(size * _SCALE) else min(_BESIDE, _BESIDE_EM * own)

    @cached_property
    def _measures(self) -> list[tuple[float, float]]:
        """For each column the ems that it takes unwrapped, and that its longest word takes."""
        rows = [self.header, *self.rows] if self.header else list(self.rows)
        found = []
        for column in range(len(self.aligns)):
            measures = [_measure(row[column], self.language) for row in rows]
            whole = max((whole for whole, _ in measures), default=1.0)
            word = max((word for _, word in measures), default=1.0)
            found.append((max(1.0, whole), _SPARE * max(1.0, word)))
        return found

    def _widths(self, width: float, size: float) -> list[float]:
        own, beside = self._own(width, size), 2 * self._beside(width, size) + 2
        wanted = [int(whole * own + beside) for whole, _ in self._measures]
        least = [int(min(word * own + beside, width / 2)) for _, word in self._measures]
        narrow = [min(each, int(2 * own + beside)) for each in wanted]
        room = int(width)
        shared = share_out(wanted, least, room) or share_out(wanted, narrow, room)
        widths = [float(each) for each in shared or [room // len(wanted)] * len(wanted)]
        factor = min(_WIDEST, width / max(1.0, sum(widths)))
        return [each * max(1.0, factor) for each in widths]

    def _heights(self, width: float, size: float) -> list[float]:
        own, beside = self._own(width, size), self._beside(width, size)
        widths = self._widths(width, size)
        heights = []
        for row in [self.header, *self.rows] if self.header else self.rows:
            lines = [line_height("x")]
            for cell, room in zip(row, widths, strict=True):
                ems = max(1.0, (room - 2 * beside) / own)
                lines.append(text_height(plain(cell).split("\n"), ems, self.language))
            heights.append(max(lines) * own + 2 * _ABOVE * own / 18 + 1)
        return heights


def table(node: nodes.Table, context: ConversionContext) -> list[Element]:
    """The table; a list of its cells where it has too many columns to be read."""
    firsts = tuple(map(node.step_of, range(len(node.rows))))
    made = CellTable(node.header, node.rows, node.aligns, firsts, node.step, context.language)
    return [made if made.is_readable(context.width) else made.as_text() or made]


def _rule(cell: Any, scheme: Scheme, *, head: bool) -> Any:
    """The line below a cell, in its properties."""
    width = emu(1.75 if head else 0.75)
    line = add(cell, "a:lnB", w=width, cap="flat", cmpd="sng", algn="ctr")
    color = scheme.style("table.header.rule" if head else "table.rule")
    scheme.add_color(add(line, "a:solidFill"), color)
    add(line, "a:prstDash", val="solid")
    return line


def _measure(cell: Paragraph, language: str) -> tuple[float, float]:
    """Ems that a cell takes unwrapped, and that its longest word takes."""
    whole = word = 0.0
    for text in plain(cell).split("\n"):
        own = width_of(text)
        whole = max(whole, own)
        word = max(word, own if own <= _WHOLE else unit_width(text, language))
    return whole, word
