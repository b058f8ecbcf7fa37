"""Charts of a PowerPoint file: one series as a chart of ours, several as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from presenter.deck.blocks import Chart, Table
from presenter.deck.clean import clean
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.paragraphs import line_of

_KINDS = {"COLUMN": "column", "BAR": "bar", "LINE": "line"}


class UnreadableChartError(Exception):
    """The chart is of a kind whose numbers cannot be read."""


def title_of(chart: Any) -> str:
    """The chart's title on one line of inline Markdown; empty if it has none."""
    titled = chart.has_title and chart.chart_title.has_text_frame
    return line_of(chart.chart_title.text_frame) if titled else ""


def data_of(chart: Any) -> Chart | Table:
    """The chart's numbers: a table where a chart of ours cannot show them all.

    Raises UnreadableChartError.
    """
    try:
        plot = chart.plots[0]
        labels = [clean(str(each)) for each in plot.categories]
        series = [(clean(each.name or ""), list(each.values)) for each in plot.series]
    except (AttributeError, IndexError, KeyError, ValueError, NotImplementedError) as error:
        raise UnreadableChartError from error
    values = series[0][1] if len(series) == 1 else []
    is_plain = all(isinstance(each, int | float) for each in values) and bool(values)
    if is_plain and len(set(labels)) == len(labels) == len(values):
        name = str(chart.chart_type).split("_")[0].split(".")[-1]
        kind: Any = _KINDS.get(name, "bar")
        data = {label: float(value) for label, value in zip(labels, values, strict=True)}
        return Chart(data=data, kind=kind)
    rows = tuple(
        (literal_text(label), *(_number(each[1], index) for each in series))
        for index, label in enumerate(labels)
    )
    return Table(rows=rows, header=("", *(literal_text(name) for name, _ in series)))


def _number(values: Sequence[Any], index: int) -> str:
    value = values[index] if index < len(values) else None
    return "" if value is None else f"{value:g}"
