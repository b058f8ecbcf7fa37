"""What the part of a chart holds: its series of points, as the chart itself keeps them.

A chart keeps what it shows beside the workbook that it came from; the workbook is not opened.
Source: ISO/IEC 29500-1, 21.2.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.deck.clean import clean
from presenter.imports.powerpoint.number_formats import exact, shown
from presenter.imports.powerpoint.xml import at, children, first, is_on, number

MOST_POINTS = 50_000
"""A chart with more points in a series is not read."""

_CACHES = ("c:strCache", "c:numCache", "c:strLit", "c:numLit", "c:multiLvlStrCache")


class UnreadableChartError(Exception):
    """The chart keeps no numbers that could be read."""


class Points(NamedTuple):
    """Numbers, None where there is a gap, and the format in which they are shown."""

    values: tuple[float | None, ...] = ()
    code: str = ""

    def text(self, index: int, from_1904: bool) -> str:
        """A number as it is shown; empty for a gap, and beyond the end."""
        value = self.values[index] if index < len(self.values) else None
        return "" if value is None else clean(shown(value, self.code, from_1904=from_1904))


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


class ChartData(NamedTuple):
    """All plots of a chart."""

    plots: tuple[Plot, ...]
    from_1904: bool
    """Whether its days are counted from 1904."""


def read_chart(root: Element) -> ChartData:
    """The data of a chart (``c:chartSpace``). Raises UnreadableChartError."""
    from_1904 = is_on(at(root, "c:date1904"), "val")
    area = at(root, "c:chart", "c:plotArea")
    axis_code = _axis_code(area)
    plots = []
    for each in area if area is not None else ():
        series = [_series(one, each, axis_code, from_1904) for one in children(each, "c:ser")]
        if series:
            direction = at(each, "c:barDir")
            lies = direction is not None and direction.get("val") == "bar"
            plots.append(Plot(each.tag.removeprefix("c:"), lies, tuple(series)))
    if not any(
        value is not None for plot in plots for one in plot.series for value in one.values.values
    ):
        raise UnreadableChartError
    return ChartData(tuple(plots), from_1904)


def _series(series: Element, plot: Element, axis_code: str, from_1904: bool) -> Series:
    labels = at(series, "c:dLbls")
    labels = labels if labels is not None else at(plot, "c:dLbls")
    is_labelled = is_on(at(labels, "c:showVal"), "val")
    label_format = at(labels, "c:numFmt")
    label_code = ""
    if is_labelled and label_format is not None and not is_on(label_format, "sourceLinked"):
        label_code = label_format.get("formatCode", "")
    values = _points(at(series, "c:val"), label_code, axis_code)
    name = " ".join(_texts(at(series, "c:tx"), from_1904))
    across = at(series, "c:xVal")
    if at(series, "c:yVal") is None:
        kept = tuple(_texts(at(series, "c:cat"), from_1904))
        return Series(name, kept, values, is_labelled=is_labelled)
    values = _points(at(series, "c:yVal"), label_code, axis_code)
    sizes = at(series, "c:bubbleSize")
    texts = tuple(_texts(across, from_1904))
    numbers = (
        _points(across) if across is not None and first(across, "c:numCache") is not None else None
    )
    return Series(
        name,
        texts,
        values,
        numbers or Points(),
        _points(sizes) if sizes is not None else None,
        is_labelled,
    )


def _axis_code(area: Element | None) -> str:
    """The format of the axis of values, where it is one of its own."""
    for axis in children(area, "c:valAx"):
        form = at(axis, "c:numFmt")
        if form is not None and not is_on(form, "sourceLinked"):
            return form.get("formatCode", "")
    return ""


def _points(holder: Element | None, first_code: str = "", last_code: str = "") -> Points:
    """The numbers under `holder`, and the first format that says something."""
    cache = _cache(holder)
    if cache is None:
        return Points()
    code = at(cache, "c:formatCode")
    codes = (first_code, (code.text or "") if code is not None else "", last_code)
    found: dict[int, float] = {}
    for each in children(cache, "c:pt"):
        value = at(each, "c:v")
        try:
            found[number(each, "idx")] = exact(
                float((value.text or "") if value is not None else "")
            )
        except ValueError:
            continue
    values = tuple(found.get(index) for index in range(_count(cache, found)))
    said = next((each for each in codes if each and each.casefold() != "general"), "")
    return Points(values, said)


def _texts(holder: Element | None, from_1904: bool) -> list[str]:
    """The words under `holder`, numbers in their format; those of several levels as one."""
    cache = _cache(holder)
    if cache is None:
        value = first(holder, "c:v")
        return [clean(value.text or "")] if value is not None else []
    if cache.tag == "c:multiLvlStrCache":
        return _of_levels(cache)
    if cache.tag in ("c:numCache", "c:numLit"):
        points = _points(holder)
        return [points.text(index, from_1904) for index in range(len(points.values))]
    found = _strings(cache)
    return [found.get(index, "") for index in range(_count(cache, found))]


def _of_levels(cache: Element) -> list[str]:
    """The labels of several levels, the outermost first: 2024 · Q1, 2024 · Q2."""
    levels = [_strings(each) for each in children(cache, "c:lvl")][::-1]
    count = _count(cache, *levels)
    lines: list[list[str]] = [[] for _ in range(count)]
    for level in levels:
        last = ""
        for index in range(count):
            # An outer level is written once, at the first of those that it holds.
            last = level.get(index, last if level is not levels[-1] else "")
            lines[index] += [last] if last else []
    return [" · ".join(line) for line in lines]


def _strings(cache: Element) -> dict[int, str]:
    found = {}
    for each in children(cache, "c:pt"):
        value = at(each, "c:v")
        found[number(each, "idx")] = clean((value.text or "") if value is not None else "")
    return found


def _cache(holder: Element | None) -> Element | None:
    if holder is None:
        return None
    return next((each for each in holder.iter() if each.tag in _CACHES), None)


def _count(cache: Element, *found: dict[int, float] | dict[int, str]) -> int:
    """How many points there are. Raises UnreadableChartError for too many."""
    said = number(at(cache, "c:ptCount"), "val")
    count = max([said, *(index + 1 for each in found for index in each)])
    if count > MOST_POINTS or any(index < 0 for each in found for index in each):
        raise UnreadableChartError
    return count
