"""The labels under columns and points: each in a slot of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.content.chart_data import Datum
from presenter.typeset.charts.measure import measure
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Area

_MOST_LINES = 3
_LEAST = 4
"""Cells of a label that wraps: two Han characters."""


class Slots(NamedTuple):
    """Equal slots side by side, `each` cells from one to the next and `inner` for what is in them.

    numbers: what is written at each value; unit: the lines above that say its unit, if the numbers
    have no room for it.
    """

    each: int
    inner: int
    labels: list[list[Line]]
    numbers: list[str]
    unit: list[Line]

    @property
    def label_rows(self) -> int:
        """The rows of the longest label."""
        return max(len(lines) for lines in self.labels)

    def middle(self, index: int, cells: int) -> int:
        """The column at which something `cells` wide begins, to stand in a slot's middle."""
        return index * self.each + (self.inner - cells) // 2


def slots_for(data: Sequence[Datum], area: Area) -> Slots | None:
    """Slots that take every label and number; None if there is no room for them side by side."""
    setting = area.setting
    each = area.width // len(data)
    inner = each - 1 if len(data) > 1 else each
    for datum in data:
        whole, word = measure(datum.spans, setting)
        if inner < min(whole, max(word, _LEAST)):
            return None
    texts = [datum.text for datum in data]
    unit: list[Line] = []
    if max(map(setting.ruler.width, texts)) > inner:
        texts = [datum.number for datum in data]
        if max(map(setting.ruler.width, texts)) > inner:
            return None
        note = setting.words("blocks.unit", unit=data[0].unit)
        unit = set_plain(note, "chart.axis", area.width, setting)
    labels = [
        set_paragraph(datum.spans, "chart.label", inner, setting, balanced=True) for datum in data
    ]
    if max(map(len, labels)) > _MOST_LINES:
        return None
    return Slots(each, inner, labels, texts, unit)


def label_lines(slots: Slots) -> list[list[tuple[int, Run]]]:
    """The rows of labels below a chart, as runs with their columns."""
    rows: list[list[tuple[int, Run]]] = [[] for _ in range(slots.label_rows)]
    for index, lines in enumerate(slots.labels):
        for row, line in enumerate(lines):
            column = slots.middle(index, line_width(line))
            for run in line:
                rows[row].append((column, run))
                column += run.width
    return rows


def heights(fixed: int, area: Area) -> int:
    """The rows for drawing, beside `fixed` ones: as wide as 16:9 at most; 0 if too few are left."""
    most = max(4, area.width * 9 // 32)
    # The heading wants its rule and some air, other blocks a third of the page.
    some = area.rows - 3 if area.alone else area.rows * 2 // 3
    for rows in (some, area.rows):
        if rows - fixed >= 4:
            return min(most, rows - fixed)
    return 0
