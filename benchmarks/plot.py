"""A plot of a run as SVG: starts, keys and memory of each tool, on scales of powers of ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from benchmarks.rivals import Failure
from benchmarks.summary import MEASURES, Run, Value
from benchmarks.tools import FLOOR, OURS, Tool

_NAMES, _PANEL, _GAP, _ROW, _TOP, _EDGE = 112, 236, 36, 24, 58, 8

_STYLE = """
  svg { --back: #ffffff; --ink: #1f2328; --quiet: #59636e; --line: #d9dee3; --ours: #b3261e; \
--dot: #3d6b9e; }
  @media (prefers-color-scheme: dark) {
    svg { --back: #15191f; --ink: #e6edf3; --quiet: #98a3af; --line: #333b45; --ours: #ff8a7a; \
--dot: #7fb2e5; }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--ink); }
  .quiet { fill: var(--quiet); font-size: 11px; }
  .title { font-weight: 600; }
  .ours { fill: var(--ours); font-weight: 600; }
  .line { stroke: var(--line); stroke-width: 1; }
  .floor { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 3 3; }
  .dot { fill: var(--dot); stroke: var(--back); stroke-width: 1; }
  .span { stroke: var(--dot); stroke-width: 2; }
  .dot.ours { fill: var(--ours); }
  .span.ours { stroke: var(--ours); }
"""


class Panel(NamedTuple):
    """One scale: what it shows, and the measures whose figures are dots on it, small to large."""

    title: str
    measures: tuple[str, ...]
    legend: str


def plot(run: Run, panels: Sequence[Panel], told: Callable[[Failure], str]) -> str:
    """The picture; `told` says why a figure is missing. The dashed lines are the minimal app's."""
    tools = sorted(run.installs, key=lambda tool: _order(_value(run, tool, "start-7")))
    width = _NAMES + len(panels) * (_PANEL + _GAP) + _EDGE
    height = _TOP + len(tools) * _ROW + 34
    parts = [
        f'<rect width="{width}" height="{height}" rx="6" fill="var(--back)"/>',
        *(
            f'<text x="14" y="{_middle(row) + 4}"{_class(tool)}>{escape(tool.name)}</text>'
            for row, tool in enumerate(tools)
        ),
    ]
    for number, panel in enumerate(panels):
        left = _NAMES + number * (_PANEL + _GAP)
        parts.extend(_panel(run, tools, panel, left, told))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img">\n<style>{_STYLE}</style>\n{body}\n</svg>\n'
    )


def _panel(
    run: Run, tools: Sequence[Tool], panel: Panel, left: float, told: Callable[[Failure], str]
) -> Iterator[str]:
    values = {tool: [_value(run, tool, name) for name in panel.measures] for tool in tools}
    figures = [value for row in values.values() for value in row if isinstance(value, float)]
    least, most = _decades(figures)

    def across(value: float) -> float:
        part = (log10(max(value, 10**least)) - least) / (most - least)
        return left + 8 + part * (_PANEL - 16)

    bottom = _TOP + len(tools) * _ROW
    yield f'<text class="title" x="{left}" y="22">{escape(panel.title)}</text>'
    yield f'<text class="quiet" x="{left}" y="40">{escape(panel.legend)}</text>'
    for power in range(least, most + 1):
        x = across(10**power)
        yield f'<line class="line" x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}"/>'
        yield (
            f'<text class="quiet" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">'
            f"{10**power:,g}</text>"
        )
    floors = [value for value in values.get(FLOOR, [])[:1] if isinstance(value, float)]
    for x in map(across, floors):
        yield f'<line class="floor" x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}"/>'
    for row, tool in enumerate(tools):
        y, ours = _middle(row), " ours" if tool is OURS else ""
        found = [
            (step, value) for step, value in enumerate(values[tool]) if isinstance(value, float)
        ]
        places = [across(value) for _, value in found]
        if len(places) > 1:
            first, last = min(places), max(places)
            yield f'<line class="span{ours}" x1="{first:.1f}" y1="{y}" x2="{last:.1f}" y2="{y}"/>'
        for (step, _), x in zip(reversed(found), reversed(places), strict=True):
            yield f'<circle class="dot{ours}" cx="{x:.1f}" cy="{y}" r="{3 + 1.5 * step}"/>'
        missing = [value for value in values[tool] if isinstance(value, Failure)]
        if missing:
            beside = max(places, default=left) + 12
            right = beside > left + _PANEL - 60
            x, anchor = (min(places) - 12, "end") if right else (beside, "start")
            yield (
                f'<text class="quiet" x="{x:.1f}" y="{y + 4}" text-anchor="{anchor}">'
                f"{escape(told(missing[0]))}</text>"
            )


def _decades(figures: Sequence[float]) -> tuple[int, int]:
    """The powers of ten that hold all figures: at least two."""
    logs = [log10(max(figure, 0.01)) for figure in figures] or [0.0]
    least, most = floor(min(logs)), ceil(max(logs))
    return least, max(most, least + 1)


def _value(run: Run, tool: Tool, name: str) -> Value:
    return next(measure.of(run, tool) for measure in MEASURES if measure.name == name)


def _order(value: Value) -> float:
    return value if isinstance(value, float) else float("inf")


def _middle(row: int) -> float:
    return _TOP + row * _ROW + _ROW / 2


def _class(tool: Tool) -> str:
    return ' class="ours"' if tool is OURS else ""
