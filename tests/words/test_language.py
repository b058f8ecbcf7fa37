"""Which of the two languages is spoken, and Chinese numbers as words."""

from __future__ import annotations

import pytest

from presenter.words import Words, language_of, locale_language
from presenter.words.language import (
    LabelLanguage,
    chinese_count,
    chinese_numeral,
    is_traditional,
    korean_ordinal,
    label_language_of,
)


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


@pytest.mark.parametrize(
    ("tag", "labels"),
    [
        ("zh", "zh"),
        ("zh-Hans-HK", "zh"),
        ("zh-Hant", "zh_hant"),
        ("zh-TW", "zh_hant"),
        ("zh_HK", "zh_hant"),
        ("zh-MO", "zh_hant"),
        ("yue", "zh_hant"),
        ("yue-Hans", "zh"),
        ("ja-JP", "ja"),
        ("ko", "ko"),
        ("kok", "en"),
        ("de-TW", "en"),
        ("he", "en"),
    ],
)
def test_labels_have_more_languages_than_the_interface(tag: str, labels: LabelLanguage) -> None:
    assert label_language_of(tag) == labels
    assert Words.of(tag).labels == labels
    assert Words.of(tag).language == language_of(tag) == ("zh" if "zh" in labels else "en")


def test_without_a_tag_labels_are_those_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert label_language_of("") == "zh_hant"
    monkeypatch.setenv("LC_ALL", "ja_JP.eucJP")
    assert Words.of(None)("parts.conclusion") == "おわりに"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert label_language_of(None) == "en"


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hans-TW", "zh", "zh-SG", "ja"])
def test_not_all_chinese_is_traditional(tag: str) -> None:
    assert not is_traditional(tag)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "첫째"), (2, "둘째"), (10, "열째"), (11, "11번째"), (120, "120번째")]
)
def test_korean_counts_points_in_words_of_its_own(number: int, text: str) -> None:
    assert korean_ordinal(number) == text


def test_two_of_something_in_traditional_characters() -> None:
    assert chinese_count(2, traditional=True) == "兩"
    assert chinese_count(12, traditional=True) == "十二"
