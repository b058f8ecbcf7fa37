"""What the stage does with what the terminal tells of its widths."""

from __future__ import annotations

import pytest

from presenter.screen.page_view import PageView
from presenter.stage.app import Stage
from presenter.typeset.width import ruler
from tests.stage.running import open_screen, place, shown, stage

SIGN = "\u26a0\ufe0f"
CONCERNED = f"""
title: widths
slides:
- title: 第一张
- {{title: second, reveal: true, bullets: [A{SIGN}B, C]}}
"""
EMOJI_NARROW = (1, 4, 8, 4, 2, 2, 3)
QUOTES_WIDE = (2, 2, 2, 2, 2, 2, 6)


def tell(app: Stage, cells: tuple[int, ...]) -> None:
    """Have the terminal answer."""
    app.cell_widths.question(24)
    for each in cells:
        app.hear_widths(f"\x1b[24;{each + 1}R")
    app.hear_widths("\x1b[0n")


@pytest.fixture(autouse=True)
def _new_rulers() -> None:
    """A ruler remembers what it has measured, be it for another test."""
    ruler.cache_clear()


async def test_what_is_set_stays_where_nothing_in_it_is_drawn_otherwise() -> None:
    async with stage() as (app, _):
        pages, text = app.pages, shown(app)
        tell(app, EMOJI_NARROW)
        assert app.pages is pages
        assert app.pages.setting.drawing == EMOJI_NARROW[:-1]
        assert shown(app) == text


async def test_what_is_drawn_otherwise_is_set_anew_at_the_same_place() -> None:
    async with stage(deck=CONCERNED, start="2") as (app, pilot):
        await pilot.press("right", "right")
        before = place(app)
        assert f"  \x1b[13G{SIGN}\x1b[15GB" in shown(app)
        tell(app, EMOJI_NARROW)
        await pilot.pause()
        assert f" \x1b[13G{SIGN}\x1b[14GB" in shown(app)
        assert f"  \x1b[13G{SIGN}" not in shown(app)
        assert place(app) == before


async def test_ambiguous_characters_are_wide_everywhere_from_then_on() -> None:
    async with stage() as (app, pilot):
        rule = shown(app).count("━") + shown(app).count("─")
        await pilot.press("o")
        tell(app, QUOTES_WIDE)
        await pilot.pause()
        assert open_screen(app).query_one(PageView).ruler.ambiguous_width == 2
        await pilot.press("escape")
        assert shown(app).count("━") + shown(app).count("─") == rule // 2
        await pilot.press("question_mark")
        assert open_screen(app).query_one(PageView).ruler.ambiguous_width == 2


async def test_a_row_is_written_over_what_is_not_to_be_seen_once() -> None:
    async with stage() as (app, _):
        before = app.view.render_line(23)
        app.view.write_unseen(lambda row: f"hidden in {row}")
        ((hidden, *row),) = before.divide([80])
        assert hidden.text == "hidden in 24"
        assert hidden.style is not None
        assert hidden.style.conceal
        assert hidden.style.color == hidden.style.bgcolor
        assert [*row] == [*before]
        assert [*before.divide([80])] == [before]
