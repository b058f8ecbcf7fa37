"""A deck whose YAML is at fault in places: the slides beside those are looked at all the same."""

from __future__ import annotations

import pytest

from presenter.deck import Loaded, load_source
from presenter.deck.source import Source
from tests.deck.decks import load, pointed, told

DECK = """\
title: 题
x-a: &a [甲]
points:
  - title: one
    ☞bulets: [a]
  - title: two
    bullets:
      - ☞[link](x) first
  - title: three
    text: a
   ☞time: 3m
  - title: four
    bullets: *a
    text: ☞"abc
  - title: five
    text: |
    ☞x
  - title: six
    bullets: [一☞，二，三]
conclusion:
  title: a☞: b
"""


def thorough(text: str) -> Loaded:
    return load_source(Source("deck.yaml", text), thorough=True)


def test_every_fault_is_told_and_what_is_between_them() -> None:
    plain, places = pointed(DECK)
    loaded = thorough(plain)
    assert [tuple(each.place) for each in loaded.problems] == places
    assert [each.slide for each in loaded.problems] == [1, None, None, None, None, 6, None]
    assert loaded.deck is None
    assert loaded.rest is not None
    assert [slide.title for slide in loaded.rest.deck.slides] == [
        *("one", "", "", "", "", "six", ""),
    ]
    assert loaded.rest.text.count("\n") == plain.count("\n")


def test_a_talk_is_not_given_from_what_is_left() -> None:
    plain, places = pointed(DECK)
    loaded = load(plain)
    assert (loaded.deck, loaded.rest) == (None, None)
    assert [tuple(each.place) for each in loaded.problems] == [places[1]]


def test_a_fault_in_the_head_does_not_hide_the_slides() -> None:
    plain, places = pointed("title: a☞: b\nauthor: c\nslides:\n- {title: d, ☞bulets: [e]}\n- f\n")
    loaded = thorough(plain)
    assert [tuple(each.place) for each in loaded.problems] == places
    assert loaded.rest is not None
    assert loaded.rest.deck.author == "c"


def test_an_alias_of_what_could_not_be_read_is_no_fault_of_its_own() -> None:
    text = "title: a\nslides:\n- &x {title: b: c}\n- *x\n- {title: d, bulets: [e]}\n"
    assert [told(each) for each in thorough(text).problems] == [
        (3, 6, "yaml-open-mapping"),
        (5, 14, "unknown-key"),
    ]


def test_where_no_slide_is_left_only_the_fault_is_told() -> None:
    (problem,) = thorough("title: x\nslides: [a, b\n").problems
    assert problem.code == "yaml-open-list"


def test_what_stands_for_a_slide_is_no_fault_of_the_deck() -> None:
    """In a section that is no list, nothing can stand for what was taken out."""
    text = "title: x\nintroduction:\n  title: a\n      - b:\n  time: 1m\nconclusion: c\n"
    assert [told(each) for each in thorough(text).problems] == [(4, 10, "yaml-colon")]


def test_an_alias_of_nothing_is() -> None:
    text = "title: a\nslides:\n- *x\n- {title: d, bulets: [e]}\n"
    codes = [each.code for each in thorough(text).problems]
    assert codes == ["yaml-unknown-alias", "unknown-key"]


def test_endless_faults_come_to_an_end() -> None:
    text = "title: a\nslides:\n" + "- title: b: c\n" * 100
    loaded = thorough(text)
    assert 1 < len(loaded.problems) <= 21
    assert loaded.rest is None


def test_what_is_no_list_of_slides_ends_too() -> None:
    for text in ("[", "a: b: c", "- a\n- [b] c\n", "\tx", "title: 'a\n", "slides:\n[a\n]] b\n"):
        assert thorough(text).deck is None
        assert thorough(text).problems


def test_a_key_at_the_margin_hides_only_its_own_slide() -> None:
    plain, places = pointed(
        "title: a\nslides:\n- b\n- title: c\n☞text: d\n- {title: e, ☞bulets: [f]}\n"
    )
    problems = thorough(plain).problems
    assert [(each.code, tuple(each.place)) for each in problems] == [
        ("yaml-key-column", places[0]),
        ("unknown-key", places[1]),
    ]


def test_so_does_an_asterisk_in_place_of_a_slides_dash() -> None:
    plain, places = pointed(
        "title: a\nslides:\n- b\n☞* title: c\n  text: d\n- {title: e, ☞bulets: [f]}\n"
    )
    problems = thorough(plain).problems
    assert [(each.code, tuple(each.place)) for each in problems] == [
        ("list-mark", places[0]),
        ("unknown-key", places[1]),
    ]


@pytest.mark.parametrize("dash", [" ☞- title: c", "   ☞- title: c"])
def test_a_dash_in_a_wrong_column_hides_no_slide_beside_it(dash: str) -> None:
    plain, places = pointed(
        f"title: a\nslides:\n  - title: b\n    ☞tet: x\n{dash}\n  - {{title: e, ☞bulets: [f]}}\n"
    )
    problems = thorough(plain).problems
    assert [tuple(each.place) for each in problems] == places
    assert [each.code for each in problems if each.code == "unknown-key"] == ["unknown-key"] * 2
