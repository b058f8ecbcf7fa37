"""The notes: what belongs to the step is in sight, and all can be scrolled to."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.console.page import roll
from presenter.typeset import PageOptions

SETTING = PageOptions(80, 24, "zh-Hans")
LONG = "\n\n[step]\n\n".join("\n\n".join(f"{step}之{n}" for n in range(6)) for step in "甲乙丙")


def rows(step: int, top: int | None, height: int) -> list[str]:
    rolled = roll(LONG, step, top, (40, height), SETTING)
    return ["".join(run.text for run in line).strip("▎ ") for line in rolled.lines]


def test_notes_that_fit_begin_with_their_first_row() -> None:
    rolled = roll("甲\n\n[step]\n\n乙", 1, None, (40, 8), SETTING)
    assert (rolled.top, rolled.most, rolled.below) == (0, 0, 0)


def test_the_notes_of_the_step_are_brought_into_sight() -> None:
    assert rows(0, None, 8)[0] == "甲之0"
    assert rows(1, None, 8)[:2] == ["", "乙之0"]
    assert rows(2, None, 13)[-1] == "丙之5"


def test_a_row_that_was_scrolled_to_is_kept_within_the_notes() -> None:
    assert rows(1, 0, 8)[0] == "甲之0"
    assert rows(0, 999, 8)[-1] == "丙之5"
    assert rows(0, -5, 8)[0] == "甲之0"


@settings(max_examples=50)
@given(st.integers(0, 9), st.one_of(st.none(), st.integers(-3, 99)), st.integers(0, 60))
def test_what_is_out_of_sight_is_counted(step: int, top: int | None, height: int) -> None:
    rolled = roll(LONG, step, top, (40, height), SETTING)
    assert len(rolled.lines) <= height
    assert rolled.top + len(rolled.lines) + rolled.below == 35
    assert 0 <= rolled.top <= rolled.most


def test_no_notes_are_no_lines() -> None:
    assert roll("", 0, None, (40, 8), SETTING).lines == []
