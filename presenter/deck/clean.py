"""Making characters visible that could command a terminal or reorder a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000\U000e0001]"
)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED = {"0": 0x00, "a": 0x07, "b": 0x08, "v": 0x0B, "f": 0x0C, "r": 0x0D, "e": 0x1B} | {
    "N": 0x85,
    "L": 0x2028,
    "P": 0x2029,
}
"""YAML's escapes of one letter that stand for hostile characters (YAML 1.1, 5.6)."""

_REPLACEMENT = "\ufffd"


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _REPLACEMENT


def is_clean(text: str) -> bool:
    """Whether `text` holds no control characters (tab and line feed apart) or bidi overrides.

    Nor marks of annotations between lines, nor deprecated marks of form and language, nor what
    YAML cannot hold: halves of surrogate pairs, U+FFFE and U+FFFF.
    """
    return _HOSTILE.search(text) is None


def clean(text: str) -> str:
    """`text` with each hostile character replaced by one visible symbol."""
    return _HOSTILE.sub(_visible, text)


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Each hostile character of `text`: its index and its name, ``U+001B``."""
    for match in _HOSTILE.finditer(text):
        yield match.start(), _name(ord(match[0]))


def escapes(written: str) -> Iterator[tuple[int, int]]:
    """Each escape in a double-quoted YAML scalar as it is `written`: its index and its character.

    Of those of one letter only such as stand for hostile characters.
    """
    for match in _ESCAPE.finditer(written):
        hexadecimal = match[1] or match[2] or match[3]
        code = int(hexadecimal, 16) if hexadecimal else _NAMED.get(match[4], 0x20)
        if code < 0x110000:
            yield match.start(), code


def hostile_escapes(written: str) -> Iterator[tuple[int, str]]:
    """The index and the name of each escape that stands for a hostile character."""
    for index, code in escapes(written):
        if not is_clean(chr(code)):
            yield index, _name(code)


def _name(code: int) -> str:
    return f"U+{code:04X}"
