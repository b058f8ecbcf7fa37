"""Charts."""

from __future__ import annotations

from presenter.content.chart_data import data_of
from presenter.deck.blocks.chart import Chart
from presenter.typeset.charts import set_bars, set_columns, set_line, set_sparkline
from presenter.typeset.piece import Context, Piece

_KINDS = {"bar": set_bars, "column": set_columns, "line": set_line, "sparkline": set_sparkline}


def set_chart(block: Chart, context: Context) -> list[Piece]:
    """The chart in whatever form has room; bars appear one by one, others as a whole."""
    return _KINDS[block.kind](data_of(block.data, block.unit), context)
