"""Decks as data for the template."""

from __future__ import annotations

from presenter.content import Node
from presenter.deck import Deck
from presenter.render.blocks import convert
from presenter.render.look import language
from presenter.render.slides import deck_data
from presenter.render.spans import WORD, clauses, words
from presenter.typeset.themes import Theme, find
from tests.handout.jobs import select


def find_theme(name: str) -> Theme:
    theme = find(name)
    assert theme is not None
    return theme


def test_every_node_has_a_converter() -> None:
    ours = {each for each in Node.__subclasses__() if each.__module__ == Node.__module__}
    assert ours <= set(convert.registry)


def test_a_tag_says_by_which_rules_lines_break() -> None:
    tags = ["zh-Hans", "zh-Hant", "zh-HK", "en-GB", "ja", ""]
    found = [language(Deck(title="", lang=tag, slides=())) for tag in tags]
    assert [(each["language"], each["region"]) for each in found] == [
        ("zh", "CN"),
        ("zh", "TW"),
        ("zh", "HK"),
        ("en", "GB"),
        ("ja", ""),
        ("en", ""),
    ]


def test_large_lines_end_where_clauses_do_if_these_are_short() -> None:
    text = "知之为知之，不知为不知，是知也。"
    assert [text[start:end] for start, end in clauses(text)] == [
        "知之为知之",
        "不知为不知",
        "是知也",
    ]
    assert clauses("后勤工作的重要性") == []
    # What is too long for a line is left to its words; what follows it is not.
    text = "雨ニモマケズ、雪ニモ夏ノ暑サニモマケヌ"
    parts = [text[start:end] for start, end in clauses(text)]
    assert parts[0] == "雨ニモマケズ"
    assert len(parts) > 2
    assert max(map(len, parts)) < 12
    text = "后勤保障现代化建设若干问题的思考，兼谈效益"
    *parts, last = [text[start:end] for start, end in clauses(text)]
    assert last == "兼谈效益"
    assert max(map(len, parts)) < 12


def test_a_deck_s_headings_are_measured_by_the_widest_of_them() -> None:
    deck = select("title: x\nslides: [{title: 短, text: a}, {title: 很长的标题, text: b}]").deck
    data = deck_data(deck, find_theme("vermilion"))
    assert data["look"]["design"] == "vermilion"
    assert next(part[0] for part in data["widest"][0]).replace(WORD, "") == "很长的标题"


def test_words_of_talks_are_kept_whole() -> None:
    text = "一张幻灯片能放些什么"
    assert "幻灯片" in [text[start:end] for start, end in words(text)]
