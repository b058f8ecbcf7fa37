"""Charts in cells: bars, columns, lines, sparklines. No label and no number is ever left out."""

from __future__ import annotations

from msgspec.structs import replace

from presenter.content import nodes
from presenter.typeset.charts.bars import set_bars
from presenter.typeset.charts.columns import set_columns
from presenter.typeset.charts.lines import set_line, set_sparkline
from presenter.typeset.piece import Area, Piece

_KINDS = {"bar": set_bars, "column": set_columns, "line": set_line, "sparkline": set_sparkline}


def set_chart(node: nodes.Chart, area: Area) -> list[Piece]:
    """The chart in whatever form has room; bars appear one by one, others as a whole."""
    pieces = _KINDS[node.kind](node.data, area)
    for index, step in enumerate(node.parts):
        pieces[index] = replace(pieces[index], step=step)
    return pieces
