"""A table of times with a bar for each row, as lines that fit the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presenter.commands.rehearsing.canvas import Canvas
from presenter.talk.clock import clock_text

_LEAST_TITLE = 8
"""Cells that titles have at the least, before columns of numbers are left out in their favour."""

_LEAST_BAR, _MOST_BAR = 16, 60
"""Cells that the longest bar has beside a row; with less room it stands below."""


@dataclass(frozen=True)
class Row:
    """A row: a number, a title, and `cells` of numbers on the right of it.

    bar: the actual and planned seconds of its bar, if it has one. strong: whether it is set off.
    """

    cells: tuple[str, ...]
    title: str = ""
    number: str = ""
    bar: tuple[float, float | None] | None = None
    strong: bool = False


def table(rows: Sequence[Row], canvas: Canvas, least: int = _LEAST_TITLE) -> list[str]:
    """`rows` as lines no wider than `canvas`.

    Columns of numbers are as wide as they need be; where it is too narrow for
    them beside `least` cells of titles, those on the right go.
    """
    measure = canvas.ruler.width
    number = max(measure(row.number) for row in rows)
    lead = number + 2 if number else 0
    widths = [
        max(map(measure, column)) for column in zip(*(row.cells for row in rows), strict=True)
    ]
    least = min(least, max(measure(row.title) for row in rows))
    while widths and lead + least + sum(widths) + 2 * len(widths) > canvas.width:
        widths.pop()
    room = canvas.width - lead - sum(widths) - 2 * len(widths)
    title, bar = _shared_out(max(measure(row.title) for row in rows), room, least)
    below = not bar
    most = canvas.width - lead if below else bar
    longest = max((max(row.bar[0], row.bar[1] or 0) for row in rows if row.bar), default=0.0)
    scale = max(0, most) / longest if longest else 0.0
    lines: list[str] = []
    for row in rows:
        line = canvas.padded(row.number, number, right=True) + "  " if number else ""
        line += canvas.padded(row.title, title)
        for text, width in zip(row.cells, widths, strict=False):
            line += "  " + canvas.padded(text, width, right=True)
        drawn = canvas.bar(*row.bar, scale) if row.bar else ""
        if below or not drawn:
            line = line.rstrip()
        line = canvas.painted(line, bold=True) if row.strong else line
        lines.append(line + "  " + drawn if drawn and not below else line)
        if drawn and below:
            lines.append(" " * lead + drawn)
    return lines


def _shared_out(title: int, room: int, least: int) -> tuple[int, int]:
    """The cells of titles and of bars beside them, of all the `room`; 0 of bars that are below."""
    bar = room - 2 - title
    if bar < _LEAST_BAR:
        bar = min(_LEAST_BAR, room - 2 - max(least, title * 2 // 3))
    if bar < _LEAST_BAR:
        return max(0, min(title, room)), 0
    return min(title, room - 2 - bar), min(bar, _MOST_BAR)


def minutes(seconds: float) -> str:
    """`seconds`, rounded, as a clock shows them: ``1:05``."""
    return clock_text(round(seconds))


def difference(planned: float | None, actual: float, none: str) -> str:
    """By how much `actual` is beyond what was `planned`: ``+0:05``; `none` without a plan."""
    if planned is None:
        return none
    seconds = round(actual) - round(planned)
    sign = "+" if seconds > 0 else "-" if seconds < 0 else ""
    return sign + minutes(abs(seconds))


__all__ = ["Row", "difference", "minutes", "table"]
