"""Texts at both ends of a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.lines import ends, fitted
from presenter.typeset import Line, PageOptions
from presenter.typeset.page import line_width

SETTING = PageOptions(80, 24, "zh")
texts = st.lists(st.tuples(st.text("后勤工作ab", max_size=12), st.just("text")), max_size=3)


def text_of(line: Line) -> str:
    return "".join(run.text for run in line)


def test_the_most_important_texts_are_outermost() -> None:
    line = ends([("甲", ""), ("乙", "")], [("丙", ""), ("丁", "")], 20, SETTING)
    assert text_of(line) == "甲   乙      丁   丙"


def test_what_has_no_room_goes_and_the_last_one_is_cut() -> None:
    left, right = [("后勤工作", ""), ("乙", "")], [("丙", "")]
    assert text_of(ends(left, right, 14, SETTING)) == "后勤工作    丙"
    assert text_of(ends(left, right, 9, SETTING)) == "后勤工作"
    assert text_of(ends(left, right, 5, SETTING)) == "后勤…"


def test_a_rule_fills_what_is_between() -> None:
    assert text_of(ends([("甲", "")], [("乙", "")], 10, SETTING, rule=True)) == "甲 ──── 乙"
    assert text_of(ends([("甲", "")], [], 10, SETTING, rule=True)) == "甲 ───────"


@given(texts, texts, st.integers(1, 60), st.booleans())
def test_a_line_is_never_too_wide(
    left: list[tuple[str, str]], right: list[tuple[str, str]], width: int, rule: bool
) -> None:
    assert line_width(ends(left, right, width, SETTING, rule=rule)) <= width


@given(texts, st.integers(1, 30))
def test_a_fitted_line_has_just_that_width(left: list[tuple[str, str]], width: int) -> None:
    assert line_width(fitted(ends(left, [], 60, SETTING), width, SETTING)) == width
