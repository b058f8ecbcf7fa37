"""Charts in cells: bars, columns, lines, sparklines. No label and no number is ever left out."""

from presenter.typeset.charts.bars import set_bars
from presenter.typeset.charts.columns import set_columns
from presenter.typeset.charts.line import set_line
from presenter.typeset.charts.sparkline import set_sparkline

__all__ = ["set_bars", "set_columns", "set_line", "set_sparkline"]
