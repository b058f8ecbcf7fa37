"""Making characters visible that could command a terminal or reorder a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_REPLACEMENT = "\ufffd"


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _REPLACEMENT


def is_clean(text: str) -> bool:
    """Whether `text` holds no control characters (tab and line feed apart) or bidi overrides."""
    return _HOSTILE.search(text) is None


def clean(text: str) -> str:
    """`text` with each hostile character replaced by one visible symbol."""
    return _HOSTILE.sub(_visible, text)


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Each hostile character of `text`: its index and its name, ``U+001B``."""
    for match in _HOSTILE.finditer(text):
        yield match.start(), f"U+{ord(match[0]):04X}"
