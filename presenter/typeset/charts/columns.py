"""Vertical columns on an axis, negative ones hanging from it; slots for labels below a chart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from presenter.content.chart_data import Datum, parts
from presenter.typeset.charts.bars import divide, measure, set_bars
from presenter.typeset.page import Line, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area, Piece

_EIGHTHS = "▁▂▃▄▅▆▇"
_WIDEST = 12
"""Cells of a column; of one on a large page, where there are more, an eighth of the chart's."""

_AIRY = 8
"""Rows of a drawing of which one may be left empty."""

_MOST_LINES = 3
_LEAST = 4
"""Cells of a label that wraps: two Han characters."""


class CellGrid:
    """Rows of cells that runs are put into, in any order; no two share a cell."""

    def __init__(self, width: int, rows: int) -> None:
        self.width = width
        self._rows: list[dict[int, Run]] = [{} for _ in range(rows)]
        self._taken: list[int] = [0] * rows
        """For each row, its taken cells as bits."""

    def put(self, column: int, row: int, run: Run) -> None:
        """Put `run` there; nothing if it is empty."""
        if run.width:
            self._rows[row][column] = run
            self._taken[row] |= ((1 << run.width) - 1) << column

    def draw(self, row: int, symbols: str, style: str, cells: int) -> None:
        """Put symbols from the left edge on, so many cells each; blanks and where one stands none.

        What stands side by side is one run.
        """
        drawn = (
            symbol != " " and self.is_free(index * cells, row, cells)
            for index, symbol in enumerate(symbols)
        )
        start = 0
        for is_drawn, group in groupby(drawn):
            end = start + len(list(group))
            if is_drawn:
                width = (end - start) * cells
                self.put(start * cells, row, Run(symbols[start:end], style, width))
            start = end

    def is_free(self, column: int, row: int, cells: int) -> bool:
        """Whether that room is within the grid and nothing stands in it."""
        inside = 0 <= row < len(self._rows) and column >= 0 and column + cells <= self.width
        return inside and not self._taken[row] & (((1 << cells) - 1) << column)

    def lines(self) -> tuple[Line, ...]:
        """All rows from the top."""
        lines = []
        for runs in self._rows:
            line: list[Run] = []
            end = 0
            for column, run in sorted(runs.items()):
                if column > end:
                    line.append(space(column - end))
                line.append(run)
                end = column + run.width
            lines.append(tuple(line))
        return tuple(lines)


class Slots(NamedTuple):
    """Equal slots side by side, `each` cells from one to the next and `inner` for what is in them.

    numbers: what is written at each value; unit: the lines above that say its unit, if the numbers
    have no room for it.
    """

    each: int
    inner: int
    labels: list[list[Line]]
    numbers: list[Run]
    unit: list[Line]

    @property
    def width(self) -> int:
        """The cells from the first slot's beginning to the last one's end."""
        return self.each * (len(self.labels) - 1) + self.inner

    @property
    def label_rows(self) -> int:
        """The rows of the longest label."""
        return max(len(lines) for lines in self.labels)

    def middle(self, index: int, cells: int) -> int:
        """The column at which something `cells` wide begins, to stand in a slot's middle."""
        return index * self.each + (self.inner - cells) // 2

    def put_labels(self, grid: CellGrid, top: int) -> None:
        """Put each label into its slot, from the row `top` on."""
        for index, lines in enumerate(self.labels):
            for row, line in enumerate(lines, top):
                column = self.middle(index, line_width(line))
                for run in line:
                    grid.put(column, row, run)
                    column += run.width


def slots_for(data: Sequence[Datum], area: Area, widest: int = 0) -> Slots | None:
    """Slots that take every label and number; None if there is no room for them side by side.

    widest: the cells that each has at the most, 0 for as many as there are.
    """
    setting = area.setting
    each = min(area.width // len(data), widest or area.width)
    inner = each - 1 if len(data) > 1 else each
    for datum in data:
        whole, word = measure(datum.spans, setting)
        if inner < min(whole, max(word, _LEAST)):
            return None
    texts = [datum.text for datum in data]
    unit: list[Line] = []
    if max(map(setting.ruler.width, texts)) > inner:
        texts = [datum.number for datum in data]
        if max(map(setting.ruler.width, texts)) > inner:
            return None
        note = setting.words("blocks.unit", unit=data[0].unit)
        unit = set_plain(note, "chart.axis", area.width, setting)
    labels = [
        set_paragraph(datum.spans, "chart.label", inner, setting, balanced=True) for datum in data
    ]
    if max(map(len, labels)) > _MOST_LINES:
        return None
    numbers = [Run(text, "chart.value", setting.ruler.width(text)) for text in texts]
    return Slots(each, inner, labels, numbers, unit)


def heights(fixed: int, area: Area) -> int:
    """The rows for drawing, beside `fixed` ones: as wide as 16:9 at most; 0 if too few are left."""
    most = max(4, area.width * 9 // 32)
    some = area.steady_rows if area.alone else area.rows * 2 // 3
    for rows in (some, area.rows - 2, area.rows):
        if rows - fixed >= 4:
            return min(most, rows - fixed)
    return 0


def set_columns(data: Sequence[Datum], area: Area) -> list[Piece]:
    """One piece; bars where columns have no room for their labels, their numbers or themselves."""
    slots = slots_for(data, area, 2 * _widest(area))
    if slots is None:
        return set_bars(data, area)
    values, up, down = parts(data)
    # The axis, and a row for the numbers at either end.
    fixed = len(slots.unit) + slots.label_rows + 2 + (1 if down else 0)
    rows = heights(fixed, area)
    if not rows:
        return set_bars(data, area)
    # Air, if there is any, between the numbers below columns that hang and the labels.
    air = 1 if down and rows >= _AIRY else 0
    above, below, scale = divide(rows - air, up, down)
    top = above + 1 if up else 1
    return [_drawn(slots, values, top, below + 1 + air if down else 0, scale, area)]


def _widest(area: Area) -> int:
    """The cells of a column at the most."""
    return max(_WIDEST, area.width // 8)


def _drawn(
    slots: Slots, values: Sequence[float], top: int, bottom: int, scale: float, area: Area
) -> Piece:
    """Columns with `top` rows above the axis and `bottom` below it, numbers and air included."""
    ruler = area.setting.ruler
    grid = CellGrid(area.width, top + 1 + bottom + slots.label_rows)
    # Where nothing hangs from it, the axis touches the columns' feet.
    rule = ruler.fill("─" if bottom else "▔", slots.width)
    grid.put(0, top, Run(rule, "chart.axis", ruler.width(rule)))
    width = max(1, min(_widest(area), slots.inner * 3 // 4))
    width = max(width - width % ruler.width("█"), ruler.width("█"))
    for index, (value, number) in enumerate(zip(values, slots.numbers, strict=True)):
        column = slots.middle(index, width)
        marks = _marks(value, scale)
        direction = -1 if value >= 0 else 1
        style = "chart.bar" if value >= 0 else "chart.negative"
        for row, mark in enumerate(marks, 1):
            text = ruler.fill(mark, width)
            grid.put(column, top + direction * row, Run(text, style, ruler.width(text)))
        grid.put(slots.middle(index, number.width), top + direction * (len(marks) + 1), number)
    slots.put_labels(grid, top + 1 + bottom)
    return Piece((*slots.unit, *grid.lines()))


def _marks(value: float, scale: float) -> str:
    """A column from the axis outwards, a mark a row; at least a hint of one unless it is zero."""
    if not value:
        return ""
    if value > 0:
        whole, rest = divmod(max(1, round(value * scale * 8)), 8)
        return "█" * whole + (_EIGHTHS[rest - 1] if rest else "")
    # There are but two upper parts in all fonts: an eighth and a half.
    whole, half = divmod(round(-value * scale * 2), 2)
    return "█" * whole + ("▀" if half else "") or "▔"
