"""Where lines of text meet: what a line break becomes on one line, and which breaks titles keep."""

from __future__ import annotations

import re
from functools import cache

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_WIDE_PUNCTUATION = "\u3000-\u303f\uff01-\uff65"

SHARED_PUNCTUATION = "“”‘’—…·⋯―"
"""Punctuation of Chinese and Japanese that other scripts use too."""


def has_cjk(text: str) -> bool:
    """Whether `text` has a character of Chinese or Japanese text."""
    return _cjk().search(text) is not None


@cache
def _cjk() -> re.Pattern[str]:
    """Compiling it takes 2 ms, which a start can do without."""
    return re.compile(f"[{_HAN}{_KANA}{_WIDE_PUNCTUATION}]")


def is_han(character: str) -> bool:
    """Whether `character` is a Han character."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or character == "〇"
    )


def joins(before: str, after: str) -> bool:
    """Whether no space belongs between two texts that a line feed parts."""
    tail = before.rstrip(SHARED_PUNCTUATION)[-1:]
    head = after.lstrip(SHARED_PUNCTUATION)[:1]
    left = has_cjk(tail)
    right = has_cjk(head)
    if before[-1:] in SHARED_PUNCTUATION or after[:1] in SHARED_PUNCTUATION:
        return left or right
    return left and right


def heading(text: str) -> str:
    """`text` as a title keeps it: its lines without margins, none of them empty."""
    if "\n" not in text:
        return text
    return "\n".join(filter(None, (line.strip(" \t") for line in text.split("\n"))))


def on_one_line(text: str) -> str:
    """A title, or any text, on one line: a line feed is a space, between Han characters nothing.

    Its markup stays; `presenter.content.inline.plain_text` takes that away too.
    """
    if "\n" not in text:
        return text
    joined = ""
    for line in heading(text).split("\n"):
        joined += line if not joined or joins(joined, line) else " " + line
    return joined
