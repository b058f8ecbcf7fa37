"""A line through points, drawn with half blocks, which are seen from the last row of seats.

And a sparkline: the shape of many numbers in two rows, and the numbers below.
"""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum, parts, reach
from presenter.typeset.charts.bars import set_bars, set_listed
from presenter.typeset.charts.columns import CellGrid, Slots, heights, slots_for
from presenter.typeset.large.glyphs import FULL, HALVES, Mosaic
from presenter.typeset.page import Line, Run, space
from presenter.typeset.piece import Area, Piece
from presenter.typeset.width import Ruler

_LEAST = 8
"""The cells of the narrowest line."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 2
_WIDEST = 4
"""Of a sparkline, the cells from one mark to the next."""


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
    return [Piece(plot.grid.lines(), keep=True), *listed]


def _labelled(slots: Slots, values: Sequence[float], rows: int, area: Area) -> Piece:
    for margin in (1, 0):
        plot = _Plot(area.width, rows, margin, area.setting.ruler)
        cells = plot.mosaic.cells
        points = [slots.middle(index, cells) // cells for index in range(len(values))]
        tops = plot.draw(values, points, points=True)
        if margin and _numbered(slots, values, tops, plot.grid):
            break
    drawn = plot.grid.lines()
    full = [number for number, line in enumerate(drawn) if line]
    below = CellGrid(area.width, slots.label_rows + 1 - margin)
    slots.put_labels(below, 0)
    if not margin:
        for index, number in enumerate(slots.numbers):
            below.put(slots.middle(index, number.width), slots.label_rows, number)
    return Piece((*slots.unit, *drawn[full[0] : full[-1] + 1], *below.lines()))


def _numbered(slots: Slots, values: Sequence[float], rows: Sequence[int], grid: CellGrid) -> bool:
    """Put each number near its point, above a peak and below a valley; whether all had room."""
    for index, number in enumerate(slots.numbers):
        column = max(0, slots.middle(index, number.width))
        near = values[max(0, index - 1) : index + 2]
        up = -1 if values[index] * len(near) >= sum(near) else 1
        left = max(0, column - 1)
        right = min(grid.width, column + number.width + 1)
        for offset in (up, -up, 2 * up, -2 * up):
            if grid.is_free(left, rows[index] + offset, right - left):
                grid.put(column, rows[index] + offset, number)
                break
        else:
            return False
    return True


class _Plot:
    """A grid with a line: `rows` of it, and `margin` rows above and below."""

    def __init__(self, width: int, rows: int, margin: int, ruler: Ruler) -> None:
        self.ruler = ruler
        self.mosaic: Mosaic = HALVES if ruler.width("█") == 1 else FULL
        self.pixels = width // self.mosaic.cells
        self.grid = CellGrid(width, rows + 2 * margin)
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
        for row, text in enumerate(self.mosaic.draw(pixels), self._margin):
            for index, symbol in enumerate(text):
                if symbol != " ":
                    run = Run(symbol, "chart.bar", self.mosaic.cells)
                    self.grid.put(index * self.mosaic.cells, row, run)
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

    def _axis(self, row: int) -> None:
        """A rule at zero, wherever the line is not."""
        cells = self.ruler.width("─")
        for column in range(0, self.pixels * self.mosaic.cells, cells):
            if self.grid.is_free(column, row, cells):
                self.grid.put(column, row, Run("─", "chart.axis", cells))


def _segment(pixels: list[int], left: float, top: float, right: float, bottom: float) -> None:
    """Set the pixels of a straight line, each column joined to the next."""
    slope = (bottom - top) / (right - left) if right > left else 0.0
    for column in range(round(left), round(right) + 1):
        ends = [top + slope * (min(max(column + half, left), right) - left) for half in (-0.5, 0.5)]
        for row in range(round(min(ends)), round(max(ends)) + 1):
            pixels[row] |= 1 << column


def set_sparkline(data: Sequence[Datum], area: Area) -> list[Piece]:
    """The marks, in several lines if they are more than fit into one, then labels and numbers."""
    ruler = area.setting.ruler
    listed = set_listed(data, area)
    mark = ruler.width("█")
    each = max(mark, min(_WIDEST, area.width // len(data)))
    most = area.width // each
    if not most:
        return listed
    values, _, _ = parts(data)
    low, high = reach(values)
    span = high - low
    steps = [round((value - low) / span * 14) if span else 7 for value in values]
    pieces = []
    for start in range(0, len(data), most):
        lines = tuple(
            _marks([step + 2 - row * 8 for step in steps[start : start + most]], each, mark)
            for row in reversed(range(_ROWS))
        )
        pieces.append(Piece(lines, keep=start + most >= len(data)))
    return [*pieces, *listed]


def _marks(eighths: Sequence[int], each: int, mark: int) -> Line:
    """One row of marks, of which so many eighths are below its top."""
    gap = each - each // mark * mark or (mark if each > mark else 0)
    cells = each - gap
    runs: list[Run] = []
    for level in eighths:
        symbol = _EIGHTHS[min(max(level, 0), 8)]
        text = symbol * (cells if symbol == " " else cells // mark)
        runs += [Run(text, "chart.bar", cells), *((space(gap),) if gap else ())]
    return tuple(runs)
