"""The console's page: exact at every size, and what it says of the talk."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.console.page import compose
from presenter.console.previews import AUDIENCE
from presenter.typeset import PageOptions
from presenter.typeset.page import Ambiguous, line_width
from presenter.typeset.themes import OURS
from tests.console.views import CHINESE, ENGLISH, view

moments = st.fixed_dictionaries(
    {
        "slide": st.integers(0, 5),
        "stop": st.integers(0, 3),
        "blank": st.sampled_from([None, "black", "white"]),
        "clock": st.sampled_from(["stopped", "running", "paused"]),
        "elapsed": st.floats(0, 1e6),
        "link": st.sampled_from(["waiting", "connected", "lost"]),
        "mover": st.sampled_from(["", "stage", "console", "remote"]),
        "notes_zoom": st.integers(-3, 3),
        "top": st.one_of(st.none(), st.integers(-5, 50)),
        "stage": st.tuples(st.integers(1, 130), st.integers(1, 50)),
    }
)


def text_at(width: int, height: int, text: str = CHINESE, **changes: Any) -> str:
    language = "en" if text is ENGLISH else "zh"
    return compose(view(text, **changes), PageOptions(width, height, language)).page.text()


@settings(max_examples=60, deadline=None)
@given(
    moments,
    st.integers(1, 150),
    st.integers(1, 50),
    st.sampled_from(("narrow", "wide")),
    st.sampled_from([CHINESE, ENGLISH]),
)
def test_every_size_and_moment_makes_a_page(
    moment: dict[str, Any], width: int, height: int, rule: Ambiguous, text: str
) -> None:
    setting = PageOptions(width, height, "zh", rule)
    page = compose(view(text, ambiguous=rule, **moment), setting).page
    assert len(page.lines) == height
    for line in page.lines:
        assert line_width(line) in (0, width)
        assert all(run.width == setting.ruler.width(run.text) for run in line)


def test_only_the_clocks_line_changes_with_the_second() -> None:
    setting = PageOptions(80, 24, "zh")
    before = compose(view(elapsed=300.0), setting).page.lines
    after = compose(view(elapsed=301.0), setting).page.lines
    assert [row for row in range(24) if before[row] != after[row]] == [0]


def test_slides_are_in_the_audiences_styles_and_all_else_in_the_consoles() -> None:
    page = compose(view(), PageOptions(80, 24, "zh")).page
    styles = {run.style for line in page.lines for run in line}
    assert f"{AUDIENCE}title" in styles
    assert {"clock.running", "pace.behind", "table.rule", "foot.number"} <= styles
    known = OURS["ink"]
    for style in styles:
        assert known.style(style.removeprefix(AUDIENCE)).color


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_it_says_when_the_audience_sees_no_slide(size: tuple[int, int]) -> None:
    assert "黑屏" in text_at(*size, blank="black")
    assert "白屏" in text_at(*size, blank="white")
    assert "屏中" not in text_at(*size)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_it_says_whether_there_is_a_stage_and_who_moved(size: tuple[int, int]) -> None:
    assert "等待放映：presenter slides.yaml" in text_at(*size, link="waiting", mover="")
    assert "放映端已断开" in text_at(*size, link="lost")
    for mover, who in (("stage", "放映端"), ("console", "讲者视图"), ("remote", "遥控")):
        assert f"{who}翻页" in text_at(*size, mover=mover)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_it_shows_number_part_and_step(size: tuple[int, int]) -> None:
    shown = text_at(*size)
    assert "2/6" in shown
    assert "第一点 · 共四点" in shown
    assert "第 2 步 · 共 4 步" in shown


def test_a_small_console_says_in_a_line_what_comes_next() -> None:
    assert "下一步  事情琐碎，却处处连着中心工作" in text_at(60, 16)
    assert "下一张  后勤是一门科学，处处有学问" in text_at(60, 16, stop=3)
    assert "到此结束" in text_at(60, 16, slide=-1)


def test_a_title_without_words_is_called_so() -> None:
    deck = "title: x\nlang: zh\nslides:\n  - 甲\n  - text: 无题\n"
    assert "下一张  （无标题）" in text_at(60, 16, deck, slide=0)


def test_the_next_slide_is_shown_beside_this_one() -> None:
    rows = text_at(80, 24, stop=3).split("\n")
    now, then = (
        next(row for row in rows if text in row) for text in ("后勤连着大局", "后勤是一门科学")
    )
    assert now.index("后勤") < 40 < then.rindex("后勤")


def test_what_follows_later_stands_where_there_is_room_for_it() -> None:
    assert "往后" in text_at(120, 40)
    assert "3  后勤是一门科学，处处有学问" in text_at(120, 40)
    assert "往后" not in text_at(80, 24)
    assert "往后" not in text_at(120, 40, slide=-1)


def test_pages_of_a_long_slide_are_counted() -> None:
    deck = "title: x\nlang: zh\nslides:\n  - title: 长\n    text: " + "很长的一段话。" * 300 + "\n"
    shown = text_at(80, 24, deck, slide=0, stop=1)
    assert "第 2 页 · 共" in shown
    assert "下一步" in shown
