"""The numbers of a chart as text: beside a drawing without them, or where none has room."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum
from presenter.content.inline import Styled
from presenter.typeset.page import Line, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph, set_styled
from presenter.typeset.piece import Area, Piece, SpaceBefore

_GAP = 5


def set_listed(data: Sequence[Datum], area: Area) -> list[Piece]:
    """Labels with their numbers, row by row in as many columns as have room."""
    setting, width = area.setting, area.width
    labels = [set_paragraph(datum.spans, "chart.label", width, setting) for datum in data]
    label = max(line_width(line) for lines in labels for line in lines)
    value = max(setting.ruler.width(datum.text) for datum in data)
    each = label + 1 + value
    if each > width or any(len(lines) > 1 for lines in labels):
        return set_running(data, area)
    count = min((width + _GAP) // (each + _GAP), len(data))
    pieces: list[Piece] = []
    for start in range(0, len(data), count):
        line: list[Run] = []
        for datum, lines in zip(data[start : start + count], labels[start:], strict=False):
            own: Line = lines[0] if lines else ()
            number = setting.ruler.width(datum.text)
            line += [space(_GAP)] if line else []
            line += [*own, space(each - line_width(own) - number)]
            line.append(Run(datum.text, "chart.value", number))
        before: SpaceBefore = "none" if pieces else "item"
        pieces.append(Piece((tuple(line),), before))
    return pieces


def set_running(data: Sequence[Datum], area: Area) -> list[Piece]:
    """A paragraph for each label and its number, however narrow it is."""
    pieces = []
    for datum in data:
        *before, last = datum.spans
        lines: list[Line] = []
        for styled in before:
            lines += set_styled(styled, "chart.label", area.width, area.setting)
        gap = Styled(" ", "") if last else Styled("", "")
        value = Styled(datum.text, "chart.value")
        lines += set_styled((*last, gap, value), "chart.label", area.width, area.setting)
        pieces.append(Piece(tuple(lines)))
    return pieces
