"""Where the talk goes on after an edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.deck import Slide
from presenter.deck.blocks import Text
from presenter.talk.matching import Matching, changed
from tests.deck.decks import deck_of


def slides(*titles: str, **ids: str) -> tuple[Slide, ...]:
    """Slides with these titles; `ids` gives some of them an id."""
    return tuple(Slide(title=title, id=ids.get(title, "")) for title in titles)


@pytest.mark.parametrize(
    ("old", "index", "new", "place"),
    [
        ("甲乙丙", 1, "甲乙丙", 1),
        ("甲乙丙", 1, "新甲乙丙", 2),
        ("甲乙丙", 1, "乙丙", 0),
        ("甲乙丙", 1, "丙甲乙", 2),
        ("甲乙丙", 1, "甲改丙", 1),
        ("甲乙丙", 1, "新甲改丙", 2),
        ("甲乙丙", 1, "甲丙", 1),
        ("甲乙丙", 2, "甲乙", 1),
        ("甲乙丙", 0, "改", 0),
        ("甲乙丙", 2, "完全不同", 2),
        ("问甲问乙问", 2, "新问甲问乙问", 3),
        ("问甲问乙问", 4, "问甲问乙新问", 5),
    ],
)
def test_the_place_is_found(old: str, index: int, new: str, place: int) -> None:
    assert Matching(slides(*old), slides(*new)).nearest(index) == place


def test_an_id_is_followed_wherever_it_goes() -> None:
    old = slides("甲", "乙", "丙", 乙="b")
    new = slides("丙", "甲", "改", 改="b")
    assert Matching(old, new).nearest(1) == 2


def test_an_edited_slide_is_known_by_its_title() -> None:
    old = tuple(Slide(title=t, content=(Text(text=t),)) for t in "甲乙丙")
    new = tuple(Slide(title=t, content=(Text(text=t + "改"),)) for t in "新甲乙丙")
    assert Matching(old, new).nearest(1) == 2


@given(st.lists(st.sampled_from("甲乙丙丁"), min_size=1), st.data())
def test_a_slide_between_untouched_ones_is_found_again(
    titles: list[str], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(titles) - 1))
    at = data.draw(st.integers(0, len(titles)))
    new = [*titles[:at], "新", *titles[at:]]
    assert new[Matching(slides(*titles), slides(*new)).nearest(index)] == titles[index]


@given(st.text("甲乙丙丁", min_size=1), st.text("甲乙丙戊", min_size=1), st.data())
def test_the_place_is_always_within_the_talk(old: str, new: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(old) - 1))
    assert 0 <= Matching(slides(*old), slides(*new)).nearest(index) < len(new)


@pytest.mark.parametrize(
    ("old", "new", "fresh"),
    [
        ("甲乙丙", "甲乙丙", []),
        ("甲乙丙", "甲改丙", [1]),
        ("甲乙丙", "新甲乙改", [0, 3]),
        ("甲乙丙", "甲丙", [1]),
        ("甲乙丙", "甲乙", [1]),
        ("甲乙丙", "乙甲丙", [0]),
    ],
)
def test_changed_slides(old: str, new: str, fresh: list[int]) -> None:
    assert changed(slides(*old), slides(*new)) == fresh


def test_new_notes_are_a_change_and_keep_the_place() -> None:
    old, new = slides("甲", "乙"), (Slide(title="甲"), Slide(title="乙", notes="慢一点"))
    assert changed(old, new) == [1]
    assert Matching(old, new).nearest(1) == 1


def test_where_slides_have_gone() -> None:
    def places(old: str, new: str) -> list[int | None]:
        one, other = (deck_of(f"title: t\nslides: [{slides}]").slides for slides in (old, new))
        matching = Matching(one, other)
        return [matching.find(index) for index in range(len(one))]

    assert places("甲, 乙, 丙", "丙, 甲") == [1, None, 0]
    assert places("甲, 乙, 丙", "甲, 改, 丙") == [0, 1, 2]
    assert places("甲, 甲, 乙", "新, 甲, 甲, 乙") == [1, 2, 3]
    assert places("甲, {title: 乙, id: b}", "{title: 改, id: b}, 甲") == [1, 0]
