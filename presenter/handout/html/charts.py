"""Charts: tables of labels and numbers, with what is drawn beside each number as inline SVG.

The numbers are text of a table, so screen readers, narrow screens and searches have them; what is
drawn says nothing new and is hidden from screen readers.
"""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content import nodes
from presenter.content.chart_data import Datum, parts, reach
from presenter.handout.html.writing import HtmlContext, breakable, text, unit, width

_SHORT = 14
"""Cells of a label that is not broken."""

_BESIDE = 0.3
"""Ems between the labels of neighbours."""

_SIDE = 100
"""The longer side of a drawing, in its own units."""


def chart(node: nodes.Chart, context: HtmlContext) -> str:
    """The chart. Elsewhere its labels are styled; here only what they say has room."""
    return _KINDS[node.kind](node, context)


def _bars(node: nodes.Chart, context: HtmlContext) -> str:
    values, up, down = parts(node.data)
    zero, span = down, (up + down) or 1.0
    rows = ""
    for index, (datum, value) in enumerate(zip(node.data, values, strict=True)):
        left = (zero + min(value, 0.0)) / span * _SIDE
        bar = _rect(left, 0, abs(value) / span * _SIDE, 10, value)
        rows += (
            f'<tr{context.step(node.step_of(index))}><th scope="row"{_short(datum, context)}>'
            f"{text(datum.name)}</th>"
            f'<td class="drawn">{_svg(_SIDE, 10, bar)}</td>'
            f"<td>{context.number(datum.text)}</td></tr>"
        )
    return f'<table class="chart bars"><tbody>{rows}</tbody></table>'


def _columns(node: nodes.Chart, context: HtmlContext) -> str:
    values, up, down = parts(node.data)
    span = (up + down) or 1.0
    cells = ""
    for datum, value in zip(node.data, values, strict=True):
        top = (up - max(value, 0.0)) / span * _SIDE
        bar = _rect(22, top, 56, abs(value) / span * _SIDE, value) + _axis(up / span * _SIDE)
        cells += f"<td><b>{context.number(datum.text)}</b>{_svg(_SIDE, _SIDE, bar)}</td>"
    return _standing(node, cells, "columned", context)


def _line(node: nodes.Chart, context: HtmlContext) -> str:
    points, axis = _points(node.data)
    dots = "".join(f'<path class="dot" d="M{x:g} {y:g}h0"/>' for x, y in points)
    drawn = f'<path class="line" d="{_path(points)}"/>{dots}'
    if axis is not None:
        drawn = _axis(axis) + drawn
    cells = "".join(f"<td><b>{context.number(datum.text)}</b></td>" for datum in node.data)
    plot = f'<td colspan="{len(node.data)}">{_svg(_SIDE, _SIDE, drawn)}</td>'
    return _standing(node, cells, "lined", context, plot)


def _sparkline(node: nodes.Chart, context: HtmlContext) -> str:
    points, _ = _points(node.data)
    drawn = _svg(_SIDE, _SIDE, f'<path class="line" d="{_path(points)}"/>')
    items = "".join(
        f"<li>{text(datum.name)} <b>{context.number(datum.text)}</b></li>" for datum in node.data
    )
    return f'<div class="chart spark"{context.step(node.step)}>{drawn}<ul>{items}</ul></div>'


_KINDS = {"bar": _bars, "column": _columns, "line": _line, "sparkline": _sparkline}


def _standing(
    node: nodes.Chart, cells: str, kind: str, context: HtmlContext, plot: str = ""
) -> str:
    """A table of one row of numbers; the style sheet puts its head, the labels, below."""
    data, language = node.data, context.language
    labels = "".join(f'<th scope="col">{breakable(each.name, language)}</th>' for each in data)
    needed = max(max(unit(each.name, language), width(each.text)) for each in data)
    size = context.rules.of(f"--count:{len(data)};--unit:{needed + _BESIDE:.1f}")
    first = f'<tr class="plot" aria-hidden="true">{plot}</tr>' if plot else ""
    return (
        f'<div class="wide"{context.step(node.step)}><table class="chart {kind} {size}"><thead>'
        f"<tr>{labels}</tr></thead><tbody>{first}<tr>{cells}</tr></tbody></table></div>"
    )


def _short(datum: Datum, context: HtmlContext) -> str:
    return ' class="short"' if context.setting.ruler.width(datum.name) <= _SHORT else ""


def _points(data: Sequence[Datum]) -> tuple[list[tuple[float, float]], float | None]:
    """Where the points are, each in the middle of its slot, and zero if that is in sight."""
    values, _, _ = parts(data)
    low, high = reach(values)
    span = high - low
    each = _SIDE / len(data)
    heights = [(high - value) / span if span else 0.5 for value in values]
    points = [(round((n + 0.5) * each, 2), round(h * _SIDE, 2)) for n, h in enumerate(heights)]
    return points, high / span * _SIDE if span and low <= 0 <= high else None


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _axis(y: float) -> str:
    return f'<path class="axis" d="M0 {y:.4g}h{_SIDE}"/>'


def _rect(x: float, y: float, width: float, height: float, value: float) -> str:
    look = ' class="negative"' if value < 0 else ""
    return f'<rect{look} x="{x:.4g}" y="{y:.4g}" width="{width:.4g}" height="{height:.4g}"/>'


def _svg(width: int, height: int, drawn: str) -> str:
    """Drawn as large as its room, whatever shape that has."""
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {width} {height}" preserveAspectRatio="none">'
        f"{drawn}</svg>"
    )
