"""The line at the foot, and what it covers."""

from __future__ import annotations

import pytest

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.screen.lines import PICTURE, with_notice
from presenter.typeset import Page, PageOptions, Run, set_slide
from presenter.typeset.page import line_width

DECK = load_source(
    Source(
        "slides.yaml",
        "title: 后勤工作的重要性\nauthor: 王某\n"
        "slides:\n- {title: 第一张, bullets: [任务繁重，政策性强, 先懂全局，再办后勤]}\n",
    )
).deck
SIZES = [(80, 24), (40, 12), (20, 5), (200, 60), (12, 3), (20, 2), (8, 1), (1, 1)]


def page_at(width: int, height: int) -> tuple[Page, PageOptions]:
    assert DECK is not None
    setting = PageOptions(width, height, "zh")
    slide = set_slide(DECK, 0, setting)
    return slide.page(slide.stops[-1]), setting


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 12), (20, 5), (200, 60)])
def test_it_takes_the_lowest_row_and_nothing_else(width: int, height: int) -> None:
    page, setting = page_at(width, height)
    noticed = with_notice(page, "主题：纸", setting)
    assert "主题：纸" in noticed.text().split("\n")[-1]
    assert noticed.lines[:-1] == page.lines[:-1]


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 12)])
def test_the_slide_number_stays_where_it_was(width: int, height: int) -> None:
    page, setting = page_at(width, height)
    assert with_notice(page, "主题：纸", setting).text().endswith("1/1")
    assert with_notice(page, "长" * 300, setting).text().endswith("…   1/1")


@pytest.mark.parametrize("text", ["短", "Reloaded", "只有 7 张：已到最后一张" * 20])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_never_widens_the_page(width: int, height: int, text: str) -> None:
    page, setting = page_at(width, height)
    noticed = with_notice(page, text, setting)
    assert len(noticed.lines) == height
    assert all(line_width(line) <= width for line in noticed.lines)


def test_a_wide_terminal_is_measured_by_its_own_rule() -> None:
    page, _ = page_at(40, 12)
    wide = PageOptions(40, 12, "zh", ambiguous="wide")
    for line in with_notice(page, "“…”" * 30, wide).lines:
        assert line_width(line) <= 40


def test_no_text_leaves_the_page_alone() -> None:
    page, setting = page_at(80, 24)
    assert with_notice(page, "", setting) is page


def test_text_of_the_slide_is_covered_only_if_no_row_is_empty() -> None:
    setting = PageOptions(10, 3)
    run = (Run("text", "text", 4),)
    with_room = with_notice(Page(10, 3, (run, (), run)), "说明", setting)
    assert [line.strip() for line in with_room.text().split("\n")] == ["text", "说明", "text"]
    without = with_notice(Page(10, 3, (run, run, run)), "说明", setting)
    assert [line.strip() for line in without.text().split("\n")] == ["text", "text", "说明"]


def test_the_number_stays_where_nothing_else_stands_in_the_foot() -> None:
    number = (Run(" " * 34, "", 34), Run("2/4", "foot.number", 3))
    page = with_notice(Page(40, 2, ((), number)), "已更新", PageOptions(40, 2))
    assert page.text().split("\n")[1] == "    已更新" + " " * 24 + "2/4"


def test_a_picture_is_seen_beside_it() -> None:
    picture = (Run(" " * 40, PICTURE, 40),)
    last = with_notice(Page(40, 2, (picture, picture)), "已更新", PageOptions(40, 2)).lines[1]
    assert last == (Run(" 已更新 ", "notice", 8), Run(" " * 32, PICTURE, 32))


def test_what_else_stands_in_a_row_of_pictures_makes_room_for_it() -> None:
    row = (Run("  ", "", 2), Run(" " * 9, PICTURE, 9), Run("12:30", "clock.wall", 5))
    line = with_notice(Page(16, 1, (row,)), "再见", PageOptions(16, 1)).lines[0]
    assert [(run.style, run.width) for run in line] == [("notice", 6), (PICTURE, 5), ("", 5)]
