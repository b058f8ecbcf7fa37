"""Slides in little: the stage's own page where it fits, else the same step set smaller."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.console.previews import AUDIENCE, Previews
from presenter.talk.remote import nearest_stop
from presenter.talk.talk import stop_showing
from presenter.typeset import Line, PageOptions, Stop, set_slide
from presenter.typeset.page import line_width
from tests.console.views import deck
from tests.typeset.decks import decks


def text_of(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for run in line).rstrip() for line in lines]


def previews(width: int = 80, height: int = 24) -> Previews:
    return Previews(deck(), PageOptions(width, height, "zh-Hans"))


def test_a_stage_that_fits_is_shown_as_it_is() -> None:
    shown = previews(60, 18).lines(1, 2, 70, 20)
    made = set_slide(deck(), 1, PageOptions(60, 18, "zh-Hans"))
    assert text_of(shown) == made.page(made.stops[2]).text().split("\n")
    assert {line_width(line) for line in shown} == {60}
    assert all(run.style.startswith(AUDIENCE) for line in shown for run in line)


def test_a_larger_stage_is_set_for_the_room_at_the_same_step() -> None:
    shown = "\n".join(text_of(previews(200, 60).lines(1, 2, 46, 10)))
    assert "后勤连着大局，政策性强" in shown
    assert "事情琐碎，却处处连着中心工作" in shown
    assert "先懂全局" not in shown
    assert "2/6" not in shown  # the running lines are the console's own business


def test_a_small_room_shows_what_the_step_has_added() -> None:
    assert "先懂全局，再办后勤" in "\n".join(text_of(previews().lines(1, 3, 40, 3)))


@settings(max_examples=40, deadline=None)
@given(decks, st.integers(1, 100), st.integers(1, 40), st.integers(1, 100), st.integers(1, 40))
def test_every_stop_of_every_stage_fits_into_every_room(
    deck_: object, columns: int, rows: int, width: int, height: int
) -> None:
    made = Previews(deck_, PageOptions(columns, rows))  # type: ignore[arg-type]
    for slide in range(len(made.deck.slides)):
        for stop in range(len(made.stops_of(slide))):
            lines = made.lines(slide, stop, width, height)
            assert len(lines) == min(rows, height)
            assert {line_width(line) for line in lines} == {min(columns, width)}


def test_the_stop_that_a_stage_tells_is_found() -> None:
    made = previews(30, 5)
    stops = made.stops_of(1)
    assert len({stop.page for stop in stops}) > 1
    for index, stop in enumerate(stops):
        assert nearest_stop(made.stops_of(1), stop.step, stop.page) == index


@pytest.mark.parametrize(("step", "page"), [(99, 0), (0, 99), (10**20, 10**20)])
def test_a_stop_that_there_is_not_is_the_nearest(step: int, page: int) -> None:
    assert nearest_stop(previews().stops_of(1), step, page) in range(4)


def test_the_same_stop_keeps_the_step_before_the_content() -> None:
    small = (Stop(0, 0, 0), Stop(1, 0, 5), Stop(1, 1, 9), Stop(2, 1, 14))
    assert small[stop_showing(small, 1, 5)] == Stop(1, 0, 5)
    assert small[stop_showing(small, 1, 12)] == Stop(1, 1, 9)
    assert small[stop_showing(small, 3, 0)] == Stop(2, 1, 14)


def test_what_comes_after() -> None:
    made = previews()
    assert made.after(1, 2) == (1, 3)
    assert made.after(1, 3) == (2, 0)
    assert made.after(5, 0) is None


def test_the_news_of_a_step_is_its_text_without_marks() -> None:
    made = previews()
    assert [made.news(1, stop) for stop in (1, 2, 3)] == [
        "既是具体事务，也是政治任务",
        "事情琐碎，却处处连着中心工作",
        "先懂全局，再办后勤",
    ]


def test_news_of_several_lines_end_with_an_ellipsis() -> None:
    assert previews(28, 20).news(1, 2).endswith("…")


def test_the_news_of_a_table_are_its_cells_apart() -> None:
    table = (
        "title: 讲\nreveal: true\nslides: [{table: {header: [项目, 数], rows: [[甲, 1], [乙, 2]]}}]"
    )
    made = Previews(deck(table), PageOptions(80, 24, "zh-Hans"))
    assert made.news(0, 1) == "乙 2"
