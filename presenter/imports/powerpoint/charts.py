"""Charts of a PowerPoint file: one series as a chart of ours, others as a table.

A chart keeps what it shows beside the workbook that it came from; the workbook is not opened.
Sources: ISO/IEC 29500-1, 21.2; [MS-ODRAWXML] 2.24.3 for the charts of Office 2016.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Chart, Table, Text
from presenter.deck.characters import clean
from presenter.imports.plain import joined, literal_text
from presenter.imports.powerpoint.number_formats import digits, exact, format_of, shown
from presenter.imports.powerpoint.package import BrokenPartError, Reading, words_in
from presenter.imports.powerpoint.text import line_of
from presenter.imports.powerpoint.xml import at, attribute, children, content, first, is_on, number

MOST_POINTS = 50_000
"""A chart with more points in a series is not read."""

_CACHES = ("c:strCache", "c:numCache", "c:strLit", "c:numLit", "c:multiLvlStrCache")

_Kind = Literal["bar", "line"]
_KINDS: dict[str, tuple[_Kind, bool]] = {
    "barChart": ("bar", True),
    "bar3DChart": ("bar", True),
    "lineChart": ("line", True),
    "line3DChart": ("line", True),
    "pieChart": ("bar", False),
    "pie3DChart": ("bar", False),
    "doughnutChart": ("bar", False),
    "ofPieChart": ("bar", False),
    "radarChart": ("bar", False),
    "areaChart": ("line", False),
    "area3DChart": ("line", False),
    "stockChart": ("line", False),
}
"""What plots become, and whether they look so; others become a table. What changes is told."""


class UnreadableChartError(Exception):
    """The chart keeps no numbers that could be read."""


class Points(NamedTuple):
    """Numbers, None where there is a gap; the format in which they are shown; how they look."""

    values: tuple[float | None, ...] = ()
    code: str = ""
    texts: tuple[str, ...] = ()


class Series(NamedTuple):
    """A series of a chart. `labels` or `across` say where its `values` stand."""

    name: str
    labels: tuple[str, ...]
    values: Points
    across: Points | None = None
    """The other number of each point, in a scatter or bubble chart."""
    sizes: Points | None = None
    is_labelled: bool = False
    """Whether the numbers stand at the points."""


class Plot(NamedTuple):
    """Series in one kind of drawing: ``barChart``, ``pieChart``, …"""

    kind: str
    lies: bool
    """Whether bars lie."""
    series: tuple[Series, ...]


def chart_blocks(frame: Element, name: str, reading: Reading) -> list[Block]:
    """The blocks of the chart in a graphic `frame`; none, and told, where it cannot be read."""
    link = first(frame, "c:chart")
    try:
        chart, root = reading.linked(link if link is not None else first(frame, "cx:chart"), "r:id")
    except BrokenPartError:
        reading.warn("chart-unreadable", name)
        return []
    if root.tag == "cx:chartSpace":
        return _newer_blocks(root, name, chart)
    title = _title(root, chart)
    for words in _other_words(root, chart):
        reading.warn("chart-words", words)
    try:
        plots = _read_plots(root)
    except UnreadableChartError:
        reading.warn("chart-unreadable", title or name)
        return [Text(text=title)] if title else []
    return _blocks(plots, root, title, reading)


# The data of a chart.


def _read_plots(root: Element) -> list[Plot]:
    """The plots of a chart (``c:chartSpace``). Raises UnreadableChartError."""
    from_1904 = is_on(at(root, "c:date1904"), "val")
    area = at(root, "c:chart", "c:plotArea")
    axis_code = next(filter(None, map(_own_code, children(area, "c:valAx"))), "")
    plots = []
    for each in children(area):
        series = [_series(one, each, axis_code, from_1904) for one in children(each, "c:ser")]
        if series:
            lies = attribute(at(each, "c:barDir"), "val") == "bar"
            plots.append(Plot(each.tag.removeprefix("c:"), lies, tuple(series)))
    all_series = [each for plot in plots for each in plot.series]
    if all(value is None for each in all_series for value in each.values.values):
        raise UnreadableChartError
    return plots


def _series(series: Element, plot: Element, axis_code: str, from_1904: bool) -> Series:
    labels = at(series, "c:dLbls")
    labels = labels if labels is not None else at(plot, "c:dLbls")
    is_labelled = is_on(at(labels, "c:showVal"), "val")
    codes = (_own_code(labels) if is_labelled else "", axis_code)
    name = " ".join(_texts(at(series, "c:tx"), from_1904))
    values, across = at(series, "c:yVal"), at(series, "c:xVal")
    if values is None:
        values = at(series, "c:val")
        kept = tuple(_texts(at(series, "c:cat"), from_1904))
        return Series(name, kept, _points(values, from_1904, *codes), is_labelled=is_labelled)
    numbers = _points(across, from_1904) if first(across, "c:numCache") is not None else Points()
    sizes = at(series, "c:bubbleSize")
    return Series(
        name,
        tuple(_texts(across, from_1904)),
        _points(values, from_1904, *codes),
        numbers,
        _points(sizes, from_1904) if sizes is not None else None,
        is_labelled,
    )


def _own_code(holder: Element | None) -> str:
    """The number format of labels or of an axis, where it is one of its own."""
    form = at(holder, "c:numFmt")
    return "" if is_on(form, "sourceLinked") else attribute(form, "formatCode")


def _points(
    holder: Element | None, from_1904: bool, first_code: str = "", last_code: str = ""
) -> Points:
    """The numbers under `holder`, in the first format that says something."""
    cache = _cache(holder)
    if cache is None:
        return Points()
    found: dict[int, float] = {}
    for each in children(cache, "c:pt"):
        try:
            found[number(each, "idx")] = exact(float(content(at(each, "c:v"))))
        except ValueError:
            continue
    values = tuple(found.get(index) for index in range(_count(cache, found)))
    codes = (first_code, content(at(cache, "c:formatCode")), last_code)
    code = next((each for each in codes if each and each.casefold() != "general"), "")
    texts = (
        "" if value is None else clean(shown(value, code, from_1904=from_1904)) for value in values
    )
    return Points(values, code, tuple(texts))


def _texts(holder: Element | None, from_1904: bool) -> list[str]:
    """The words under `holder`, numbers in their format; those of several levels as one."""
    cache = _cache(holder)
    if cache is None:
        value = first(holder, "c:v")
        return [clean(content(value))] if value is not None else []
    if cache.tag == "c:multiLvlStrCache":
        return _of_levels(cache)
    if cache.tag in ("c:numCache", "c:numLit"):
        return list(_points(holder, from_1904).texts)
    found = _strings(cache)
    return [found.get(index, "") for index in range(_count(cache, found))]


def _of_levels(cache: Element) -> list[str]:
    """The labels of several levels, the outermost first: 2024 · Q1, 2024 · Q2."""
    levels = [_strings(each) for each in children(cache, "c:lvl")][::-1]
    lines: list[list[str]] = [[] for _ in range(_count(cache, *levels))]
    for level in levels:
        last = ""
        for index, line in enumerate(lines):
            # An outer level is written once, at the first of those that it holds.
            last = level.get(index, last if level is not levels[-1] else "")
            line += [last] if last else []
    return [" · ".join(line) for line in lines]


def _strings(cache: Element) -> dict[int, str]:
    return {
        number(each, "idx"): clean(content(at(each, "c:v"))) for each in children(cache, "c:pt")
    }


def _cache(holder: Element | None) -> Element | None:
    elements: Iterator[Element] = holder.iter() if holder is not None else iter(())
    return next((each for each in elements if each.tag in _CACHES), None)


def _count(cache: Element, *found: dict[int, float] | dict[int, str]) -> int:
    """How many points there are. Raises UnreadableChartError for too many."""
    said = number(at(cache, "c:ptCount"), "val")
    count = max([said, *(index + 1 for each in found for index in each)])
    if count > MOST_POINTS or any(index < 0 for each in found for index in each):
        raise UnreadableChartError
    return count


# As a chart of ours, or as tables.


def _blocks(plots: list[Plot], root: Element, title: str, reading: Reading) -> list[Block]:
    series = [each for plot in plots for each in plot.series]
    chart = _chart(plots[0], series[0], title, reading) if len(series) == 1 else None
    if chart:
        name = _cell(series[0].name) if _is_named(root) else ""
        said = " · ".join(filter(None, (title, name if name != title else "")))
        return [Text(text=said), chart] if said else [chart]
    reading.warn("chart", title or "chart")
    tables: list[Block] = []
    for plot in plots:
        if plot.series[0].across is not None:
            tables += _scattered(plot)
            continue
        table = _table(plot)
        last = tables[-1] if tables else None
        if isinstance(last, Table) and _column(table) == _column(last):
            tables[-1] = _beside(last, table)
        else:
            tables.append(table)
    return [Text(text=title), *tables] if title else tables


def _chart(plot: Plot, series: Series, title: str, reading: Reading) -> Chart | None:
    """A chart of ours; None if it could not show all that this one does."""
    values, labels = series.values.values, series.labels
    labels = labels or tuple(str(index) for index in range(1, len(values) + 1))
    numbers = [value for value in values if value is not None]
    if series.across is not None or len(numbers) != len(values) or not numbers:
        return None
    if len(set(labels)) != len(values) or len(labels) != len(values) or not all(labels):
        return None
    form = format_of(series.values.code.partition(";")[0])
    if form.dates or form.exponent or form.before.strip() or plot.kind not in _KINDS:
        return None
    own, looks_so = _KINDS[plot.kind]
    kind: Literal["bar", "column", "line"] = own
    if not looks_so:
        reading.warn("chart-kind", " ".join(filter(None, (plot.kind, title))))
    elif own == "bar" and not plot.lies:
        kind = "column"
    scaled = [exact(value * form.factor) for value in numbers]
    if series.is_labelled and form.most is not None:
        scaled = [float(digits(value, form._replace(grouped=False))) for value in scaled]
    return Chart(data=dict(zip(labels, scaled, strict=True)), kind=kind, unit=form.after.strip())


def _table(plot: Plot) -> Table:
    """A column for each series, behind the labels; those that are missing are numbers."""
    longest = max(plot.series, key=lambda each: len(each.labels)).labels
    count = max(len(longest), *(len(each.values.values) for each in plot.series), 0)
    labels = [*map(_cell, longest), *map(str, range(len(longest) + 1, count + 1))]
    texts = [map(literal_text, each.values.texts) for each in plot.series]
    rows = tuple(zip_longest(labels, *texts, fillvalue=""))
    return Table(rows=rows, header=("", *(_cell(each.name) for each in plot.series)))


def _column(table: Table) -> list[str]:
    return [row[0] for row in table.rows]


def _beside(one: Table, other: Table) -> Table:
    """Two tables of the same rows as one: a chart with columns and a line."""
    rows = tuple((*row, *more[1:]) for row, more in zip(one.rows, other.rows, strict=True))
    return Table(rows=rows, header=(*one.header, *other.header[1:]))


def _scattered(plot: Plot) -> Iterator[Block]:
    """A table for each series of points: x and y, and z for the size of a bubble."""
    for each in plot.series:
        across = each.across or Points()
        columns = [across, each.values, *([each.sizes] if each.sizes is not None else [])]
        count = max(len(each.labels), *(len(column.values) for column in columns))
        rows = []
        for index in range(count):
            row = [literal_text("".join(column.texts[index : index + 1])) for column in columns]
            if not row[0] and not across.values:
                row[0] = _cell(each.labels[index]) if index < len(each.labels) else str(index + 1)
            rows.append(tuple(row))
        if name := _cell(each.name):
            yield Text(text=name)
        yield Table(rows=tuple(rows), header=("x", "y", "z")[: len(columns)])


# Words.


def _cell(text: str) -> str:
    return literal_text(joined(text))


def _title(root: Element, reading: Reading) -> str:
    """The chart's title on one line of inline Markdown; empty if it has none."""
    title = at(root, "c:chart", "c:title", "c:tx")
    if (rich := at(title, "c:rich")) is not None:
        return line_of(rich, reading)
    return _cell(content(first(title, "c:v")))


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
    for _, tree in reading.of_kind("chartUserShapes"):
        written += tree.iter("a:p") if tree is not None else ()
    return [text for each in written if (text := words_in(each))]


# The charts of Office 2016: waterfall, treemap, histogram, …


def _newer_blocks(root: Element, name: str, reading: Reading) -> list[Block]:
    """The numbers of a chart with its title above; what cannot be read is told."""
    own = first(root, "cx:title")
    title = _cell(words_in(own)) if own is not None else ""
    tables: list[Block] = []
    for data in children(at(root, "cx:chartData"), "cx:data"):
        columns = [_dimension(each) for each in children(data, "cx:strDim", "cx:numDim")]
        if any(columns):
            tables.append(Table(rows=tuple(zip_longest(*columns, fillvalue=""))))
    names = [_cell(content(each)) for each in root.iter("cx:v")]
    reading.warn("chart" if tables else "chart-unreadable", title or name)
    said = " · ".join(filter(None, dict.fromkeys((title, *names))))
    return [Text(text=said), *tables] if said else tables


def _dimension(dimension: Element) -> list[str]:
    """The points of a dimension in the order of their numbers; levels from the outermost in."""
    found: dict[int, str] = {}
    for level in reversed(children(dimension, "cx:lvl")):
        for each in children(level, "cx:pt"):
            text = clean(content(each))
            if dimension.tag == "cx:numDim":
                text = _number(text, level.get("formatCode", ""))
            index = number(each, "idx")
            if 0 <= index < MOST_POINTS:
                found[index] = " · ".join(filter(None, (found.get(index), text)))
    return [_cell(found[index]) for index in sorted(found)]


def _number(text: str, code: str) -> str:
    try:
        return shown(exact(float(text)), code)
    except ValueError:
        return text
