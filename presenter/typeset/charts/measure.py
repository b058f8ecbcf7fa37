"""How wide labels are, and between which values a chart reaches."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.chart_data import Datum
from presenter.content.inline import Paragraph
from presenter.typeset.opportunities import opportunities
from presenter.typeset.page import PageOptions


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


def parts(data: Sequence[Datum]) -> tuple[list[float], float, float]:
    """Each value as a part of the greatest size among them, and how far they go up and down.

    So sums stay finite, however great the values are.
    """
    greatest = max(abs(datum.value) for datum in data)
    values = [datum.value / greatest if greatest else 0.0 for datum in data]
    return values, max(0.0, *values), max(0.0, *(-value for value in values))


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


def reach(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest value of a line's room: zero is one of them if it is near."""
    low, high = min(values), max(values)
    if 0 <= low <= high / 2:
        low = 0.0
    if low / 2 <= high <= 0:
        high = 0.0
    return low, high
