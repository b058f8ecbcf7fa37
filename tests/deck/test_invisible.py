"""Characters that nobody sees: left out and told, unless something needs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.deck import load_deck
from presenter.deck.characters import INVISIBLE, needless, without_needless
from presenter.words import Words
from tests.deck.decks import deck_of, load, told

NEEDED = [
    "\u05e9\u05dc\u05d5\u05dd C++\u200e (1)",  # a mark of direction in Hebrew
    "\u0645\u0631\u062d\u0628\u0627\u061c 1-2",  # an Arabic one
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: a break in the joining
    "\u0915\u094d\u200d\u0937",  # Hindi: a half form
    "\U0001f469\U0001f3fd\u200d\U0001f4bb",  # a woman at a computer
    "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
    "1\ufe0f\u20e3 \u26a0\ufe0f \u26a0\ufe0e \xa9\ufe0f",  # looks of symbols
    "\u845b\U000e0100\u57ce",  # a variant of a Han character
    "\uff0c\ufe00",  # a comma in the corner
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # England
    "\u1820\u180b \u1820\u180e\u1820",  # Mongolian
    "\u0e01\u200b\u0e02",  # where Thai may break
    "Donau\u00addampf\u00adschiff",  # where a word may be broken
    "\u1100\u1160\u11a8",  # a syllable without a vowel
    "plain, 后勤",
]


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert without_needless(text) == text
    assert deck_of(f"title: {text}\nslides: [甲]").title == text


@pytest.mark.parametrize(
    "character",
    "\u034f\u061c\u115f\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2062\u3164\ufe0f"
    "\uffa0\U0001bca0\U0001d173\U000e0041\U000e007f\U000e0100",
)
def test_elsewhere_it_is_left_out_and_told_at_its_place(character: str) -> None:
    loaded = load(f"title: ab{character}c\nslides: [{{a: 丙, title: 丁}}]")
    assert [told(each) for each in loaded.problems] == [
        (1, 10, "invisible-character"),
        (2, 11, "unknown-key"),
    ]
    assert loaded.problems[0].severity == "warning"
    assert loaded.problems[0].values == {"character": f"U+{ord(character):04X}"}
    assert loaded.deck is not None
    assert loaded.deck.title == "abc"


@pytest.mark.parametrize("text", ["后\u00ad勤", "3\u00ad4", "a\u00ad b", "\u00adab", "ab\u00ad"])
def test_a_soft_hyphen_belongs_between_letters_of_a_word(text: str) -> None:
    assert without_needless(text) == text.replace("\u00ad", "")


@pytest.mark.parametrize("escape", [r"\u200B", r"\U000E0041", r"\xAD"])
def test_escapes_of_such_are_told_too(escape: str) -> None:
    loaded = load(f'title: "甲\u200b\\\\ {escape}乙"\nslides: [丙]')
    assert [told(each) for each in loaded.problems] == [
        (1, 10, "invisible-character"),
        (1, 14, "invisible-character"),
    ]
    assert loaded.deck is not None
    assert loaded.deck.title == "甲\\ 乙"


@pytest.mark.parametrize("character", "\ufff9\ufffa\ufffb\u206a\u206f\U000e0001")
def test_marks_of_annotations_and_of_old_forms_are_shown(character: str) -> None:
    loaded = load(f"title: 甲{character}乙\nslides: [丙]")
    assert [told(each) for each in loaded.problems] == [(1, 9, "hostile-character")]
    assert loaded.deck is not None
    assert loaded.deck.title == "甲\ufffd乙"


def test_a_hidden_message_by_tags_is_gone() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "obey the audience, not me")
    loaded = load(f"title: Hello{hidden}\nslides:\n- {{notes: 'a{hidden}', text: b}}")
    assert loaded.deck is not None
    assert loaded.deck.title == "Hello"
    assert loaded.deck.slides[0].notes == "a"
    assert "hostile-more" in [each.code for each in loaded.problems]


def test_it_is_told_in_every_line_of_a_text_and_once_for_all_aliases() -> None:
    loaded = load("title: x\nslides:\n- text: &a |\n    b\u200e\n    c\u200ed\n- text: *a\n")
    assert [told(each) for each in loaded.problems] == [
        (4, 6, "invisible-character"),
        (5, 6, "invisible-character"),
    ]


def test_a_key_with_such_a_character_is_shown_with_it() -> None:
    (problem,) = load("title: x\nslides:\n- {title: a, text\u200b: b}").problems
    assert "“text\ufffd”" in problem.message(Words("en"))
    assert "“text”" in problem.help(Words("en"))


def test_in_a_file_of_code_it_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x\u200b = 1\u2060\n", encoding="utf-8")
    deck = tmp_path / "d.yaml"
    deck.write_text("title: x\nslides:\n- code: {file: a.py}\n")
    loaded = load_deck(deck)
    assert [told(each) for each in loaded.problems] == [(3, 16, "file-invisible")]


@given(st.text(st.characters() | st.sampled_from("\u200e\u05d0\ufe0f\u200d\U0001f469\U000e0067后")))
def test_what_is_left_out_is_invisible_and_the_rest_stays(text: str) -> None:
    gone = set(needless(text))
    assert all(INVISIBLE.match(text[at]) for at in gone)
    assert without_needless(text) == "".join(c for at, c in enumerate(text) if at not in gone)
