"""Numbers as words, where Chinese typography prefers them: 第三点 · 共五点."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


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
