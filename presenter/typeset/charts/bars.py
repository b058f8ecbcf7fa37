"""Horizontal bars: label, bar, number; negative ones to the left of an axis.

And the numbers of a chart as text, beside a drawing without them or where none has room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from presenter.content.chart_data import Datum, parts
from presenter.content.inline import Paragraph, Styled
from presenter.typeset.opportunities import opportunities
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_styled
from presenter.typeset.piece import Area, Piece
from presenter.typeset.width import Ruler

_LEAST_BESIDE = 10
_LEAST_BELOW = 6
"""Cells that bars have at the least, beside their labels and below them."""

_GAP, _LEAST_GAP = 5, 2
"""Cells between two numbers that are listed on one line, and where they have little room."""

_THICK = (4, 2)
"""How many rows a bar may be high, if more than one."""

_EIGHTHS = "▏▎▍▌▋▊▉"


class _Bars(NamedTuple):
    """How bars are drawn.

    label: the cells of the labels and the gap behind them; 0 where they stand above the bars.
    left, right: the cells on either side of the axis. scale: the cells of a value of 1. thick: how
    many rows a bar is high, if more than one: half a row more on either side is left empty.
    halves: whether they end with half a cell at the least, as they may be mirrored then.
    """

    label: int
    left: int
    right: int
    scale: float
    thick: int
    halves: bool
    ruler: Ruler

    def piece(self, datum: Datum, value: float, label: Sequence[Line]) -> Piece:
        """The bar with its number, and its label beside it or above."""
        texts = self._drawn(abs(value) * self.scale, negative=value < 0)
        drawn = [self._row(text, negative=value < 0) for text in texts]
        number = Run(datum.text, "chart.value", self.ruler.width(datum.text))
        middle = len(drawn) // 2
        drawn[middle] = (*drawn[middle], space(1), number) if drawn[middle] else (number,)
        filler = (space(self.label + self.left), *self._axis) if self.left else ()
        if not self.label:
            return Piece((*label, *drawn), filler=filler)
        height = max(len(drawn), middle + len(label))
        names: list[Line] = [*[()] * middle, *label, *[()] * height][:height]
        drawn += [self._row("")] * (height - len(drawn))
        lines = [
            (*name, space(self.label - line_width(name)), *bar) if bar else name
            for name, bar in zip(names, drawn, strict=True)
        ]
        return Piece(tuple(lines), filler=filler)

    @property
    def _axis(self) -> Line:
        """The axis where bars go both ways, else nothing."""
        return (Run("│", "chart.axis", self.ruler.width("│")),) if self.left else ()

    def _row(self, text: str, *, negative: bool = False) -> Line:
        """A row of a bar, or without one, from the labels' right to the bar's end."""
        style = "chart.negative" if negative else "chart.bar"
        bar = (Run(text, style, self.ruler.width(text)),) if text else ()
        before = self.left - (line_width(bar) if negative else 0)
        line = (*bar, *self._axis) if negative else (*self._axis, *bar)
        return (space(before), *line) if before else line

    def _drawn(self, cells: float, *, negative: bool) -> list[str]:
        """The rows of a bar, at least a hint of one unless it has no cells."""
        if not cells:
            return [""] * (self.thick + 1 if self.thick else 1)
        marks = f"▄{'█' * (self.thick - 1)}▀" if self.thick else "█"
        if self.ruler.width("█") > 1:
            # Parts of a block are as wide as the block or not, by the terminal's whim.
            most = (self.left if negative else self.right) // 2
            blocks = min(max(1, round(cells / 2)), most)
            return [mark * blocks for mark in marks]
        if self.thick or negative or self.halves:
            whole, half = divmod(max(1, round(cells * 2)), 2)
            edges = "▗▐▝" if negative else "▖▌▘"
            inner = edges[1] * (self.thick - 1)
            ends = f"{edges[0]}{inner}{edges[2]}" if self.thick else edges[1]
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
    sets = _labels(data, label or area.width, setting)
    rows = area.rows if area.alone else area.rows // 2
    single = all(len(lines) <= 1 for lines in sets)
    thick = 0
    if label and single:
        thick = next((each for each in _THICK if _high(each, len(data)) <= rows), 0)
    beside = label + gap if label else 0
    halves = bool(setting.right_to_left)
    bars = _Bars(beside, left, right, scale, thick, halves, setting.ruler)
    pieces = [bars.piece(*each) for each in zip(data, values, sets, strict=True)]
    airy = len(data) * (thick + 2) - 1
    if thick and area.alone and airy > area.steady_rows:
        # What is left empty on either side of a thick bar is air enough.
        pieces[1:] = [replace(piece, space_before="none") for piece in pieces[1:]]
    return pieces


def _high(thick: int, count: int) -> int:
    """The rows that a page must have for so many bars so many rows high: the taller, the more."""
    return 3 * count if thick == _THICK[-1] else 2 * count * (thick + 1)


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


def _labels(data: Sequence[Datum], width: int, setting: PageOptions) -> list[list[Line]]:
    return [set_paragraph(datum.spans, "chart.label", width, setting) for datum in data]


def measure(label: Paragraph, setting: PageOptions) -> tuple[int, int]:
    """The cells that a label takes unwrapped, and that its longest word takes."""
    whole = word = 0
    for line in label:
        text = "".join(styled.text for styled in line)
        whole = max(whole, setting.ruler.width(text))
        ends = [at for at, _ in opportunities(text, setting.language, words=True)] if text else []
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
            word = max(word, setting.ruler.width(text[start:end].rstrip(" ")))
    return whole, word


def divide(room: int, up: float, down: float, *, least: int = 1) -> tuple[int, int, float]:
    """`room` shared between what goes up and what goes down, and the cells of a value of 1.

    Each side that holds something has `least` cells.
    """
    if not up and not down:
        return room, 0, 0.0
    below = round(room * down / (up + down))
    if down:
        below = max(below, least)
    if up:
        below = min(below, room - least)
    above = room - below
    return above, below, min(above / up if up else room, below / down if down else room)


class Listing(NamedTuple):
    """Labels with their numbers, in columns: how wide each is, and the gap between two; in cells.

    Where a label is too long for that they run on, and `each` is 0.
    """

    pieces: list[Piece]
    each: int = 0
    gap: int = 0


def set_listed(data: Sequence[Datum], area: Area) -> Listing:
    """Labels with their numbers: in one row if there is room for all, else in even rows."""
    setting, width = area.setting, area.width
    labels = _labels(data, width, setting)
    label = max(line_width(line) for lines in labels for line in lines)
    value = max(setting.ruler.width(datum.text) for datum in data)
    each = label + 1 + value
    if each > width or any(len(lines) > 1 for lines in labels):
        return Listing(set_running(data, area))
    rows = -(-len(data) // ((width + _LEAST_GAP) // (each + _LEAST_GAP)))
    count = -(-len(data) // rows)
    gap = min(_GAP, (width - count * each) // max(1, count - 1))
    pieces: list[Piece] = []
    for start in range(0, len(data), count):
        line: list[Run] = []
        for datum, lines in zip(data[start : start + count], labels[start:], strict=False):
            own: Line = lines[0] if lines else ()
            number = setting.ruler.width(datum.text)
            line += [space(gap)] if line else []
            line += [*own, space(each - line_width(own) - number)]
            line.append(Run(datum.text, "chart.value", number))
        pieces.append(Piece((tuple(line),), "none" if pieces else "item"))
    return Listing(pieces, each, gap)


def set_running(data: Sequence[Datum], area: Area) -> list[Piece]:
    """A paragraph for each label and its number, however narrow it is."""
    pieces = []
    for datum in data:
        *before, last = datum.spans
        gap = Styled(" " if last else "", "")
        lines: list[Line] = []
        for styled in (*before, (*last, gap, Styled(datum.text, "chart.value"))):
            lines += set_styled(styled, "chart.label", area.width, area.setting)
        pieces.append(Piece(tuple(lines)))
    return pieces
