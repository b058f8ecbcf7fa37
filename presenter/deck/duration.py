"""Lengths of time as people write them."""

from __future__ import annotations

import re

_CLOCK = "([0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9]"
_UNITS = "([0-9]{1,3}h)? ?([0-9]{1,4}m(in)?)? ?([0-9]{1,5}s)?"

DURATION = f"(?=.*[1-9])({_CLOCK}|{_UNITS})"
"""How one is written, as a pattern both of Python and of JSON Schema."""

_DURATION = re.compile(DURATION)
_AMOUNT = re.compile("([0-9]+)([hms])")
_IN_SECONDS = {"h": 3600, "m": 60, "s": 1}


def parse_duration(text: str) -> float | None:
    """Seconds for ``90s``, ``15m``, ``1h30m``, ``12:30`` (minutes) or ``1:12:30``; else None."""
    if not _DURATION.fullmatch(text):
        return None
    if ":" in text:
        hours, minutes, seconds = (int(part) for part in f"0:{text}".split(":")[-3:])
        total = hours * 3600 + minutes * 60 + seconds
    else:
        total = sum(int(number) * _IN_SECONDS[unit] for number, unit in _AMOUNT.findall(text))
    return float(total)


def format_duration(seconds: float) -> str:
    """`seconds` as a deck writes it: ``90s`` is ``1m30s``, an hour and a half ``1h30m``."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "m"), (left, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0s"
