"""Numbers as a spreadsheet shows them: ``0%``, ``#,##0.00``, ``yyyy-mm-dd``, ``0" 万元"``.

Source: ISO/IEC 29500-1, 18.8.31 (number formats). Names of months and days are English; fractions
are shown as decimals.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|_.|\*.'
    r"|(AM/PM|A/P)|(General)|([Ee][+-]0+)|([0#?]+(?:,[0#?]+)*(?:\.[0#?]*)?,*|\.[0#?]+)"
    r"|(y+|m+|d+|h+|s+)|(.)",
    re.IGNORECASE | re.DOTALL,
)
_FROM_1900 = datetime(1899, 12, 30)
_FROM_1904 = datetime(1904, 1, 1)
_LATEST = 2_958_465
"""The last day of the year 9999."""


class NumberFormat(NamedTuple):
    """A section of a format, understood."""

    before: str = ""
    after: str = ""
    least: int = 0
    """How many decimals are shown at least;"""
    most: int | None = None
    """and at most; None for as many as there are."""
    factor: float = 1
    """100 for per cent, 0.001 for thousands."""
    grouped: bool = False
    exponent: bool = False
    literal: bool = False
    """Whether it is words only, without the number."""
    dates: tuple[tuple[str, bool], ...] = ()
    """The parts of a date or a time: a text, and whether it stands for itself."""


def exact(value: float) -> float:
    """`value` to the 15 digits that a spreadsheet counts: 8.200000000000001 is 8.2."""
    return float(f"{value:.15g}")


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """`value` as the format `code` shows it."""
    sections = _sections(code)
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    form = format_of(section)
    if form.dates:
        return _date(value, form, from_1904)
    if not math.isfinite(value):
        return ""
    number = "" if form.literal else digits(exact(value * form.factor), form)
    return (form.before + number + form.after).strip()


def digits(value: float, form: NumberFormat) -> str:
    """The digits of `value`, which is scaled already; a half is rounded away from zero."""
    comma = "," if form.grouped else ""
    if form.most is None and not form.exponent:
        return f"{value:{comma}.15g}"
    places = min(form.most or 0, 15)
    with localcontext(rounding=ROUND_HALF_UP):
        text = f"{Decimal(f'{value:.15g}'):{comma}.{places}{'E' if form.exponent else 'f'}}"
    if form.exponent:
        return re.sub(r"(?<=E[+-])\d$", r"0\g<0>", text)
    whole, _, decimals = text.partition(".")
    decimals = decimals[: form.least] + decimals[form.least :].rstrip("0")
    text = f"{whole}.{decimals}" if decimals else whole
    return text.removeprefix("-") if not float(text.replace(",", "")) else text


@lru_cache(maxsize=256)
def format_of(section: str) -> NumberFormat:
    """What one section of a format says."""
    if not section or len(section) > 255:
        return NumberFormat()
    before, after = "", ""
    patterns: list[str] = []
    dates: list[tuple[str, bool]] = []
    factor, exponent, has_date = 1.0, False, False
    for match in _TOKEN.finditer(section):
        quoted, escaped, currency, elapsed, noon, general, power, number, date, other = (
            match.groups()
        )
        if date or elapsed or noon:
            has_date = True
            dates.append((date or (f"[{elapsed}]" if elapsed else noon), False))
            continue
        if number or general:
            patterns.append(number or "")
        exponent = exponent or bool(power)
        if other == "%":
            factor *= 100
        literal = next(filter(None, (quoted, escaped, currency, other)), "")
        if other == "@":  # text as it is
            patterns.append("")
            continue
        dates.append((number or literal, True))
        before, after = (before, after + literal) if patterns else (before + literal, after)
    if has_date:
        return NumberFormat(dates=tuple((text, own) for text, own in dates if text))
    if len(patterns) > 1:  # a fraction, a telephone number
        return NumberFormat()
    pattern = "".join(patterns)
    if not pattern:
        return NumberFormat(before, after, factor=factor, literal=not patterns)
    whole, _, decimals = pattern.rstrip(",").partition(".")
    factor *= 0.001 ** (len(pattern) - len(pattern.rstrip(",")))
    return NumberFormat(
        before, after, decimals.count("0"), len(decimals), factor, "," in whole, exponent
    )


def _sections(code: str) -> list[str]:
    """The sections of a format: semicolons part them, but for those in quotes."""
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;)', code[:1000])
    return parts or [""]


def _date(value: float, form: NumberFormat, from_1904: bool) -> str:
    start = _FROM_1904 if from_1904 else _FROM_1900
    if not 0 <= value <= _LATEST - 1462:
        return f"{value:.15g}"
    # The spreadsheet's calendar has a 29 February 1900.
    days = value + 1 if not from_1904 and value < 60 else value
    moment = start + timedelta(seconds=round(days * 86_400))
    has_noon = any(text.upper() in ("AM/PM", "A/P") for text, own in form.dates if not own)
    parts: list[str] = []
    last = ""
    for index, (text, own) in enumerate(form.dates):
        if own:
            parts.append(text)
            continue
        after = next((each for each, is_own in form.dates[index + 1 :] if not is_own), "")
        is_minute = (
            text[0] in "mM"
            and len(text) < 3
            and (last in ("h", "[") or (after[:1] in "sS" and after != ""))
        )
        parts.append(_date_part(text, moment, value, is_minute, has_noon))
        last = text[0].lower()
    return "".join(parts)


def _date_part(text: str, moment: datetime, value: float, is_minute: bool, has_noon: bool) -> str:
    name, width = text.lower(), len(text)
    if name.startswith("["):
        unit = {"h": 24, "m": 1440, "s": 86_400}[name[1]]
        return str(int(value * unit + 1e-6))
    if name in ("am/pm", "a/p"):
        return ("AM" if moment.hour < 12 else "PM")[: 1 if name == "a/p" else 2]
    if name[0] == "y":
        return f"{moment.year:04d}" if width > 2 else f"{moment.year % 100:02d}"
    if name[0] in "md" and width > 2 and not is_minute:
        return moment.strftime(_NAMES.get(name, "%b" if name[0] == "m" else "%A"))
    found = {
        "m": moment.minute if is_minute else moment.month,
        "d": moment.day,
        "h": (moment.hour - 1) % 12 + 1 if has_noon else moment.hour,
        "s": moment.second,
    }[name[0]]
    return f"{found:0{min(width, 2)}d}"


_NAMES = {"mmm": "%b", "mmmm": "%B", "ddd": "%a"}
