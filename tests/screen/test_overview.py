"""The grid of slides: its measure, its page, and golden pages to be read by people.

``GOLDEN=write pytest tests/screen/test_overview.py`` writes those anew; read the difference before
committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Bullets, Item, Quote, Text
from presenter.screen.overview import Overview, Thumbnails, overview_page, slide_name
from presenter.screen.tile_grid import grid_for
from presenter.typeset import Page, PageOptions
from presenter.typeset.page import line_width
from presenter.words import Words

GOLDEN = Path(__file__).parent / "golden"

TITLES = ("管理的前提", "后勤连着大局，政策性强，位置十分要紧", "Why Logistics matters", "")
DECK = Deck(
    title="后勤工作",
    lang="zh-Hans",
    slides=tuple(
        Slide(
            title=TITLES[number % len(TITLES)],
            content=(
                (Bullets(items=tuple(map(Item, ("先懂全局，再办后勤", "食堂", "车队")))),)
                if number % 2
                else (
                    Text(text="机关后勤工作质量，直接关系到机关能否运转。" * 3),
                    Quote(text="古语"),
                )
            ),
            part=Part("point", number + 1, 25),
        )
        for number in range(25)
    ),
)


def page(
    size: tuple[int, int],
    found: range = range(25),
    chosen: int = 0,
    query: str = "",
    rule: str = "narrow",
) -> Page:
    setting = PageOptions(*size, "zh-Hans", "wide" if rule == "wide" else "narrow", False)
    grid = grid_for(*size)
    made = Thumbnails()
    made.use(DECK, setting, grid)
    assert made.make(found, 60)
    top = max(0, chosen // grid.columns - grid.rows + 1)
    shown, column, row = overview_page(
        Overview(found, chosen, top, 1, query), DECK.slides, made.get, setting, grid
    )
    assert 0 <= column < size[0]
    assert row == 0
    return shown


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_golden_pages(size: tuple[int, int]) -> None:
    text = page(size, chosen=2).text() + "\n"
    path = GOLDEN / f"overview-{size[0]}x{size[1]}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("size", "columns", "rows"),
    [((80, 24), 3, 3), ((120, 40), 4, 4), ((40, 12), 2, 2), ((200, 60), 6, 6), ((20, 5), 1, 1)],
)
def test_the_grid_goes_by_the_screen(size: tuple[int, int], columns: int, rows: int) -> None:
    grid = grid_for(*size)
    assert (grid.columns, grid.rows) == (columns, rows)


@given(st.integers(1, 300), st.integers(1, 120))
def test_every_screen_holds_its_grid(width: int, height: int) -> None:
    grid = grid_for(width, height)
    assert grid.columns >= 1
    assert grid.rows >= 1
    assert grid.height >= 0
    assert grid.left + grid.columns * (grid.width + 2) - 2 <= width
    assert grid.top + grid.rows * (grid.height + 1) <= height


def test_a_cell_belongs_to_the_slide_that_is_drawn_there() -> None:
    grid = grid_for(80, 24)
    shown = page((80, 24))
    for row, line in enumerate(shown.lines):
        at = 0
        for run in line:
            if run.style == "overview.number":
                number = int(run.text.strip("› "))
                assert grid.at(at, row) == number - 1
                assert grid.at(at + grid.width - 1, row + grid.height) == number - 1
                assert grid.at(at + grid.width, row) is None
            at += run.width
    assert grid.at(0, 3) is None
    assert grid.at(10, 0) is None
    assert grid.at(79, 23) is None


def test_the_chosen_slide_is_marked_without_colours_too() -> None:
    shown = page((80, 24), chosen=4)
    marked = [run for line in shown.lines[1:] for run in line if run.style == "menu.chosen"]
    assert "5" in "".join(run.text for run in marked)
    assert sum(run.width for run in marked) == grid_for(80, 24).width


def test_the_slide_that_is_shown_has_its_mark() -> None:
    assert "› 2 " in page((80, 24)).text()


def test_a_slide_without_title_is_called_by_what_it_says() -> None:
    words = Words("zh")
    assert slide_name(Slide(content=(Text(text="先懂**全局**\n再办"),)), words) == "先懂全局再办"
    assert slide_name(Slide(), words) == "（无标题）"


def test_nothing_found_is_said() -> None:
    assert "没有这样的幻灯片" in page((80, 24), range(0), query="无").text()


def test_the_place_is_told_before_the_part() -> None:
    assert page((80, 24)).text().split("\n")[-1].endswith("第一点 · 共二十五点 · 1/25")
    assert page((40, 12)).text().split("\n")[-1].endswith(" 1/25")


@settings(max_examples=40, deadline=None)
@given(
    st.tuples(st.integers(1, 130), st.integers(1, 45)),
    st.integers(0, 25),
    st.integers(0, 24),
    st.text(st.sampled_from("后勤3why…“ "), max_size=40),
    st.sampled_from(["narrow", "wide"]),
)
def test_every_size_holds_it(
    size: tuple[int, int], count: int, chosen: int, query: str, rule: str
) -> None:
    shown = page(size, range(count), min(chosen, max(0, count - 1)), query, rule)
    assert len(shown.lines) == size[1]
    assert max(map(line_width, shown.lines)) <= size[0]


def test_thumbnails_are_made_a_slice_at_a_time_and_kept() -> None:
    made = Thumbnails()
    made.use(DECK, PageOptions(80, 24), grid_for(80, 24))
    assert not made.make(range(25), 0)
    assert made.make(range(3), 60)
    first = made.get(0)
    assert first is not None
    made.use(DECK, PageOptions(80, 24), grid_for(80, 24))
    assert made.get(0) is first
    made.use(DECK, PageOptions(80, 25), grid_for(80, 24))
    assert made.get(0) is None
