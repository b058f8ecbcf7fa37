"""Which of the two languages is spoken, and Chinese numbers as words."""

from __future__ import annotations

import pytest

from presenter.words import Words, language_of, locale_language
from presenter.words.language import chinese_count, chinese_numeral


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh"),
        ("zh-Hans", "zh"),
        ("zh-Hant-TW", "zh"),
        ("ZH_cn", "zh"),
        ("yue", "zh"),
        ("en", "en"),
        ("ja", "en"),
        ("zhx", "en"),
    ],
)
def test_a_tag_decides(tag: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8" if language == "en" else "C")
    assert language_of(tag) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_without_a_tag_the_locale_decides_as_posix_orders_it(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language
    assert language_of(None) == language
    assert language_of("") == language


def test_words_are_filled_in_by_language() -> None:
    assert Words("en")("parts.point", number=3, of=5) == "Point 3 of 5"
    assert Words("zh")("parts.point", number="三", of="五") == "第三点 · 共五点"


@pytest.mark.parametrize("name", ["parts.nothing", "parts."])
def test_a_text_that_there_is_not_is_a_fault(name: str) -> None:
    with pytest.raises(KeyError):
        Words("en")(name)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_numerals(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (2, "两"), (12, "十二"), (22, "二十二")])
def test_two_of_something_is_another_word(number: int, text: str) -> None:
    assert chinese_count(number) == text
