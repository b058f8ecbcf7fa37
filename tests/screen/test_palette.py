"""What typing finds, and the page that shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.palette import Choice, Menu, menu_page, narrow
from presenter.typeset import Page, PageOptions
from presenter.typeset.page import line_width

THEME = Choice("next theme", "t  F3", "theme")
SLIDES = [
    Choice(f"{number:>2}  {title}", part, number, number, part)
    for number, (title, part) in enumerate(
        [
            ("后勤工作的重要性", "引言"),
            ("后勤连着大局，政策性强", "第二点"),
            ("Why Logistics Matters", "Point 3"),
            *((f"第 {n} 张，说说 3 件事", "") for n in range(4, 31)),
        ],
        1,
    )
]
ALL = [THEME, *SLIDES]


def found(query: str) -> list[object]:
    return [choice.value for choice in narrow(ALL, query)]


def test_nothing_typed_shows_all() -> None:
    assert narrow(ALL, "  ") == ALL


def test_chinese_is_found_within_a_title() -> None:
    assert found("后勤") == [1, 2]
    assert found("政策") == [2]


def test_case_and_full_width_make_no_difference() -> None:
    assert found("LOGISTICS") == found("ｌｏｇｉｓｔｉｃｓ") == [3]


def test_all_words_must_be_there_in_any_order() -> None:
    assert found("matters why") == [3]
    assert found("why 后勤") == []


def test_the_part_is_searched_and_the_keys_are_not() -> None:
    assert found("第二点") == [2]
    assert found("f3") == []


def test_an_exact_number_comes_first() -> None:
    assert found("3")[0] == 3
    assert len(found("3")) > 1
    assert found("１２")[0] == 12


def test_a_label_that_begins_so_comes_before_others() -> None:
    choices = [Choice("the next", "", 1), Choice("next step", "", 2), Choice("next slide", "", 3)]
    assert [choice.value for choice in narrow(choices, "next")] == [2, 3, 1]


def page(query: str, chosen: int, size: tuple[int, int]) -> tuple[Page, int, int]:
    menu = Menu(narrow(ALL, query), chosen, query, "输入以查找", "没有匹配的项目", "回车确定")
    return menu_page(menu, PageOptions(*size, "zh"))


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (20, 3)])
@pytest.mark.parametrize("chosen", [0, 7, 30])
def test_the_chosen_entry_is_on_the_page(chosen: int, size: tuple[int, int]) -> None:
    shown, _, _ = page("", chosen, size)
    marked = [run.text for line in shown.lines for run in line if run.style == "menu.chosen"]
    assert ALL[chosen].label[:6].strip() in "".join(marked)


def test_the_cursor_stands_behind_the_query() -> None:
    shown, column, row = page("后勤", 0, (80, 24))
    assert shown.text().split("\n")[row][: column - 4].strip() == "›"
    assert column == len("     › ") + 4


@given(
    st.text(st.sampled_from("后勤3why… “"), max_size=120),
    st.integers(0, 40),
    st.tuples(st.integers(1, 130), st.integers(1, 40)),
    st.sampled_from(["narrow", "wide"]),
)
def test_every_size_holds_it(query: str, chosen: int, size: tuple[int, int], rule: str) -> None:
    setting = PageOptions(*size, "zh", "wide" if rule == "wide" else "narrow")
    menu = Menu(ALL, min(chosen, len(ALL) - 1), query, "输入以查找", "无", "↑ ↓ 选择 · 回车确定")
    shown, column, row = menu_page(menu, setting)
    assert len(shown.lines) == size[1]
    assert max(line_width(line) for line in shown.lines) <= size[0]
    assert 0 <= column < size[0]
    assert 0 <= row < size[1]


def test_nothing_found_is_said() -> None:
    assert "没有匹配的项目" in page("不存在", 0, (80, 24))[0].text()
