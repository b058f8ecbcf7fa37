"""Charts of a PowerPoint file: one series as a chart of ours, others as a table."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Chart, Table, Text
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.chart_data import (
    ChartData,
    Plot,
    Points,
    Series,
    UnreadableChartError,
    read_chart,
)
from presenter.imports.powerpoint.newer_charts import newer_table
from presenter.imports.powerpoint.number_formats import digits, exact, format_of
from presenter.imports.powerpoint.package import BrokenPartError
from presenter.imports.powerpoint.paragraphs import line_of
from presenter.imports.powerpoint.reading import Reading, words_in
from presenter.imports.powerpoint.xml import at, first, is_on

_SAME = {"barChart": "bar", "bar3DChart": "bar", "lineChart": "line", "line3DChart": "line"}
"""Plots that a chart of ours shows as they are; others become bars or a table, which is told."""

_AS_BARS = ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart", "radarChart")
_AS_LINE = ("areaChart", "area3DChart", "stockChart")


def chart_blocks(frame: Element, name: str, reading: Reading) -> list[Block]:
    """The blocks of the chart in a graphic `frame`; none, and told, where it cannot be read."""
    link = first(frame, "c:chart")
    link = link if link is not None else first(frame, "cx:chart")
    try:
        part = reading.target(link.get("r:id") if link is not None else None)
        root = reading.package.tree(part)
    except BrokenPartError:
        reading.tell("chart-unreadable", name)
        return []
    chart = reading.beside(part)
    if root.tag == "cx:chartSpace":
        return newer_table(root, name, chart)
    title = _title(root, chart)
    for words in _other_words(root, chart):
        reading.tell("chart-words", words)
    try:
        data = read_chart(root)
    except UnreadableChartError:
        reading.tell("chart-unreadable", title or name)
        return [Text(text=title)] if title else []
    return _blocks(data, root, title, reading)


def _blocks(data: ChartData, root: Element, title: str, reading: Reading) -> list[Block]:
    series = [each for plot in data.plots for each in plot.series]
    block = _chart(data.plots[0], series[0], title, reading) if len(series) == 1 else None
    if isinstance(block, Chart):
        name = literal_text(joined(series[0].name)) if _is_named(root) else ""
        said = " · ".join(filter(None, (title, name if name != title else "")))
        return [Text(text=said), block] if said else [block]
    reading.tell("chart", title or "chart")
    tables: list[Block] = []
    for plot in data.plots:
        if plot.series[0].across is not None:
            tables += _scattered(plot, data.from_1904)
        elif (
            tables
            and isinstance(tables[-1], Table)
            and _labels(plot) == [row[0] for row in tables[-1].rows]
        ):
            tables[-1] = _beside(tables[-1], _table(plot, data.from_1904))
        else:
            tables.append(_table(plot, data.from_1904))
    return [Text(text=title), *tables] if title else tables


def _chart(plot: Plot, series: Series, title: str, reading: Reading) -> Chart | None:
    """A chart of ours; None if it could not show all that this one does."""
    values, labels = series.values.values, series.labels
    if not labels:
        labels = tuple(str(number) for number in range(1, len(values) + 1))
    numbers = [value for value in values if value is not None]
    if series.across is not None or len(numbers) != len(values) or not numbers:
        return None
    if len(set(labels)) != len(values) or len(labels) != len(values) or not all(labels):
        return None
    form = format_of(series.values.code.partition(";")[0])
    if form.dates or form.exponent or form.before.strip():
        return None
    kind: Literal["bar", "column", "line"] = "bar"
    if plot.kind in _AS_LINE or _SAME.get(plot.kind) == "line":
        kind = "line"
    elif plot.kind in _SAME:
        kind = "bar" if plot.lies else "column"
    if plot.kind not in _SAME:
        if plot.kind not in (*_AS_BARS, *_AS_LINE):
            return None
        reading.tell("chart-kind", " ".join(filter(None, (plot.kind, title))))
    scaled = [exact(value * form.factor) for value in numbers]
    if series.is_labelled and form.most is not None:
        scaled = [float(digits(value, form._replace(grouped=False))) for value in scaled]
    return Chart(data=dict(zip(labels, scaled, strict=True)), kind=kind, unit=form.after.strip())


def _table(plot: Plot, from_1904: bool) -> Table:
    labels = _labels(plot)
    rows = (
        (label, *(literal_text(each.values.text(index, from_1904)) for each in plot.series))
        for index, label in enumerate(labels)
    )
    return Table(rows=tuple(rows), header=("", *(_cell(each.name) for each in plot.series)))


def _labels(plot: Plot) -> list[str]:
    """The labels of all points; a series that is longer than its labels goes on in numbers."""
    longest = max(plot.series, key=lambda each: len(each.labels)).labels
    count = max(len(longest), *(len(each.values.values) for each in plot.series), 0)
    return [
        _cell(longest[index]) if index < len(longest) else str(index + 1) for index in range(count)
    ]


def _beside(one: Table, other: Table) -> Table:
    """Two tables of the same rows as one: a chart with columns and a line."""
    rows = tuple((*row, *more[1:]) for row, more in zip(one.rows, other.rows, strict=True))
    return Table(rows=rows, header=(*one.header, *other.header[1:]))


def _scattered(plot: Plot, from_1904: bool) -> list[Block]:
    """A table for each series of points: x and y, and z for the size of a bubble."""
    tables: list[Block] = []
    for each in plot.series:
        across = each.across if each.across is not None else Points()
        columns = [across, each.values, *([each.sizes] if each.sizes is not None else [])]
        count = max(len(each.labels), *(len(column.values) for column in columns))
        rows = []
        for index in range(count):
            row = [literal_text(column.text(index, from_1904)) for column in columns]
            if not row[0] and not across.values:
                row[0] = _cell(each.labels[index]) if index < len(each.labels) else str(index + 1)
            rows.append(tuple(row))
        if name := _cell(each.name):
            tables.append(Text(text=name))
        tables.append(Table(rows=tuple(rows), header=("x", "y", "z")[: len(columns)]))
    return tables


def _cell(text: str) -> str:
    return literal_text(joined(text))


def _title(root: Element, reading: Reading) -> str:
    """The chart's title on one line of inline Markdown; empty if it has none."""
    title = at(root, "c:chart", "c:title", "c:tx")
    if (rich := at(title, "c:rich")) is not None:
        return line_of(rich, reading)
    value = first(title, "c:v")
    return _cell(value.text or "") if value is not None else ""


def _is_named(root: Element) -> bool:
    """Whether the name of a chart's only series is shown: as its title, or in a legend."""
    chart = at(root, "c:chart")
    without_title = is_on(at(chart, "c:autoTitleDeleted"), "val")
    has_legend = at(chart, "c:legend") is not None
    has_own = at(chart, "c:title", "c:tx") is not None
    return has_legend or not (without_title or has_own)


def _other_words(root: Element, reading: Reading) -> list[str]:
    """What is written on a chart beside its title: on its axes, at points, in boxes over it."""
    own = at(root, "c:chart", "c:title")
    titles = set(own.iter("a:p")) if own is not None else set()
    written = [each for each in root.iter("a:p") if each not in titles]
    for name in reading.of_kind("chartUserShapes"):
        try:
            written += reading.package.tree(name).iter("a:p")
        except BrokenPartError:
            continue
    return [text for each in written if (text := words_in(each))]
