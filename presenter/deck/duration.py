"""Lengths of time as people write them."""

from __future__ import annotations

import re

_UNITS = re.compile(r"(?:(\d+)h)?\s*(?:(\d+)m(?:in)?)?\s*(?:(\d+)s)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")


def parse_duration(text: str) -> float | None:
    """Seconds for ``90s``, ``15m``, ``1h30m``, ``12:30`` (minutes) or ``1:12:30``; else None."""
    text = text.strip()
    match = _CLOCK.fullmatch(text) or _UNITS.fullmatch(text)
    if not text or match is None:
        return None
    hours, minutes, seconds = (int(group or 0) for group in match.groups())
    total = hours * 3600 + minutes * 60 + seconds
    return float(total) if 0 < total < 1_000_000 else None
