"""A sparkline: the shape of many numbers in two rows, and the numbers below."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum
from presenter.typeset.charts.listed import set_listed
from presenter.typeset.charts.measure import parts, reach
from presenter.typeset.page import Line, Run, space
from presenter.typeset.piece import Area, Piece

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 2
_WIDEST = 4
"""Cells from one mark to the next."""


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
            _row([step + 2 - row * 8 for step in steps[start : start + most]], each, mark)
            for row in reversed(range(_ROWS))
        )
        pieces.append(Piece(lines, keep=start + most >= len(data)))
    return [*pieces, *listed]


def _row(eighths: Sequence[int], each: int, mark: int) -> Line:
    """One row of marks, of which so many eighths are below its top."""
    gap = each - each // mark * mark or (mark if each > mark else 0)
    runs: list[Run] = []
    for level in eighths:
        symbol = _EIGHTHS[min(max(level, 0), 8)]
        cells = each - gap
        text = symbol * (cells if symbol == " " else cells // mark)
        runs.append(Run(text, "chart.bar", cells))
        if gap:
            runs.append(space(gap))
    return tuple(runs)
