"""Decks that mean harm, or are no decks at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from presenter.deck import load_source
from presenter.deck.characters import clean, is_clean
from presenter.deck.source import Source
from tests.deck.decks import deck_of, load, told

BOMB = "x0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
MERGE_BOMB = "x-0: &x0 {a: 1, b: 2}\n" + "".join(
    f"x-{n}: &x{n} {{<<: [{', '.join([f'*x{n - 1}'] * 9)}]}}\n" for n in range(1, 30)
)
LADDER = "x-0: &x0 [甲]\n" + "".join(f"x-{n}: &x{n} [*x{n - 1}]\n" for n in range(1, 500))

# Linux hands the parent's ru_maxrss down to a child; VmHWM is the child's own.
LIMITED = """
import resource, sys
from presenter.deck import load_source
from presenter.deck.source import Source
data = sys.stdin.read()
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
print(*[each.code for each in load_source(Source("deck.yaml", data)).problems])
try:
    with open("/proc/self/status") as status:
        print(*[line.split()[1] for line in status if line.startswith("VmHWM")])
except FileNotFoundError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"title: 题\n{BOMB}slides: *x29\n", "alias-bomb"),
        (f"title: 题\n{MERGE_BOMB}slides: [*x29]\n", "alias-bomb"),
        (f"title: 题\n{LADDER}slides: [*x499]\n", "too-deep"),
        ("[" * 100_000, "too-deep"),
        ("title: " + "{甲: " * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("? " * 100_000, "too-deep"),
        ("\n".join(" " * n + "甲:" for n in range(1_000)), "too-deep"),
    ],
    ids=["laughs", "merges", "ladder", "lists", "mappings", "dashes", "keys", "indents"],
)
def test_bombs_and_wells_are_refused_in_little_memory(text: str, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], input=text, capture_output=True, text=True, check=True
    )
    codes, kilobytes = done.stdout.splitlines()
    assert codes == code
    assert int(kilobytes) < 200 * 1024


def test_a_deck_with_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presenter.deck.compose.MOST_WRITTEN", 1_000)
    loaded = load("title: 题\nslides: [" + "甲," * 1_000 + "]")
    assert [told(each) for each in loaded.problems] == [(1, 1, "too-many")]


def test_nesting_that_is_not_hostile_loads() -> None:
    items = "深"
    for _ in range(30):
        items = f"{{层: [{items}]}}"
    assert len(deck_of(f"title: 题\nslides: [{{bullets: [{items}]}}]").slides) == 1


@pytest.mark.parametrize(
    "character",
    "\x00\x07\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe\ud800",
)
def test_a_hostile_character_becomes_one_symbol_and_columns_stay(character: str) -> None:
    loaded = load(f"title: 甲{character}乙\nslides: [{{a: 丙}}]")
    assert [told(each) for each in loaded.problems] == [
        (1, 9, "hostile-character"),
        (2, 11, "unknown-key"),
    ]
    assert loaded.problems[0].severity == "warning"
    assert loaded.problems[0].values == {"character": f"U+{ord(character):04X}"}
    assert loaded.deck is not None
    assert is_clean(loaded.deck.title)
    assert len(loaded.deck.title) == 3


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\e", r"\N", r"\L", r"\P", r"\x1b", r"\x9B", r"\u202E", r"\U0000007f"]
)
def test_a_hostile_escape_becomes_one_symbol(escape: str) -> None:
    loaded = load(f'title: "甲\\\\\\t{escape}乙"\nslides: [丙]')
    assert [told(each) for each in loaded.problems] == [(1, 14, "hostile-character")]
    assert loaded.deck is not None
    assert is_clean(loaded.deck.title)
    assert len(loaded.deck.title) == 5


def test_tabs_and_characters_beyond_the_first_plane_are_counted_as_one_column() -> None:
    loaded = load("title: 题\nslides: [{text: '𠮷😀\t', 甲: 乙}]")
    assert [told(each) for each in loaded.problems] == [(2, 24, "unknown-key")]


def test_unicode_line_ends_do_not_move_line_numbers() -> None:
    loaded = load("title: 甲\u2028乙\x85丙\n# \u2029\nslides: [{a: b}]")
    assert told(loaded.problems[-1]) == (3, 11, "unknown-key")


def test_many_hostile_characters_are_told_as_a_number() -> None:
    loaded = load("title: 题\nslides: [甲]\n# " + "\x01" * 50)
    codes = [each.code for each in loaded.problems]
    assert codes == ["hostile-character"] * 20 + ["hostile-more"]
    assert told(loaded.problems[-1]) == (3, 23, "hostile-more")


def test_many_hostile_escapes_are_told_once_however_often_an_alias_repeats_them() -> None:
    loaded = load('title: 题\nx-a: &a "' + "\\e" * 50 + '"\nslides: [*a, {text: *a}]')
    codes = [each.code for each in loaded.problems]
    assert codes == ["hostile-character"] * 20 + ["hostile-more"]
    assert loaded.deck is not None
    assert loaded.deck.slides[0].title == "␛" * 50


def test_a_file_full_of_control_characters_is_no_text() -> None:
    loaded = load("title: 题\n甲" + "\x00" * 1_001)
    assert loaded.deck is None
    assert [told(each) for each in loaded.problems] == [(2, 2, "not-text")]


def test_a_great_many_unknown_keys_are_still_told_without_a_search_for_each() -> None:
    keys = "".join(f"k{number}: 甲\n" for number in range(1_100))
    problems = load(f"titel: 题\nslides: [甲]\n{keys}").problems
    assert [problems[0].values["near"], problems[-1].values["near"]] == ["title", ""]
    assert len(problems) == 1_101


def test_endless_problems_are_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presenter.deck.reporter.MOST_PROBLEMS", 100)
    loaded = load("title: 题\nslides:\n" + "- {a: b}\n" * 150)
    assert len(loaded.problems) == 101
    assert loaded.problems[-1].code == "more-problems"
    assert loaded.problems[-1].values == {"more": 50}
    assert loaded.deck is not None
    assert all(slide.problems for slide in loaded.deck.slides)


def test_a_source_with_carriage_returns_of_its_own_is_still_safe() -> None:
    loaded = load_source(Source("deck.yaml", "title: 甲\r乙\nslides: [丙]"))
    assert loaded.deck is not None
    assert loaded.deck.title == "甲␍乙"


def test_cleaning_is_done_after_one_pass() -> None:
    text = "".join(map(chr, range(0x3000)))
    assert is_clean(clean(text))
    assert len(clean(text)) == len(text)
    assert clean("后勤\t😀\n") == "后勤\t😀\n"
