"""A line through points, drawn with half blocks, which are seen from the last row of seats."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum
from presenter.typeset.charts.bars import set_bars
from presenter.typeset.charts.canvas import Canvas
from presenter.typeset.charts.listed import set_listed
from presenter.typeset.charts.measure import parts, reach
from presenter.typeset.charts.slots import Slots, heights, label_lines, slots_for
from presenter.typeset.large.glyphs import FULL, HALVES, Mosaic
from presenter.typeset.page import Line, Run
from presenter.typeset.piece import Area, Piece
from presenter.typeset.width import Ruler

_LEAST = 8
"""The cells of the narrowest line."""


def set_line(data: Sequence[Datum], area: Area) -> list[Piece]:
    """One piece, numbers at the points; where they have no room, a list of them below the line.

    Where not even line and list have room on one page, there are bars.
    """
    slots = slots_for(data, area)
    values, _, _ = parts(data)
    if slots is not None:
        # A row for numbers above and below the line, and one under the labels if need be.
        rows = heights(len(slots.unit) + slots.label_rows + 3, area)
        if rows:
            return [_labelled(slots, values, rows, area)]
    listed = set_listed(data, area)
    rows = heights(len(listed), area)
    if not rows or area.width < _LEAST:
        return set_bars(data, area)
    plot = _Plot(area.width, rows, 0, area.setting.ruler)
    plot.draw(
        values, [index * (plot.pixels - 1) / max(1, len(data) - 1) for index in range(len(data))]
    )
    return [Piece(plot.canvas.lines(), keep=True), *listed]


def _labelled(slots: Slots, values: Sequence[float], rows: int, area: Area) -> Piece:
    ruler = area.setting.ruler
    for inside in (True, False):
        margin = 1 if inside else 0
        plot = _Plot(area.width, rows, margin, ruler)
        cells = plot.mosaic.cells
        points = [slots.middle(index, cells) / cells for index in range(len(values))]
        tops = plot.draw(values, [int(point) for point in points], points=True)
        if not inside or _numbered(slots, values, tops, plot):
            break
    lines = _trimmed(plot.canvas.lines())
    below = label_lines(slots)
    if not inside:
        numbers = []
        for index, number in enumerate(slots.numbers):
            wide = ruler.width(number)
            numbers.append((slots.middle(index, wide), Run(number, "chart.value", wide)))
        below.append(numbers)
    canvas = Canvas(area.width, len(below))
    for row, runs in enumerate(below):
        for column, run in runs:
            canvas.put(column, row, run)
    return Piece((*slots.unit, *lines, *canvas.lines()))


def _trimmed(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` without empty ones at either end."""
    full = [number for number, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1]


def _numbered(slots: Slots, values: Sequence[float], rows: Sequence[int], plot: _Plot) -> bool:
    """Put each number near its point, above a peak and below a valley; whether all had room."""
    ruler, canvas = plot.ruler, plot.canvas
    for index, number in enumerate(slots.numbers):
        cells = ruler.width(number)
        column = max(0, slots.middle(index, cells))
        near = values[max(0, index - 1) : index + 2]
        up = -1 if values[index] * len(near) >= sum(near) else 1
        for offset in (up, -up, 2 * up, -2 * up):
            left = max(0, column - 1)
            right = min(plot.canvas.width, column + cells + 1)
            if canvas.is_free(left, rows[index] + offset, right - left):
                canvas.put(column, rows[index] + offset, Run(number, "chart.value", cells))
                break
        else:
            return False
    return True


class _Plot:
    """A canvas with a line: `rows` of it, and `margin` rows above and below."""

    def __init__(self, width: int, rows: int, margin: int, ruler: Ruler) -> None:
        self.ruler = ruler
        self.mosaic: Mosaic = HALVES if ruler.width("█") == 1 else FULL
        self.pixels = width // self.mosaic.cells
        self.canvas = Canvas(width, rows + 2 * margin)
        self._rows = rows
        self._margin = margin

    def draw(
        self, values: Sequence[float], columns: Sequence[float], *, points: bool = False
    ) -> list[int]:
        """Draw a line through `values` at these columns of pixels; returns the points' rows."""
        low, high = reach(values)
        bottom = self._rows * self.mosaic.down - 1
        span = high - low
        tops = [(high - value) / span * bottom if span else bottom / 2 for value in values]
        pixels = [0] * (bottom + 1)
        for start in range(max(1, len(values) - 1)):
            end = min(start + 1, len(values) - 1)
            _segment(pixels, columns[start], tops[start], columns[end], tops[end])
        rows = [self._margin + round(top) // self.mosaic.down for top in tops]
        if points:
            self._points(pixels, columns, rows)
        self._strokes(pixels)
        if low <= 0 <= high and span:
            self._axis(self._margin + round(high / span * bottom) // self.mosaic.down)
        return rows

    def _points(self, pixels: list[int], columns: Sequence[float], rows: Sequence[int]) -> None:
        """Mark the points by a square each, a row high; FULL pixels are squares anyway."""
        if self.mosaic is FULL:
            return
        for column, row in zip(columns, rows, strict=True):
            first = (row - self._margin) * self.mosaic.down
            for each in range(first, first + self.mosaic.down):
                pixels[each] |= (0b111 << int(column) >> 1) & ((1 << self.pixels) - 1)

    def _strokes(self, pixels: Sequence[int]) -> None:
        for row, text in enumerate(self.mosaic.draw(pixels), self._margin):
            column = 0
            for symbol in text:
                if symbol != " ":
                    run = Run(symbol, "chart.bar", self.mosaic.cells)
                    self.canvas.put(column, row, run)
                column += self.mosaic.cells

    def _axis(self, row: int) -> None:
        """A rule at zero, wherever the line is not."""
        cells = self.ruler.width("─")
        for column in range(0, self.pixels * self.mosaic.cells, cells):
            if self.canvas.is_free(column, row, cells):
                self.canvas.put(column, row, Run("─", "chart.axis", cells))


def _segment(pixels: list[int], left: float, top: float, right: float, bottom: float) -> None:
    """Set the pixels of a straight line, each column joined to the next."""
    slope = (bottom - top) / (right - left) if right > left else 0.0
    for column in range(round(left), round(right) + 1):
        ends = [top + slope * (min(max(column + half, left), right) - left) for half in (-0.5, 0.5)]
        for row in range(round(min(ends)), round(max(ends)) + 1):
            pixels[row] |= 1 << column
