"""The numbers of a chart, as they are written beside what is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from presenter.content.inline import Paragraph, inline, plain
from presenter.deck.characters import has_cjk, on_one_line

_BEFORE = frozenset("$¥￥€£₩₽₹")
"""Units that stand before their number."""
_CLOSE = frozenset("%％‰‱°℃℉′″")
"""Units that touch it."""
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_DIGITS = 15
"""More digits than a float surely holds are a power of ten."""


class Datum(Struct, frozen=True):
    """A number, its label and unit, and how it is written with the unit and without.

    spans: the label parsed, never empty. name: what it says, on one line.
    """

    spans: Paragraph
    name: str
    value: float
    unit: str
    text: str
    number: str


def data_of(data: Mapping[str, float], unit: str) -> tuple[Datum, ...]:
    """What a chart shows, in the order in which it is written."""
    unit = " ".join(unit.split())
    found = []
    for label, value in data.items():
        spans, number = inline(" ".join(label.split())), written_number(value)
        name, text = on_one_line(plain(spans)), with_unit(number, unit)
        found.append(Datum(spans, name, value, unit, text, number))
    return tuple(found)


def written_number(value: float) -> str:
    """``1,200``, ``0.05``, ``1.5×10²⁰``: no digit more than it takes to tell the number."""
    from decimal import Decimal  # few starts show a chart

    number = Decimal(repr(value)).normalize()
    if number and not -4 <= number.adjusted() < _MOST_DIGITS:
        digits = number.scaleb(-number.adjusted())
        power = str(number.adjusted()).translate(_SUPERSCRIPT)
        return f"{digits:f}×10{power}"
    return f"{number + 0:,f}"


def with_unit(number: str, unit: str) -> str:
    """``40%``, ``40 ms``, ``40万元``, ``-$40``."""
    if unit in _BEFORE:
        sign = "-" if number.startswith("-") else ""
        return f"{sign}{unit}{number.removeprefix('-')}"
    close = not unit or unit[0] in _CLOSE or has_cjk(unit[0])
    return f"{number}{unit}" if close else f"{number} {unit}"


def parts(data: Sequence[Datum]) -> tuple[list[float], float, float]:
    """Each value as a part of the greatest size among them, and how far they go up and down.

    So sums stay finite, however great the values are.
    """
    greatest = max(abs(datum.value) for datum in data)
    values = [datum.value / greatest if greatest else 0.0 for datum in data]
    return values, max(0.0, *values), max(0.0, *(-value for value in values))


def reach(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest value of a line's room: zero is one of them if it is near."""
    low, high = min(values), max(values)
    if 0 <= low <= high / 2:
        low = 0.0
    if low / 2 <= high <= 0:
        high = 0.0
    return low, high
