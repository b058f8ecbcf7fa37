"""Vertical columns on an axis; negative ones hang from it."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum
from presenter.typeset.charts.bars import set_bars
from presenter.typeset.charts.canvas import Canvas
from presenter.typeset.charts.measure import divide, parts
from presenter.typeset.charts.slots import Slots, heights, label_lines, slots_for
from presenter.typeset.page import Run
from presenter.typeset.piece import Area, Piece

_EIGHTHS = "▁▂▃▄▅▆▇"
_WIDEST = 12
"""Cells of a column."""


def set_columns(data: Sequence[Datum], area: Area) -> list[Piece]:
    """One piece; bars where columns have no room for their labels, their numbers or themselves."""
    slots = slots_for(data, area)
    if slots is None:
        return set_bars(data, area)
    values, up, down = parts(data)
    # The axis, and a row for the numbers at either end.
    fixed = len(slots.unit) + slots.label_rows + 2 + (1 if down else 0)
    rows = heights(fixed, area)
    if not rows:
        return set_bars(data, area)
    above, below, scale = divide(rows, up, down)
    if not up:
        above = 0
    top = above + 1 if up or not down else 1
    return [_drawn(slots, values, top, below + 1 if down else 0, scale, area)]


def _drawn(
    slots: Slots, values: Sequence[float], top: int, bottom: int, scale: float, area: Area
) -> Piece:
    """Columns with `top` rows above the axis and `bottom` rows below it, numbers included."""
    ruler = area.setting.ruler
    canvas = Canvas(area.width, top + 1 + bottom + slots.label_rows)
    # Where nothing hangs from it, the axis touches the columns' feet.
    rule = ruler.fill("─" if bottom else "▔", slots.each * (len(values) - 1) + slots.inner)
    canvas.put(0, top, Run(rule, "chart.axis", ruler.width(rule)))
    width = max(1, min(_WIDEST, slots.inner * 3 // 4))
    width = max(width - width % ruler.width("█"), ruler.width("█"))
    for index, value in enumerate(values):
        column = slots.middle(index, width)
        marks = _marks(value, scale)
        direction = -1 if value >= 0 else 1
        style = "chart.bar" if value >= 0 else "chart.negative"
        for row, mark in enumerate(marks, 1):
            text = ruler.fill(mark, width)
            canvas.put(column, top + direction * row, Run(text, style, ruler.width(text)))
        number = slots.numbers[index]
        cells = ruler.width(number)
        row = top + direction * (len(marks) + 1)
        canvas.put(slots.middle(index, cells), row, Run(number, "chart.value", cells))
    for row, runs in enumerate(label_lines(slots), top + 1 + bottom):
        for column, run in runs:
            canvas.put(column, row, run)
    return Piece((*slots.unit, *canvas.lines()))


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
