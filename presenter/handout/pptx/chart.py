"""Charts as PowerPoint's, with a workbook behind them.

python-pptx has no call for the number format of one label, for a label that is left out, for what
parts name and number in one, for a single negative bar's colour, nor for an axis that names all.
Order of elements: ECMA-376 part 1, 21.2.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, Any, Literal

from pptx.chart.chart import Chart as PowerPointChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE as TYPE
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from xlsxwriter import Workbook  # a dependency of python-pptx, for this

from presenter.content import nodes
from presenter.content.chart_data import Datum, parts, reach, written_number
from presenter.content.inline import plain
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.metrics import width_of
from presenter.handout.pptx.stack import ConversionContext, Element, Parts
from presenter.handout.pptx.text import add, allowed
from presenter.handout.pptx.theme import Scheme

_ChartKind = Literal["bar", "column", "line", "sparkline"]

_TYPES: dict[_ChartKind, TYPE] = {
    "bar": TYPE.BAR_CLUSTERED,
    "column": TYPE.COLUMN_CLUSTERED,
    "line": TYPE.LINE_MARKERS,
    "sparkline": TYPE.LINE_MARKERS,
}
_ALL_SHOWN = 12
"""Points of a sparkline that all have their number; of more, those that tell its shape."""
_HEIGHTS: dict[_ChartKind, tuple[float, float]] = {
    "bar": (2.0, 1.0),
    "column": (12.5, 7.0),
    "line": (12.5, 7.0),
    "sparkline": (6.0, 4.0),
}
"""What a bar, or a whole chart of another kind, takes, in ems of the body's size: with room, and
without."""
_SIZES = (18.0, 9.0)
"""The size of text in a chart, at most and at least."""


@dataclass(frozen=True)
class Drawing(Element):
    """A chart. low, high: the values at the ends of its axis."""

    kind: _ChartKind
    data: tuple[Datum, ...]
    firsts: tuple[int, ...]
    low: float
    high: float

    def min_height(self, width: float, size: float) -> float:  # noqa: ARG002
        """Enough to read every label."""
        return self._height(_HEIGHTS[self.kind][1], size)

    def preferred_height(self, width: float, size: float) -> float:  # noqa: ARG002
        """A height that looks well."""
        return self._height(_HEIGHTS[self.kind][0], size)

    def _height(self, ems: float, size: float) -> float:
        return size * (ems * len(self.data) + 0.5 if self.kind == "bar" else ems)

    def split(self, width: float, size: float, room: float) -> Parts | None:  # noqa: ARG002
        """As many bars as fit, and the others to the same measure."""
        fit = max(1, int((room / size - 0.5) / _HEIGHTS["bar"][1]))
        # As many bars on each slide.
        fit = -(-len(self.data) // -(-len(self.data) // fit))
        if self.kind != "bar" or not 0 < fit < len(self.data):
            return None
        return (
            replace(self, data=self.data[:fit], firsts=self.firsts[:fit]),
            replace(self, data=self.data[fit:], firsts=self.firsts[fit:]),
        )

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:  # noqa: ARG002
        """The chart with the values that have appeared by `step`."""
        seen = [first <= step for first in self.firsts]
        if not any(seen):
            return
        data = [datum if shown else None for datum, shown in zip(self.data, seen, strict=True)]
        numbers = _ChartData()
        numbers.categories = [_name(datum) if datum else "" for datum in data]
        numbers.add_series(
            allowed(self.data[0].unit), [datum.value if datum else None for datum in data]
        )
        x, y, width, height = map(emu, box)
        shapes: Any = canvas.slide.shapes
        frame = shapes.add_chart(_TYPES[self.kind], x, y, width, height, numbers)
        says = "; ".join(f"{_name(datum)} {datum.text}" for datum in data if datum)
        canvas.name(frame, "Chart", says)
        _Painter(canvas.scheme, self._size(box), self).paint(frame.chart)

    def _size(self, box: Box) -> float:
        most, least = _SIZES
        count = len(self.data)
        if self.kind == "bar":
            return max(least, min(most, box.height / count * 0.5))
        widest = max(
            max(width_of(_name(datum)) if self.kind != "sparkline" else 0, width_of(datum.text))
            for datum in self.data
        )
        return max(least, min(most, box.width * 0.9 / count / max(1.0, widest)))


@dataclass(frozen=True)
class _Painter:
    """Gives a chart of python-pptx the look of the theme. size: of its text, in points."""

    scheme: Scheme
    size: float
    drawing: Drawing

    def paint(self, chart: PowerPointChart) -> None:
        """Colour what is drawn, write its numbers, and leave out what says nothing more."""
        drawing = self.drawing
        bars = drawing.kind in ("bar", "column")
        chart.has_title = chart.has_legend = False
        self.scheme.set_font(chart.font, "chart.label", self.size)
        plot: Any = chart.plots[0]
        (series,) = plot.series
        plot.vary_by_categories = False
        color = self.scheme.style("chart.bar")
        if bars:
            plot.gap_width = 60
            self._fill(series, color)
            series.invert_if_negative = False
            for number, datum in enumerate(drawing.data):
                if datum.value < 0:
                    self._fill(series.points[number], self.scheme.style("chart.negative"))
            for point in chart.element.iter(qn("c:dPt")):
                point.insert(1, add(point, "c:invertIfNegative", val=0))
        else:
            series.smooth = False
            series.format.line.width = emu(2.75)
            self.scheme.fill(series.format.line.fill, color)
            series.marker.style = XL_MARKER_STYLE.CIRCLE
            series.marker.size = 7 if drawing.kind == "line" else 5
            self._fill(series.marker, color)
        self._paint_axes(chart)
        self._write_labels(series)
        (labels,) = chart.element.iter(qn("c:dLbls"))
        self._write_own_labels(series, labels)
        for text in chart.element.iter(qn("a:bodyPr")):
            text.set("wrap", "none")
        # python-pptx's are below 0, which the format does not allow.
        for axis in chart.element.iter(qn("c:axId"), qn("c:crossAx")):
            axis.set("val", axis.get("val").removeprefix("-"))

    def _paint_axes(self, chart: Any) -> None:
        """Names below or beside what is drawn; values have no axis, but end where it ends."""
        names, values = chart.category_axis, chart.value_axis
        for axis in (names, values):
            axis.has_major_gridlines = False
            axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        values.minimum_scale, values.maximum_scale = self.drawing.low, self.drawing.high
        values.visible = False
        # Bars are read from the top, as they are written; an axis of values counts from the bottom.
        names.reverse_order = self.drawing.kind == "bar"
        names.visible = self.drawing.kind != "sparkline"
        names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        self.scheme.fill(names.format.line.fill, self.scheme.style("chart.axis"))
        (levels,) = chart.element.iter(qn("c:noMultiLvlLbl"))
        levels.addprevious(add(levels.getparent(), "c:tickLblSkip", val=1))

    def _write_labels(self, series: Any) -> None:
        """The numbers beside what is drawn; in a sparkline with their names."""
        labels, usual = series.data_labels, self._usual
        labels.number_format = number_format(usual)
        labels.number_format_is_linked = False
        labels.show_value = True
        labels.show_category_name = self.drawing.kind == "sparkline"
        labels.position = self._position
        self.scheme.set_font(labels.font, "chart.value", self.size)

    def _write_own_labels(self, series: Any, element: Any) -> None:
        """Those with other decimals than most, and those left out; element: all labels'."""
        data, spark = self.drawing.data, self.drawing.kind == "sparkline"
        told = _telling(data) if spark else range(len(data))
        for number, datum in enumerate(data):
            if number not in told:
                own = element.get_or_add_dLbl_for_point(number)
                del own[1:]
                add(own, "c:delete", val=1)
            elif number_format(datum) != number_format(self._usual):
                label = series.points[number].data_label
                label.position = self._position
                self.scheme.set_font(label.font, "chart.value", self.size)
                own = element.get_or_add_dLbl_for_point(number)
                code = allowed(number_format(datum))
                own.insert(1, add(own, "c:numFmt", formatCode=code, sourceLinked=0))
                own.find(qn("c:showCatName")).set("val", str(int(spark)))
        if spark:
            for label in (element, *element.findall(qn("c:dLbl"))):
                if (last := label.find(qn("c:showBubbleSize"))) is not None:
                    separator = add(label, "c:separator")
                    separator.text = "\n"
                    last.addnext(separator)

    @property
    def _usual(self) -> Datum:
        """A value that is written as most are."""
        data = self.drawing.data
        return next((datum for datum in data if datum.value.is_integer()), data[0])

    @property
    def _position(self) -> XL_LABEL_POSITION:
        bars = self.drawing.kind in ("bar", "column")
        return XL_LABEL_POSITION.OUTSIDE_END if bars else XL_LABEL_POSITION.ABOVE

    def _fill(self, shape: Any, color: str) -> None:
        self.scheme.fill(shape.format.fill, color)
        shape.format.line.fill.background()


class _ChartData(CategoryChartData):
    """What python-pptx makes a chart of, with a workbook of our own."""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _PlainWorkbook(self)


class _PlainWorkbook(CategoryWorkbookWriter):
    """A workbook in which a label is text, whatever it begins with: no formula, no link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Workbook, Any]]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(xlsx_file, plain) as book:
            yield book, book.add_worksheet()


def chart(node: nodes.Chart, context: ConversionContext) -> list[Element]:  # noqa: ARG001
    """The chart."""
    firsts = tuple(map(node.step_of, range(len(node.data))))
    return [Drawing(node.kind, node.data, firsts, *_ends(node.kind, node.data))]


def _name(datum: Datum) -> str:
    return allowed(plain(datum.spans))


def _ends(kind: _ChartKind, data: tuple[Datum, ...]) -> tuple[float, float]:
    """Where the axis of values begins and ends, with air for the numbers beside what is drawn."""
    values, up, down = parts(data)
    greatest = max(abs(datum.value) for datum in data) or 1.0
    if kind in ("bar", "column"):
        air = (0.2 if kind == "bar" else 0.12) * (up + down)
        low, high = -(down + air if down else 0.0), up + air if up else 0.0
    else:
        low, high = reach(values)
        air = (0.25 if kind == "line" else 0.5) * ((high - low) or 1.0)
        low, high = (low - air * 0.4 if low else 0.0), high + air
    if low == high:
        high = low + 1.0
    most = sys.float_info.max
    return max(-most, low * greatest), min(most, high * greatest)


def number_format(datum: Datum) -> str:
    """The format that writes its value as it is written, unit included, by the reader's locale."""
    number = written_number(datum.value)
    _, point, decimals = number.partition(".")
    code = "#,##0" + (f".{'0' * len(decimals)}" if point else "")
    if "×" in number:
        code = "0.##############E+0"
    before, after = datum.sides
    whole = f"{_quoted(before)}{code}{_quoted(after)}"
    # Excel takes no longer ones.
    return whole if len(whole) <= 250 else code


def _quoted(text: str) -> str:
    if '"' in text:
        return "".join(f"\\{character}" for character in text)
    return f'"{text}"' if text else ""


def _telling(data: Sequence[Datum]) -> Sequence[int]:
    """The points of a sparkline that have their number: all, or first, last, least, greatest."""
    if len(data) <= _ALL_SHOWN:
        return range(len(data))
    order = sorted(range(len(data)), key=lambda n: data[n].value)
    return sorted({0, len(data) - 1, order[0], order[-1]})
