"""Which of the interface's two languages to speak, and how Chinese writes numbers as words."""

from __future__ import annotations

import os
from typing import Literal

Language = Literal["en", "zh"]

_DIGITS = "零一二三四五六七八九"


def language_of(tag: str | None) -> Language:
    """The interface's language for a BCP 47 tag: ``zh`` for any Chinese, else ``en``.

    No tag (``None`` or empty) means: ask the locale.
    """
    if not tag:
        return locale_language()
    primary = tag.replace("_", "-").split("-", 1)[0].lower()
    return "zh" if primary in ("zh", "cmn", "yue", "wuu") else "en"


def locale_language() -> Language:
    """The interface's language by the environment, read as POSIX orders it (LC_ALL first)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def chinese_numeral(number: int) -> str:
    """`number` in Chinese numerals, as in 第二; from 0 to 99, beyond that in figures."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def chinese_count(number: int) -> str:
    """The same before a measure word: 共两点, though 第二点 and 共十二点."""
    return "两" if number == 2 else chinese_numeral(number)
