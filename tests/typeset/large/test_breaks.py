import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.typeset.large.breaks import balanced_breaks
from presenter.typeset.opportunities import NOT_AT_END, NOT_AT_START, Quality


def em(character: str) -> float:
    return 0.5 if character.isascii() else 1.0


def lines_of(text: str, count: int, *, tear_words: bool = False) -> tuple[str, ...] | None:
    worst = Quality.CHARACTER if tear_words else Quality.LEANING
    found = balanced_breaks(text, "zh-Hans", em, count, worst=worst)
    return {len(lines): lines for lines in found}.get(count)


def test_lines_are_as_even_as_words_allow() -> None:
    assert lines_of("后勤工作的重要性", 2) == ("后勤工作", "的重要性")
    assert lines_of("后勤工作的重要性", 3) == ("后勤", "工作的", "重要性")


def test_a_particle_stays_with_its_word_where_that_costs_nothing() -> None:
    assert lines_of("高效的管理", 2) == ("高效的", "管理")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("三条路的终点", ("三条路的", "终点")), ("一张纸说清楚", ("一张纸", "说清楚"))],
)
def test_what_is_counted_stays_with_its_number(text: str, lines: tuple[str, ...]) -> None:
    whole = balanced_breaks(text, "zh-Hans", em, 2, worst=Quality.WORD)
    assert list(whole) == [(text,), lines]


def test_a_word_may_begin_with_what_is_a_suffix_elsewhere() -> None:
    whole = balanced_breaks("读书的力量", "zh-Hans", em, 2, worst=Quality.WORD)
    assert list(whole) == [("读书的力量",), ("读书的", "力量")]


@pytest.mark.parametrize("word", ["ございます", "ございました", "ございません"])
def test_a_polite_word_is_whole_and_may_begin_a_line(word: str) -> None:
    assert lines_of(f"ご協力ありがとう{word}", 3) == ("ご協力", "ありがとう", word)


def test_an_address_is_never_torn() -> None:
    found = balanced_breaks("Notes: https://example.net/a/b", "en", em, 3, worst=Quality.CHARACTER)
    assert max(found, key=len) == ("Notes:", "https://example.net/a/b")


def test_a_word_is_torn_only_where_that_is_allowed() -> None:
    assert lines_of("谢谢", 2) is None
    assert lines_of("谢谢", 2, tear_words=True) == ("谢", "谢")


def test_line_feeds_always_part_lines() -> None:
    assert lines_of("全心全意\n为人民服务", 1) is None
    assert lines_of("全心全意\n\n为人民服务", 2) == ("全心全意", "为人民服务")


def test_latin_words_part_at_spaces_which_vanish() -> None:
    assert lines_of("Thank you all", 2) == ("Thank", "you all")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("后勤稳，机关才转得顺。", ("后勤稳，", "机关才转得顺。")),
        ("活多，政策性强，很要紧。", ("活多，政策性强，", "很要紧。")),
        ("保供应，稳价格，惠民生。", ("保供应，", "稳价格，", "惠民生。")),
    ],
)
def test_lines_end_behind_punctuation_where_that_costs_little(
    text: str, lines: tuple[str, ...]
) -> None:
    assert lines_of(text, len(lines)) == lines


def test_evenness_wins_where_punctuation_would_cost_much() -> None:
    assert lines_of("好，后勤工作最要紧的是服务", 2) != ("好，", "后勤工作最要紧的是服务")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("What we learned from the outage", ("What we learned", "from the outage")),
        ("One hour back, every week", ("One hour back,", "every week")),
        ("Show all the data again", ("Show all", "the data again")),
        ("GPU 利用率从 12% 升到 87%", ("GPU 利用率从 12%", "升到 87%")),
    ],
)
def test_no_line_ends_with_an_article_or_a_preposition(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text, len(lines)) == lines


TEXTS = st.text("后勤工作的重要性，。《》（）A b1%", min_size=1, max_size=20)


@settings(max_examples=150)
@given(TEXTS, st.sampled_from((Quality.LEANING, Quality.CHARACTER)))
def test_lines_hold_the_whole_text_and_obey_kinsoku(text: str, worst: Quality) -> None:
    for number, lines in enumerate(balanced_breaks(text, "zh-Hans", em, 6, worst=worst), 1):
        assert len(lines) == number
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        for before, after in itertools.pairwise(lines):
            if not text.isascii():
                assert after[0] not in NOT_AT_START
                assert before[-1] not in NOT_AT_END
