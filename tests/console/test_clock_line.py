"""The line of the clock: times, pace in words and colour."""

from __future__ import annotations

from typing import Any

import pytest

from presenter.console.page import clock_line, pace_style
from presenter.typeset import Line, PageOptions
from tests.console.views import CHINESE, view


def line(width: int = 80, language: str = "zh", text: str = CHINESE, **changes: Any) -> Line:
    return clock_line(view(text, **changes), width, PageOptions(80, 24, language))


def said(*arguments: Any, **changes: Any) -> list[str]:
    return [run.text for run in line(*arguments, **changes) if run.text.strip()]


def test_the_slide_is_planned_from_its_share_of_the_time() -> None:
    # 12 minutes less 5:30 that are written leave 2:10 for each of three: 2:10 to 4:10.
    assert said(elapsed=129.0) == ["▶ 2:09", "正好", "剩 9:51", "12:05"]
    assert said(elapsed=60.0)[1] == "快 1 分"
    assert said(elapsed=250.0)[1] == "正好"
    assert said(elapsed=310.0)[1] == "慢 1 分"


@pytest.mark.parametrize(
    ("ahead", "style"),
    [
        (0, "pace.on-time"),
        (29, "pace.on-time"),
        (-29, "pace.on-time"),
        (30, "pace.ahead"),
        (500, "pace.ahead"),
        (-30, "pace.behind"),
        (-9999, "pace.behind"),
    ],
)
def test_words_and_colour_say_the_same(ahead: float, style: str) -> None:
    from presenter.talk.clock import pace_text
    from presenter.words import Words

    assert pace_style(ahead) == style
    text = pace_text(ahead, Words("en"))
    assert (text == "on time") == (style == "pace.on-time")
    assert ("ahead" in text) == (style == "pace.ahead")


def test_english() -> None:
    assert said(80, "en") == ["▶ 5:00", "1 min behind", "7:00 left", "12:05"]


def test_before_the_first_move_there_is_no_pace() -> None:
    assert said(clock="stopped", elapsed=0.0) == ["■ 0:00", "剩 12:00", "未计时", "12:05"]


def test_a_pause_is_said() -> None:
    assert "已暂停" in said(clock="paused")
    assert line(clock="paused")[0].style == "clock.paused"


def test_beyond_the_time() -> None:
    assert "超 1:20" in said(elapsed=800.0)
    assert "剩 0:00" in said(elapsed=720.4)


def test_a_deck_without_times_has_but_a_clock() -> None:
    assert said(text="title: x\nslides: [a, b]\n", slide=0, stop=0) == ["▶ 5:00", "12:05"]


@pytest.mark.parametrize(
    ("width", "left"),
    [(20, ["▶ 5:00", "12:05"]), (24, ["▶ 5:00", "慢 1 分", "12:05"]), (6, ["▶ 5:00"])],
)
def test_what_matters_less_goes_first(width: int, left: list[str]) -> None:
    assert said(width) == left
