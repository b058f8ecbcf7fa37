"""The page of a search: hits in context, and what an audience may not see."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Part, Slide
from presenter.deck.blocks import Text
from presenter.screen.search import Index
from presenter.screen.search_screen import Search, search_page
from presenter.typeset import Page, PageOptions
from presenter.typeset.page import line_width

LONG = "机关后勤工作质量，直接关系到机关能否运转。" * 4 + "政策性强，" + "位置要紧。" * 9
SLIDES = (
    Slide(title="政策", part=Part("introduction")),
    Slide(title="大局", content=(Text(text=LONG),), part=Part("point", 1, 2)),
    Slide(title="细处", notes="先停两秒，再说政策。", part=Part("point", 2, 2)),
    *(Slide(title=f"补充 {number}", content=(Text(text="还有几句"),)) for number in range(30)),
)
INDEX = Index(SLIDES)


def page(
    question: str,
    size: tuple[int, int] = (80, 24),
    chosen: int = 0,
    *,
    secret: bool = False,
    rule: str = "narrow",
) -> Page:
    setting = PageOptions(*size, "zh-Hans", "wide" if rule == "wide" else "narrow")
    search = Search(INDEX.find(question), chosen, question, secret)
    shown, column, row = search_page(search, SLIDES, INDEX.passage, setting)
    assert 0 <= column < size[0]
    assert 0 <= row < size[1]
    return shown


def stressed(shown: Page) -> list[str]:
    return [run.text for line in shown.lines for run in line if "match" in run.style]


def test_each_hit_has_number_title_and_part_and_its_context() -> None:
    rows = [row.strip() for row in page("政策").text().split("\n")]
    assert rows[3].split() == ["1", "政策", "引言"]
    assert rows[4].split() == ["2", "大局", "第一点", "·", "共两点"]
    assert rows[5].startswith("…")
    assert "政策性强" in rows[5]
    assert rows[6].split() == ["3", "细处", "第二点", "·", "共两点"]
    assert rows[7] == "讲稿  先停两秒，再说政策。"


def test_what_was_asked_for_is_stressed_wherever_it_stands() -> None:
    assert stressed(page("政策")) == ["政策", "政策", "政策"]
    assert stressed(page("大局 政策")) == ["大局", "政策"]


def test_before_an_audience_a_hit_in_notes_says_only_that() -> None:
    text = page("政策", secret=True).text()
    assert "讲稿" in text
    assert "先停" not in text
    assert "再说" not in text
    assert "政策性强" in text


def test_nothing_asked_shows_what_is_searched_and_nothing_found_is_said() -> None:
    assert "查找标题、正文和讲稿" in page("").text()
    assert "没有找到" not in page("").text()
    assert "没有找到" in page("不存在").text()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (20, 3)])
@pytest.mark.parametrize("chosen", [0, 11, 29])
def test_the_chosen_hit_is_seen(chosen: int, size: tuple[int, int]) -> None:
    shown = page("几句", size, chosen)
    marked = "".join(
        run.text for line in shown.lines[1:] for run in line if run.style.startswith("menu.chosen")
    )
    assert str(INDEX.find("几句")[chosen].slide + 1) in marked


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("政策大几句3 “…"), max_size=30),
    st.integers(0, 40),
    st.tuples(st.integers(1, 130), st.integers(1, 40)),
    st.booleans(),
    st.sampled_from(["narrow", "wide"]),
)
def test_every_size_holds_it(
    question: str, chosen: int, size: tuple[int, int], secret: bool, rule: str
) -> None:
    chosen = min(chosen, max(0, len(INDEX.find(question)) - 1))
    shown = page(question, size, chosen, secret=secret, rule=rule)
    assert len(shown.lines) == size[1]
    assert max(map(line_width, shown.lines)) <= size[0]
