"""Notes below the slide: how much room, which rows, how they follow the talk."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.stage.notes_below import NotesBelow
from presenter.typeset import Page, PageOptions
from presenter.typeset.page import line_width

TEXT = "甲\n[step]\n" + "\n\n".join("乙丙丁戊己庚辛壬癸子")


def rows(
    notes: NotesBelow, text: str = TEXT, step: int = 0, size: tuple[int, int] = (60, 24)
) -> list[str]:
    width, height = size
    above = height - notes.rows(height)
    page = Page(width, above, ((),) * above)
    notes.follow((0, step))
    shown = notes.below(page, text, step, height, PageOptions(width, above, "zh-Hans"))
    assert len(shown.lines) == shown.height == height
    assert max(map(line_width, shown.lines)) <= width
    return [row.strip() for row in shown.text().split("\n")[above:]]


def opened() -> NotesBelow:
    notes = NotesBelow()
    notes.toggle()
    return notes


def test_they_take_a_part_of_the_screen_only_while_they_are_open() -> None:
    notes = opened()
    assert [notes.rows(height) for height in (60, 24, 12, 5, 3)] == [24, 9, 4, 1, 0]
    notes.toggle()
    assert notes.rows(24) == 0
    assert rows(notes) == []


def test_a_rule_tells_what_is_below_and_what_is_left_out() -> None:
    head, first, *_ = rows(opened())
    assert head.startswith("讲稿 ──")
    assert head.endswith("还有 13 行")
    assert first == "▎ 甲"


def test_a_slide_without_notes_says_so() -> None:
    assert rows(opened(), "")[1] == "这一张没有讲稿"


def test_the_next_step_is_where_they_begin_then() -> None:
    notes = opened()
    assert rows(notes)[1] == "▎ 甲"
    assert rows(notes, step=1)[1] == "▎ 乙"


def test_scrolling_is_held_at_the_ends_and_ends_with_a_move() -> None:
    notes = opened()
    rows(notes)
    for _ in range(9):
        notes.scroll(3)
        last = rows(notes)
    assert last[-1].endswith("子")
    notes.scroll(-99)
    assert rows(notes)[1] == "▎ 甲"
    notes.scroll(4)
    rows(notes)
    assert rows(notes, step=1)[1] == "▎ 乙"


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.sampled_from("先停，“a*-\n "), max_size=80),
    st.tuples(st.integers(1, 120), st.integers(1, 50)),
    st.integers(-9, 9),
    st.integers(0, 3),
)
def test_every_size_holds_them(text: str, size: tuple[int, int], by: int, step: int) -> None:
    notes = opened()
    rows(notes, text, step, size)
    notes.scroll(by)
    rows(notes, text, step, size)
