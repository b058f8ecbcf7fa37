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
_POINTS = "bs ca da de el gl hr id is it mk nl pt ro sl sq sr tr vi es"
"""Languages that write 1.234,5."""
_SPACES = "be bg cs et fi fr hu kk lt lv nb nn no pl ru sk sv uk"
"""Languages that write 1 234,5."""
_CURRENCY_FIRST = "id nl pt tr"
"""Of these languages, those that write € before its number for all that."""
_SPACED_PERCENT = "ca cs da de es fi fr hr lt nb nn no ro ru sk sl sv"
"""Those that have a space before the per cent sign."""
_LATIN_AMERICA = "419 do gt hn mx ni pa pe pr sv us"
"""Where Spanish writes 1,234.5."""
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_DIGITS = 15
"""More digits than a float surely holds are a power of ten."""


class Datum(Struct, frozen=True):
    """A number, its label and unit, and how it is written with the unit and without.

    spans: the label parsed, never empty. name: what it says, on one line. sides: what stands before
    a number that has this unit, and behind it.
    """

    spans: Paragraph
    name: str
    value: float
    unit: str
    text: str
    number: str
    sides: tuple[str, str]


def data_of(data: Mapping[str, float], unit: str, language: str = "") -> tuple[Datum, ...]:
    """What a chart shows, in the order in which it is written; numbers as `language` has them."""
    unit = " ".join(unit.split())
    sides = unit_sides(unit, language)
    found = []
    for label, value in data.items():
        spans, number = inline(" ".join(label.split())), written_number(value, language)
        name, text = on_one_line(plain(spans)), with_unit(number, sides)
        found.append(Datum(spans, name, value, unit, text, number, sides))
    return tuple(found)


def written_number(value: float, language: str = "") -> str:
    """``1,200``, ``0.05``, ``1.5×10²⁰``: no digit more than it takes to tell the number.

    language: a BCP 47 tag; German has ``1.200`` and ``0,05``, French ``1 200``, and who reads them
    would take ``1,200`` for little more than one.
    """
    from decimal import Decimal  # few starts show a chart

    number = Decimal(repr(value)).normalize()
    group, point = _marks(language)
    own = str.maketrans({",": group, ".": point})
    if number and not -4 <= number.adjusted() < _MOST_DIGITS:
        digits = number.scaleb(-number.adjusted())
        power = str(number.adjusted()).translate(_SUPERSCRIPT)
        return f"{digits:f}×10{power}".translate(own)
    return f"{number + 0:,f}".translate(own)


def _marks(language: str) -> tuple[str, str]:
    """What parts thousands, and what stands before decimals."""
    primary, *others = language.lower().split("-")
    if not {"ch", "li"}.isdisjoint(others):
        return "’", "."
    american = not set(others).isdisjoint(_LATIN_AMERICA.split())
    if primary in _SPACES.split():
        return "\N{NO-BREAK SPACE}", ","
    if primary in _POINTS.split() and not (primary == "es" and american):
        return ".", ","
    return ",", "."


def unit_sides(unit: str, language: str = "") -> tuple[str, str]:
    """What stands before a number of this unit and behind it: ``$``, `` ms``, ``%``, ``万元``."""
    primary = language.partition("-")[0].lower()
    if unit in _BEFORE and (_marks(language)[1] == "." or primary in _CURRENCY_FIRST.split()):
        return unit, ""
    if unit == "%" and primary in _SPACED_PERCENT.split():
        return "", f"\N{NO-BREAK SPACE}{unit}"
    return "", unit if not unit or unit[0] in _CLOSE or has_cjk(unit[0]) else f" {unit}"


def with_unit(number: str, sides: tuple[str, str]) -> str:
    """``40%``, ``40 ms``, ``40万元``, ``-$40``."""
    before, after = sides
    sign = "-" if before and number.startswith("-") else ""
    return f"{sign}{before}{number.removeprefix(sign)}{after}"


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
