"""How much a text, a slide, a deck may hold; a refusal says where, what and how much."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from presenter.deck import load_deck
from presenter.words import Words
from tests.deck.decks import deck_of, load, told

TEXT = "title: 题\nslides:\n- {title: 甲}\n- "


@pytest.mark.parametrize(
    ("slide", "most", "column"),
    [
        ("title: {}", 4_000, 10),
        ("text: {}", 20_000, 9),
        ("callout: {}", 20_000, 12),
        ("quote: {{text: 乙, by: {}}}", 20_000, 24),
        ("bullets: [{}]", 20_000, 13),
        ("table: [[{}]]", 20_000, 12),
        ("big: {}", 4_000, 8),
        ("code: {}", 100_000, 9),
        ("notes: {}", 200_000, 10),
    ],
)
def test_a_text_that_is_too_long_is_refused_and_the_longest_is_not(
    slide: str, most: int, column: int
) -> None:
    (problem,) = load(TEXT + slide.format("字" * (most + 1))).problems
    assert told(problem) == (4, column, "too-long")
    assert problem.slide == 2
    for language in ("en", "zh"):
        message = problem.message(Words(language))
        assert f"{most + 1:,}" in message
        assert f"{most:,}" in message
    shown = slide.format("字" * most) + ("\n  title: 乙" if "notes" in slide else "")
    assert len(deck_of(TEXT + shown).slides) == 2


def test_a_million_characters_in_large_type_are_an_error_slide() -> None:
    loaded = load(TEXT + "big: " + "大" * 1_000_000)
    assert loaded.deck is not None
    assert [bool(slide.problems) for slide in loaded.deck.slides] == [False, True]
    assert loaded.deck.slides[1].content == ()


@pytest.mark.parametrize(
    ("slide", "code", "number"),
    [
        ("bullets: [" + "乙, " * 5_001 + "]", "slide-texts", "5,001"),
        ("table: [" + "[乙, 丙], " * 3_000 + "]", "slide-texts", "6,000"),
        ("bullets: [" + f"{'字' * 20_000}, " * 26 + "]", "slide-characters", "520,000"),
    ],
)
def test_a_slide_of_too_many_texts_is_refused(slide: str, code: str, number: str) -> None:
    (problem,) = load(TEXT + slide).problems
    assert told(problem) == (4, 3, code)
    assert number in problem.message(Words("en"))


def test_a_slide_that_repeats_a_text_by_aliases_counts_each() -> None:
    text = f"x-a: &a {'字' * 20_000}\ntitle: 题\nslides:\n- {{bullets: [{'*a, ' * 30}]}}"
    assert [told(each) for each in load(text).problems] == [(4, 3, "slide-characters")]


def test_aliases_count_by_the_text_that_they_stand_for() -> None:
    text = f"x-a: &a {'字' * 1_000_000}\ntitle: 题\nslides:\n" + "- notes: *a\n" * 30_000
    loaded = load(text)
    assert loaded.deck is None
    (problem,) = loaded.problems
    assert told(problem) == (1, 6, "alias-text")
    assert "4,000,000" in problem.message(Words("en"))


def test_code_from_a_file_is_limited_by_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n" * 50_000)
    deck = tmp_path / "d.yaml"
    deck.write_text("title: 题\nslides:\n- code: {file: a.py, to: 9}\n- code: {file: a.py}\n")
    assert [told(each) for each in load_deck(deck).problems] == [(4, 16, "too-long")]


@pytest.mark.parametrize("text", ["title: 题\nslides: [甲]", "title: [", ""])
@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_after_loading_as_it_was_before(text: str, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        load(text)
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_the_garbage_collector_works_again_after_a_deck_that_is_gone(tmp_path: Path) -> None:
    assert gc.isenabled()
    with pytest.raises(FileNotFoundError):
        load_deck(tmp_path / "gone.yaml")
    assert gc.isenabled()


def test_the_garbage_collector_works_again_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("presenter.deck.load.compose", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        load("title: 题\nslides: [甲]")
    assert gc.isenabled()
