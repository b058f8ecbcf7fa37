"""Charts as PowerPoint's, with a workbook behind them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from io import BytesIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart
from xlsxwriter import Workbook  # a dependency of python-pptx, for this

from presenter.content.chart_data import Datum, data_of
from presenter.content.inline import plain_text
from presenter.deck.blocks import Chart
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.chart_xml import Kind, Plot, chart_xml
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.metrics import width_of
from presenter.handout.pptx.stack import Element, Parts
from presenter.handout.pptx.xml import allowed
from presenter.typeset.charts.measure import parts, reach

_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BAR, _LEAST_BAR = 2.0, 1.0
"""What a bar takes, in ems of the body's size: with room, and without."""
_HEIGHTS: dict[Kind, tuple[float, float]] = {
    "column": (12.5, 7.0),
    "line": (12.5, 7.0),
    "sparkline": (6.0, 4.0),
}
"""The same for whole charts."""
_SIZES = (18.0, 9.0)
"""The size of text in a chart, at most and at least."""


@dataclass(frozen=True)
class Drawing(Element):
    """A chart; `firsts` are the steps at which its values appear."""

    kind: Kind
    data: tuple[Datum, ...]
    firsts: tuple[int, ...]
    low: float
    high: float

    @property
    def steps(self) -> frozenset[int]:
        """The steps of its values."""
        return frozenset(self.firsts)

    def least(self, width: float, size: float) -> float:  # noqa: ARG002
        """Enough to read every label."""
        if self.kind == "bar":
            return size * (_LEAST_BAR * len(self.data) + 0.5)
        return size * _HEIGHTS[self.kind][1]

    def wanted(self, width: float, size: float) -> float:  # noqa: ARG002
        """A height that looks well."""
        if self.kind == "bar":
            return size * (_BAR * len(self.data) + 0.5)
        return size * _HEIGHTS[self.kind][0]

    def parted(self, width: float, size: float, room: float) -> Parts | None:  # noqa: ARG002
        """As many bars as fit, and the others to the same measure."""
        fit = max(1, int((room / size - 0.5) / _LEAST_BAR))
        # As many bars on each slide.
        fit = -(-len(self.data) // -(-len(self.data) // fit))
        if self.kind != "bar" or not 0 < fit < len(self.data):
            return None
        return (
            replace(self, data=self.data[:fit], firsts=self.firsts[:fit]),
            replace(self, data=self.data[fit:], firsts=self.firsts[fit:]),
        )

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:  # noqa: ARG002
        """The chart with the values that have appeared by `step`."""
        shown = [first <= step for first in self.firsts]
        if not any(shown):
            return
        plot = Plot(self.kind, self.data, shown, self.low, self.high, self._size(box))
        package = canvas.slide.part.package
        name = package.next_partname(ChartPart.partname_template)
        part = ChartPart.load(name, CT.DML_CHART, package, chart_xml(plot, canvas.scheme))
        part.chart_workbook.update_from_xlsx_blob(_workbook(self.data, shown))
        key = canvas.relate(part, RT.CHART)
        said = [
            f"{datum.label} {datum.text}"
            for datum, seen in zip(self.data, shown, strict=True)
            if seen
        ]
        content = f'<c:chart xmlns:c="{_URI}" r:id="{key}"/>'
        canvas.add_frame("Chart", box, _URI, content, "; ".join(said))

    def _size(self, box: Box) -> float:
        most, least = _SIZES
        count = len(self.data)
        if self.kind == "bar":
            return max(least, min(most, box.height / count * 0.5))
        widest = max(
            max(width_of(datum.label) if self.kind != "sparkline" else 0, width_of(datum.text))
            for datum in self.data
        )
        return max(least, min(most, box.width * 0.9 / count / max(1.0, widest)))


def chart(block: Chart, context: Context) -> list[Element]:
    """The chart."""
    data = tuple(
        datum._replace(label=allowed(plain_text(datum.label)))
        for datum in data_of(block.data, block.unit)
    )
    firsts = tuple(map(context.node.step_of, range(len(data))))
    low, high = _ends(block.kind, data)
    return [Drawing(block.kind, data, firsts, low, high)]


def _ends(kind: Kind, data: tuple[Datum, ...]) -> tuple[float, float]:
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


def _workbook(data: tuple[Datum, ...], shown: list[bool]) -> bytes:
    """The workbook that PowerPoint opens to edit the chart: labels in column A, values in B.

    A label is text, whatever it begins with: it must not become a formula or a link.
    """
    made = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, plain) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 1, allowed(data[0].unit))
        for row, (datum, seen) in enumerate(zip(data, shown, strict=True), 1):
            if seen:
                sheet.write(row, 0, datum.label)
                sheet.write(row, 1, datum.value)
    return made.getvalue()
