"""Finding slides: folding, ranking, passages, and where the words stand in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Slide
from presenter.deck.blocks import Bullets, Code, Item, Text
from presenter.screen.search import Hit, Index, folded, spans

SLIDES = (
    Slide(title="后勤工作的重要性", notes="先停两秒。\n再说**政策**。"),
    Slide(title="大局", content=(Bullets(items=(Item("任务繁重，政策性**强**"), Item("食堂"))),)),
    Slide(title="Why Logistics matters", content=(Text(text="第 3 点：后勤\n工作要 ＡＢＣ 紧"),)),
    Slide(title="第 4 张：政策", content=(Code(source="x = snake_case\ny = 2 * 3"),)),
    *(Slide(title=f"补充之 {number}") for number in range(5, 13)),
)
INDEX = Index(SLIDES)


def found(question: str, *, notes: bool = True) -> list[tuple[int, str]]:
    return [(hit.slide + 1, hit.where) for hit in INDEX.find(question, notes=notes)]


def passage(question: str, number: int) -> str:
    hit = next(hit for hit in INDEX.find(question) if hit.slide == number - 1)
    return INDEX.passage(hit).passage


def test_titles_come_before_bodies_before_notes() -> None:
    assert found("政策") == [(4, "title"), (2, "body"), (1, "notes")]


def test_an_exact_number_comes_first() -> None:
    assert found("3") == [(3, "number"), (4, "body")]
    assert found("１２") == [(12, "number")]


@pytest.mark.parametrize("question", ["LOGISTICS", "ｌｏｇｉｓｔｉｃｓ", "matters why", "  why  "])
def test_case_width_and_order_make_no_difference(question: str) -> None:
    assert found(question) == [(3, "title")]


def test_all_words_must_occur_anywhere_in_the_slide() -> None:
    assert found("why 要紧") == []
    assert found("why abc") == [(3, "body")]
    assert found("重要性 政策") == [(1, "notes")]


def test_markup_line_feeds_and_spaces_beside_chinese_do_not_hide_a_word() -> None:
    assert found("政策性强") == [(2, "body")]
    assert found("后勤工作要") == [(3, "body")]
    assert found("第3点") == [(3, "body")]
    assert found("第 4 张") == [(4, "title")]
    assert found("snake_case") == [(4, "body")]


def test_nothing_asked_finds_nothing() -> None:
    assert found("") == found("  ") == found("*") == []


def test_notes_can_be_left_out() -> None:
    assert found("政策", notes=False) == [(4, "title"), (2, "body")]
    assert found("先停", notes=False) == []


def test_a_passage_is_what_holds_a_word_without_markup_on_one_line() -> None:
    assert passage("政策 大局", 2) == "任务繁重，政策性强"
    assert passage("abc", 3) == "第 3 点：后勤工作要 ＡＢＣ 紧"
    assert passage("政策 先停", 1) == "先停两秒。"
    assert passage("2 * 3", 4) == "y = 2 * 3"
    assert passage("logistics", 3) == ""


def test_it_is_folded_piece_by_piece() -> None:
    index = Index(SLIDES)
    assert not index.prepare(0)
    assert index.prepare()
    assert [hit.slide for hit in index.find("食堂")] == [1]


@pytest.mark.parametrize(
    ("text", "question", "stressed"),
    [
        ("任务繁重，政策性强", "政策", ["政策"]),
        ("Why LOGISTICS, logistics", "logistics", ["LOGISTICS", "logistics"]),
        ("要 ＡＢＣ 紧", "abc", ["ＡＢＣ"]),
        ("第 3 点", "第3", ["第 3"]),
        ("政策性强", "政策 策性", ["政策性"]),
        ("㍻年", "平成", ["㍻"]),
        ("没有", "政策", []),
    ],
)
def test_words_are_found_again_where_they_stand(
    text: str, question: str, stressed: list[str]
) -> None:
    marks = [folded(word) for word in question.split()]
    assert [text[start:end] for start, end in spans(text, marks)] == stressed


@settings(max_examples=80)
@given(st.text("后勤ＡaÅ㍻ *\n3", max_size=20), st.text("后勤ａAÅ平成 *3", max_size=4))
def test_what_is_found_is_a_slide_that_holds_it(title: str, question: str) -> None:
    for hit in Index([Slide(title=title)]).find(question):
        assert hit.marks
        found = spans(title, hit.marks)
        assert found == sorted(found)
        assert all(0 <= start < end <= len(title) for start, end in found)


def test_a_hit_knows_its_words() -> None:
    assert INDEX.find("Ｗhy 要 紧")[0] == Hit(2, "body", "", ("why", "要", "紧"))
