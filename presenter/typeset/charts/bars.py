"""Horizontal bars: label, bar, number; negative ones to the left of an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presenter.content.chart_data import Datum
from presenter.typeset.charts.listed import set_running
from presenter.typeset.charts.measure import divide, measure, parts
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Area, Piece

_LEAST_BESIDE = 10
_LEAST_BELOW = 6
"""Cells that bars have at the least, beside their labels and below them."""

_EIGHTHS = "▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class _Bars:
    """How bars are drawn.

    label: the cells of the labels and the gap behind them; 0 where they stand above the bars.
    left, right: the cells on either side of the axis. scale: the cells of a value of 1. thick:
    whether a bar is two rows high, and half a row more on either side is left empty.
    """

    label: int
    left: int
    right: int
    scale: float
    thick: bool
    setting: PageOptions

    @property
    def axis(self) -> Line:
        """The axis where bars go both ways, else nothing."""
        return (Run("│", "chart.axis", self.setting.ruler.width("│")),) if self.left else ()

    def bar(self, value: float) -> list[Line]:
        """The rows of a bar, from the labels' right to the bar's end; at least a hint of one."""
        cells = abs(value) * self.scale
        rows = self._rows(cells, negative=value < 0)
        style = "chart.negative" if value < 0 else "chart.bar"
        lines = []
        for text in rows:
            drawn = Run(text, style, self.setting.ruler.width(text))
            before = self.left - (drawn.width if value < 0 else 0)
            bar = (drawn,) if text else ()
            line = (*bar, *self.axis) if value < 0 else (*self.axis, *bar)
            lines.append((*((space(before),) if before else ()), *line))
        return lines

    def _rows(self, cells: float, *, negative: bool) -> list[str]:
        if not cells:
            return ["", "", ""] if self.thick else [""]
        marks = "▄█▀" if self.thick else "█"
        if self.setting.ruler.width("█") > 1:
            # Parts of a block are as wide as the block or not, by the terminal's whim.
            most = (self.left if negative else self.right) // 2
            blocks = min(max(1, round(cells / 2)), most)
            return [mark * blocks for mark in marks]
        if self.thick or negative:
            whole, half = divmod(max(1, round(cells * 2)), 2)
            ends = ("▗▐▝" if negative else "▖▌▘") if self.thick else "▐"
            halves = [end * half for end in ends]
            if negative:
                return [end + mark * whole for end, mark in zip(halves, marks, strict=True)]
            return [mark * whole + end for end, mark in zip(halves, marks, strict=True)]
        whole, rest = divmod(max(1, round(cells * 8)), 8)
        return ["█" * whole + (_EIGHTHS[rest - 1] if rest else "")]


def set_bars(data: Sequence[Datum], area: Area) -> list[Piece]:
    """A piece for each bar.

    Labels wrap beside their bars, stand above them where it is narrow, and where not even a short
    bar has room beside its number, there are labels and numbers only.
    """
    setting = area.setting
    values, up, down = parts(data)
    number = max(setting.ruler.width(datum.text) for datum in data) + 1
    axis = setting.ruler.width("│") if down else 0
    room = area.width - number - axis
    label, gap = _label(data, room, area)
    bar = room - label - gap if label else room
    if bar < (_LEAST_BESIDE if label else _LEAST_BELOW):
        return set_running(data, area)
    right, left, scale = divide(bar, up, down, least=2)
    sets = [
        set_paragraph(datum.spans, "chart.label", label or area.width, setting) for datum in data
    ]
    rows = area.rows if area.alone else area.rows // 2
    single = all(len(lines) <= 1 for lines in sets)
    thick = label > 0 and single and 3 * len(data) <= rows
    bars = _Bars(label + gap if label else 0, left, right, scale, thick, setting)
    return [
        Piece(_joined(datum, value, lines, bars), filler=_filler(bars))
        for datum, value, lines in zip(data, values, sets, strict=True)
    ]


def _label(data: Sequence[Datum], room: int, area: Area) -> tuple[int, int]:
    """The cells of the labels and of the gap behind them; 0 of labels that stand above."""
    gap = 2 if area.width >= 32 else 1
    sizes = [measure(datum.spans, area.setting) for datum in data]
    wanted = max(whole for whole, _ in sizes)
    longest = max(word for _, word in sizes)
    label = min(wanted, max(area.width * 2 // 5, room - gap - area.width // 2))
    if room - gap - label < _LEAST_BESIDE:
        label = min(wanted, room - gap - _LEAST_BESIDE)
    beside = label >= min(wanted, max(8, longest)) and label > 0
    return (label, gap) if beside else (0, 0)


def _joined(datum: Datum, value: float, label: Sequence[Line], bars: _Bars) -> tuple[Line, ...]:
    drawn = bars.bar(value)
    text = Run(datum.text, "chart.value", bars.setting.ruler.width(datum.text))
    middle = len(drawn) // 2
    drawn[middle] = (*drawn[middle], space(1), text) if drawn[middle] else (text,)
    if not bars.label:
        return (*label, *drawn)
    height = max(len(drawn), middle + len(label))
    names: list[Line] = [*[()] * middle, *label, *[()] * height][:height]
    drawn += [_axis(bars)] * (height - len(drawn))
    lines = []
    for name, bar in zip(names, drawn, strict=True):
        gap = bars.label - line_width(name)
        lines.append((*name, space(gap), *bar) if bar else name)
    return tuple(lines)


def _axis(bars: _Bars) -> Line:
    """A row without a bar: the axis at its place."""
    return (space(bars.left), *bars.axis) if bars.left else ()


def _filler(bars: _Bars) -> Line:
    """What stands between two bars: the axis goes on."""
    return (space(bars.label + bars.left), *bars.axis) if bars.left else ()
