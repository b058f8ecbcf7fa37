"""Which of our languages to speak, and how Chinese and Korean write numbers as words.

The interface has two languages; what of ours stands on slides has more (`presenter.words.labels`).
"""

from __future__ import annotations

import os
import re
from typing import Literal

Language = Literal["en", "zh"]

LabelLanguage = Literal["en", "zh", "zh_hant", "ja", "ko"]

_CHINESE = frozenset(("zh", "cmn", "yue", "wuu"))

_DIGITS = "零一二三四五六七八九"

_KOREAN_ORDINALS = "첫 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split()  # noqa: SIM905


def language_of(tag: str | None) -> Language:
    """The interface's language for a BCP 47 tag: ``zh`` for any Chinese, else ``en``.

    No tag (``None`` or empty) means: ask the locale.
    """
    return interface_language(label_language_of(tag))


def locale_language() -> Language:
    """The interface's language by the environment."""
    return language_of(None)


def interface_language(labels: LabelLanguage) -> Language:
    """The interface's language beside labels in this one."""
    return "zh" if labels in ("zh", "zh_hant") else "en"


def label_language_of(tag: str | None) -> LabelLanguage:
    """The language of labels on slides for a BCP 47 tag; English for all that have none.

    No tag (``None`` or empty) means: ask the locale.
    """
    primary = _subtags(tag := tag or _locale())[0]
    if primary in _CHINESE:
        return "zh_hant" if is_traditional(tag) else "zh"
    if primary in ("ja", "ko"):
        return "ja" if primary == "ja" else "ko"
    return "en"


def is_traditional(tag: str) -> bool:
    """Whether Chinese in a text with this BCP 47 tag is in traditional characters.

    By its script, else by its region (Taiwan, Hong Kong, Macao), else as Cantonese.
    """
    primary, *others = _subtags(tag)
    if "hans" in others:
        return False
    return primary == "yue" or not {"hant", "tw", "hk", "mo"}.isdisjoint(others)


def _subtags(tag: str) -> list[str]:
    """What a tag is made of, in lower case; that of a locale, as ``zh_TW.UTF-8``, as well."""
    return re.split("[-_.@]", tag.lower())


def _locale() -> str:
    """The locale of messages, read as POSIX orders it (LC_ALL first)."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((value for name in names if (value := os.environ.get(name))), "")


def chinese_numeral(number: int) -> str:
    """`number` in Chinese numerals, as in 第二; from 0 to 99, beyond that in figures."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def chinese_count(number: int, *, traditional: bool = False) -> str:
    """The same before a measure word: 共两点, though 第二点 and 共十二点."""
    if number == 2:
        return "兩" if traditional else "两"
    return chinese_numeral(number)


def korean_ordinal(number: int) -> str:
    """`number` as who speaks counts points in Korean: 첫째, 둘째; beyond ten in figures, 11번째."""
    if 1 <= number <= len(_KOREAN_ORDINALS):
        return f"{_KOREAN_ORDINALS[number - 1]}째"
    return f"{number}번째"
