"""One stray q never ends a talk."""

from __future__ import annotations

import pytest

from tests.stage.running import foot, open_screen, place, shown, stage

QUESTION = "再按一次 q，结束放映"


@pytest.mark.parametrize("key", ["q", "ｑ", "Q", "й"])
async def test_the_first_q_asks_and_the_second_ends(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(key)
        assert QUESTION in foot(app)
        assert not app.is_leaving
        await pilot.press(key)
        assert app.is_leaving


async def test_the_question_is_taken_back_after_two_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("presenter.stage.app._TWICE", 0.01)
    async with stage() as (app, pilot):
        await pilot.press("q")
        while QUESTION in foot(app):
            await pilot.pause(0.01)
        monkeypatch.undo()
        await pilot.press("q")
        assert not app.is_leaving
        assert QUESTION in foot(app)


@pytest.mark.parametrize("key", ["right", "escape", "4", "t"])
async def test_another_key_takes_it_back(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press("q", key)
        assert QUESTION not in shown(app)
        await pilot.press("escape", "q")
        assert not app.is_leaving


async def test_on_the_last_stop_one_is_enough() -> None:
    async with stage(start="5") as (app, pilot):
        await pilot.press("q")
        assert app.is_leaving


async def test_the_last_slide_is_not_over_before_its_last_step() -> None:
    async with stage(start="4", reveal=True, deck=REVEALED) as (app, pilot):
        await pilot.press("q")
        assert not app.is_leaving
        await pilot.press("right", "right", "q")
        assert app.is_leaving


async def test_who_wants_no_question_gets_none() -> None:
    async with stage(confirm=False) as (app, pilot):
        await pilot.press("q")
        assert app.is_leaving


async def test_ctrl_c_asks_nothing() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+c")
        assert app.is_leaving


async def test_the_palette_asks_nothing() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p", *"退出", "enter")
        assert app.is_leaving


async def test_on_a_blank_screen_the_question_stands_alone() -> None:
    async with stage() as (app, pilot):
        await pilot.press("b", "q")
        assert shown(app).split() == QUESTION.split()
        row = app.view.render_line(app.view.size.height - 1)
        assert row.cell_length == 80
        black = app.view.palette.style("blank.black")
        assert list(row)[-1].style == black
        assert app.session.talk.blank == "black"
        await pilot.press("q")
        assert app.is_leaving


async def test_in_the_overview_it_is_a_letter() -> None:
    async with stage() as (app, pilot):
        await pilot.press("q", "escape", "o", "q", "escape")
        assert open_screen(app) is app.slides
        assert place(app) == (0, 0)
        assert not app.is_leaving


REVEALED = """
title: x
slides:
  - one
  - two
  - three
  - {title: four, bullets: [a, b]}
"""
