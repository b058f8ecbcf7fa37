from __future__ import annotations

import pytest

from presenter.words.numerals import chinese_count, chinese_numeral


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_numerals(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (2, "两"), (12, "十二"), (22, "二十二")])
def test_two_of_something_is_another_word(number: int, text: str) -> None:
    assert chinese_count(number) == text
