"""A line through points, drawn with the dots of braille patterns, or with half blocks.

And a sparkline: the shape of many numbers in two rows, and the numbers below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import ceil, hypot

from presenter.content.chart_data import Datum, parts, reach
from presenter.typeset.charts.bars import set_bars, set_listed
from presenter.typeset.charts.columns import CellGrid, Slots, heights, slots_for
from presenter.typeset.large.mosaic import FULL, HALVES, Mosaic
from presenter.typeset.page import Line, PageOptions, Run, space
from presenter.typeset.piece import Area, Piece
from presenter.typeset.thumbnail import BITS

_LEAST = 8
"""The cells of the narrowest line."""

_DOTS = Mosaic(
    2,
    4,
    1,
    " "
    + "".join(
        chr(0x2800 + sum(bit for place, bit in enumerate(BITS) if pixels >> place & 1))
        for pixels in range(1, 256)
    ),
)
"""Square pixels, an eighth of a cell each, one cell wide under every width rule."""

_THICK = 2
"""Dots across a line, which is seen from the last row of seats then."""

_POINT = 2
"""Dots on either side of a point's middle."""

_ASIDE = (0, -1, 1, -2, 2)
"""How far a number may stand from its point's column, in cells, the nearest first."""

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
        # A row for numbers above and below the line, the axis, and one under the labels if need be.
        rows = heights(len(slots.unit) + slots.label_rows + 4, area)
        if rows:
            return [_labelled(slots, values, rows, area)]
    listed = set_listed(data, area).pieces
    rows = heights(len(listed), area)
    if not rows or area.width < _LEAST:
        return set_bars(data, area)
    plot = _Plot(area.width, rows, 0, area.setting)
    plot.draw(
        values, [index * (plot.pixels - 1) / max(1, len(data) - 1) for index in range(len(data))]
    )
    return [Piece(plot.grid.lines(), keep=True), *listed]


def _labelled(slots: Slots, values: Sequence[float], rows: int, area: Area) -> Piece:
    for margin in (1, 0):
        plot = _Plot(area.width, rows, margin, area.setting)
        mosaic = plot.mosaic
        # The middle of a slot, in pixels.
        points = [
            (2 * slots.middle(index, 0) + slots.inner % 2) * mosaic.across // (2 * mosaic.cells)
            for index in range(len(values))
        ]
        places = plot.draw(values, points, points=True, axis=slots.width)
        if margin and _numbered(slots, values, places, plot.grid):
            break
    drawn = plot.grid.lines()
    full = [number for number, line in enumerate(drawn) if line]
    below = CellGrid(area.width, slots.label_rows + 1 - margin)
    slots.put_labels(below, 0)
    if not margin:
        for index, number in enumerate(slots.numbers):
            below.put(slots.middle(index, number.width), slots.label_rows, number)
    axis = () if plot.has_zero else (plot.rule(slots.width),)
    return Piece((*slots.unit, *drawn[full[0] : full[-1] + 1], *axis, *below.lines()))


def _numbered(
    slots: Slots, values: Sequence[float], places: Sequence[tuple[int, int]], grid: CellGrid
) -> bool:
    """Put each number near its point, above a peak and below a valley; whether all had room.

    places: the first row of each point and its last one.
    """
    for index, number in enumerate(slots.numbers):
        column = slots.middle(index, number.width)
        near = values[max(0, index - 1) : index + 2]
        first, last = places[index]
        rows = (first - 1, last + 1, first - 2, last + 2)
        if values[index] * len(near) < sum(near):
            rows = (last + 1, first - 1, last + 2, first - 2)
        for row, shift in product(rows, _ASIDE):
            left = max(0, column + shift)
            around = max(0, left - 1), min(grid.width, left + number.width + 1)
            if grid.is_free(around[0], row, around[1] - around[0]):
                grid.put(left, row, number)
                break
        else:
            return False
    return True


class _Plot:
    """A grid with a line: `rows` of it, and `margin` rows above and below."""

    def __init__(self, width: int, rows: int, margin: int, setting: PageOptions) -> None:
        ruler = self._ruler = setting.ruler
        blocks = HALVES if ruler.width("█") == 1 else FULL
        self.mosaic: Mosaic = _DOTS if setting.braille else blocks
        self.pixels = width // self.mosaic.cells * self.mosaic.across
        self.grid = CellGrid(width, rows + 2 * margin)
        self.has_zero = False
        self._rows = rows
        self._margin = margin

    def draw(
        self,
        values: Sequence[float],
        columns: Sequence[float],
        *,
        points: bool = False,
        axis: int = 0,
    ) -> list[tuple[int, int]]:
        """Draw a line through `values` at these columns of pixels.

        axis: how wide the one at zero is, in cells; 0 for the whole width. Returns the first and
        the last row of each point.
        """
        low, high = reach(values)
        down = self.mosaic.down
        bottom = self._rows * down - 1
        thick, inset = (_THICK, _POINT) if self.mosaic is _DOTS else (1, 0)
        span, room = high - low, bottom - 2 * inset
        tops = [inset + ((high - value) / span * room if span else room / 2) for value in values]
        pixels = [0] * (bottom + 1)
        for start in range(max(1, len(values) - 1)):
            end = min(start + 1, len(values) - 1)
            _segment(pixels, columns[start], tops[start], columns[end], tops[end], thick)
        places = [self._reached(top, inset if points else 0) for top in tops]
        if points:
            self._points(pixels, columns, tops, places)
        for row, text in enumerate(self.mosaic.draw(pixels), self._margin):
            self.grid.draw(row, text, "chart.bar", self.mosaic.cells)
        self.has_zero = bool(low <= 0 <= high and span)
        if self.has_zero:
            zero = self._margin + round(inset + high / span * room) // down
            # Wherever the line is not.
            dashes = self._ruler.fill("─", axis or self.grid.width)
            self.grid.draw(zero, dashes, "chart.axis", self._ruler.width("─"))
        return places

    def rule(self, width: int) -> Line:
        """An axis of so many cells."""
        text = self._ruler.fill("─", width)
        return (Run(text, "chart.axis", self._ruler.width(text)),)

    def _reached(self, top: float, size: int) -> tuple[int, int]:
        """The rows that a point reaches, which has so many pixels on either side of its middle."""
        first, last = round(top) - size, round(top) + max(0, size - 1)
        down = self.mosaic.down
        return self._margin + max(0, first) // down, self._margin + last // down

    def _points(
        self,
        pixels: list[int],
        columns: Sequence[float],
        tops: Sequence[float],
        places: Sequence[tuple[int, int]],
    ) -> None:
        """Mark the points by a square each, a row high; FULL pixels are squares anyway."""
        if self.mosaic is FULL:
            return
        for column, top, (row, _) in zip(columns, tops, places, strict=True):
            if self.mosaic is _DOTS:
                first, wide, left = round(top) - _POINT, 2 * _POINT, int(column) - _POINT
            else:
                first, wide, left = (row - self._margin) * self.mosaic.down, 3, int(column) - 1
            square = (1 << wide) - 1
            bits = square << left if left >= 0 else square >> -left
            high = wide if self.mosaic is _DOTS else self.mosaic.down
            for each in range(max(0, first), min(first + high, len(pixels))):
                pixels[each] |= bits & ((1 << self.pixels) - 1)


def _segment(
    pixels: list[int], left: float, top: float, right: float, bottom: float, thick: int
) -> None:
    """Set the pixels of a straight line so many pixels thick, each column joined to the next."""
    slope = (bottom - top) / (right - left) if right > left else 0.0
    half = thick * hypot(1, slope) / 2
    high, low = min(top, bottom) - thick / 2, max(top, bottom) + thick / 2
    for column in range(round(left), round(right) + 1):
        middle = top + slope * (min(max(column, left), right) - left)
        first, last = max(high, middle - half), min(low, middle + half)
        for row in range(max(0, ceil(first)), min(ceil(last), len(pixels))):
            pixels[row] |= 1 << column


def set_sparkline(data: Sequence[Datum], area: Area) -> list[Piece]:
    """The marks, in several lines if they are more than fit into one, then labels and numbers.

    Where these have room in one row, each mark stands above its own.
    """
    ruler = area.setting.ruler
    listed, label, gap = set_listed(data, area)
    mark = ruler.width("█")
    each = max(mark, min(_WIDEST, area.width // len(data)))
    cells = each - (each - each // mark * mark or (mark if each > mark else 0))
    if len(listed) == 1 and label:
        cells, each = label // mark * mark, label + gap
    most = (area.width + each - cells) // each
    if not most or not cells:
        return listed
    values, _, _ = parts(data)
    low, high = reach(values)
    span = high - low
    steps = [round((value - low) / span * 14) if span else 7 for value in values]
    pieces = []
    for start in range(0, len(data), most):
        lines = tuple(
            _marks([step + 2 - row * 8 for step in steps[start : start + most]], cells, each, mark)
            for row in reversed(range(_ROWS))
        )
        pieces.append(Piece(lines, keep=start + most >= len(data)))
    return [*pieces, *listed]


def _marks(eighths: Sequence[int], cells: int, each: int, mark: int) -> Line:
    """One row of marks, of which so many eighths are below its top.

    cells: of a mark. each: from one mark to the next. mark: of a symbol.
    """
    runs: list[Run] = []
    for level in eighths:
        symbol = _EIGHTHS[min(max(level, 0), 8)]
        text = symbol * (cells if symbol == " " else cells // mark)
        runs += [space(each - cells)] if runs and each > cells else []
        runs.append(Run(text, "chart.bar", cells))
    return tuple(runs)
