"""The console with a stage: it shows what the stage tells and asks it to move."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events

from presenter.console.app import Console
from presenter.console.screen import LECTERN, ConsolePalette
from presenter.deck.source import Source
from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import ClockReading
from presenter.talk.session import Request
from presenter.typeset.page import line_width
from presenter.typeset.themes import Theme
from tests.console.running import (
    STATE,
    FakeStage,
    comes,
    console,
    digest_of,
    followed,
    place,
    shown,
)
from tests.console.views import CHINESE
from tests.talk.link.peers import until


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "slides.yaml"


async def test_it_takes_over_the_stages_place_clock_and_size(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("end")
        assert place(app) == (5, 0)
        stage = FakeStage(deck)
        stage.state = STATE
        stage.show(CHINESE)
        stage.tell(size=(60, 18), theme="board")
        await stage.open()
        await comes(app, "已连接")
        assert place(app) == (1, 1)
        assert "‖ 5:00" in shown(app)
        assert "放映端翻页" in shown(app)
        assert app.previews.stage.width == 60
        assert audience(app).name == "board"
        stage.close()


async def test_what_the_stage_tells_is_shown(deck: Path) -> None:
    async with followed(deck) as (app, _, stage):
        stage.tell(slide=3, step=0, mover="remote")
        await comes(app, "3/6")
        assert "遥控翻页" in shown(app)
        stage.tell(blank="white")
        await comes(app, "白屏中")
        stage.tell(clock=ClockReading("running", 3661.0))
        await comes(app, "▶ 1:01:01")


async def test_its_own_theme_stays_while_the_audiences_page_takes_the_stages(deck: Path) -> None:
    async with followed(deck, theme="ink") as (app, _, stage):
        stage.tell(theme="paper")
        await until(lambda: audience(app).name == "paper")
        assert app.view.palette.theme.name == "ink"
        backgrounds = {
            segment.style.bgcolor.name
            for row in range(24)
            for segment in app.view.render_line(row)
            if segment.style and segment.style.bgcolor
        }
        assert len(backgrounds) >= 2


async def test_the_audiences_page_takes_a_theme_that_only_the_stage_knows(deck: Path) -> None:
    async with followed(deck) as (app, _, stage):
        stage.show(CHINESE, Source("/talk/竹.yaml", "name: 竹\npalette: {accent: '#00aa55'}\n"))
        stage.tell(theme="竹")
        await until(lambda: audience(app).name == "竹")
        assert audience(app).palette["accent"] == "#00aa55"
        stage.tell(theme="paper")
        await until(lambda: audience(app).name == "paper")
        assert app.view.palette.theme is LECTERN


def audience(app: Console) -> Theme:
    """The theme of what it shows of the audience's screen."""
    assert isinstance(app.view.palette, ConsolePalette)
    return app.view.palette.stage.theme


ASKED = [
    (["right"], Request("next")),
    (["left"], Request("previous")),
    (["n"], Request("next_slide")),
    (["p"], Request("previous_slide")),
    (["home"], Request("first")),
    (["end"], Request("last")),
    (["ctrl+o"], Request("back")),
    (["5", "enter"], Request("go", slide=5)),
    (["9", "9", "enter"], Request("go", slide=6)),
    (["b"], Request("blank", color="black")),
    (["。"], Request("blank", color="black")),
    (["w"], Request("blank", color="white")),
    (["c"], Request("clock", to="start")),
    (["f8"], Request("clock", to="start")),
    (["ctrl+r"], Request("clock", to="reset")),
    (["o", "4", "enter"], Request("go", slide=4)),
]


@pytest.mark.parametrize(("keys", "command"), ASKED, ids=lambda each: str(each))
async def test_keys_ask_the_stage_and_move_nothing_here(
    deck: Path, keys: list[str], command: Request
) -> None:
    async with followed(deck) as (app, pilot, stage):
        await pilot.press(*keys)
        await until(lambda: stage.asked == [command])
        assert place(app) == (1, 1)
        assert app.session.talk.blank is None


TYPED = [
    ("bb", ["black", None]),
    ("bw", ["black", "white"]),
    ("bbb", ["black", None, "black"]),
    ("bnb", ["black", "next_slide", "black"]),
    ("b77\r", ["black", 6]),  # the digits ask for nothing
    ("b7b", ["black", None]),
    ("cc", ["start", "pause"]),
]


@pytest.mark.parametrize(("typed", "asked"), TYPED)
async def test_keys_faster_than_the_stage_ask_for_what_they_mean(
    deck: Path, typed: str, asked: list[Any]
) -> None:
    async with followed(deck) as (app, _, stage):
        for key in typed:
            name = "enter" if key == "\r" else key
            app.post_message(events.Key(name, key))  # all at once, without waiting for any
        await until(lambda: len(stage.asked) == len(asked))
        assert [said(command) for command in stage.asked] == asked


def said(command: Request) -> Any:
    """What a command asks for, in a word."""
    match command.do:
        case "blank":
            return command.color
        case "clock":
            return command.to
        case "go":
            return command.slide
        case _:
            return command.do


async def test_keys_that_end_a_blank_ask_for_that(deck: Path) -> None:
    async with followed(deck) as (app, pilot, stage):
        stage.tell(blank="black", clock=ClockReading("running", 1.0))
        await comes(app, "黑屏中")
        await pilot.press("b", "escape", "w", "c")
        await until(lambda: len(stage.asked) == 4)
        shows, white = Request("blank", color=None), Request("blank", color="white")
        assert stage.asked == [shows, shows, white, Request("clock", to="pause")]


async def test_a_lost_stage_leaves_the_talk_to_the_console_until_it_is_back(deck: Path) -> None:
    async with followed(deck) as (app, pilot, stage):
        stage.tell(clock=ClockReading("running", 300.0))
        await comes(app, "▶ 5:00")
        stage.close()
        await comes(app, "放映端已断开")
        await pilot.press("right")
        assert place(app) == (1, 2)
        await comes(app, "▶ 5:01")
        again = FakeStage(deck)
        await again.open()
        await comes(app, "已连接")
        assert place(app) == (1, 1)
        assert "‖ 5:00" in shown(app)
        again.close()


OTHER = """
title: 新
lang: zh
slides:
  - 新甲
  - {title: 新乙, bullets: [一, 二], reveal: true}
"""


async def test_it_shows_the_deck_that_the_stage_shows_and_not_a_bad_edit(deck: Path) -> None:
    async with followed(deck) as (app, _, stage):
        deck.write_text("title: [", encoding="utf-8")
        stage.show(OTHER)
        stage.tell(slide=2, slides=2, step=1, steps=2)
        await comes(app, "2/2")
        assert "新乙" in shown(app)
        assert place(app) == (1, 1)


async def test_an_open_overview_goes_on_in_the_deck_as_it_is_now(deck: Path) -> None:
    async with followed(deck) as (app, pilot, stage):
        await pilot.press("o", "end")
        stage.show(CHINESE.replace("points:", "points:\n  - {title: 新的一张}"))
        stage.tell(slide=3, slides=7)
        await comes(app, "新的一张")
        await pilot.press("enter")
        await until(lambda: stage.asked == [Request("go", slide=7)])


async def test_a_source_that_cannot_be_had_is_read_from_the_file(deck: Path) -> None:
    async with followed(deck) as (app, _, stage):
        endpoint_for(deck).snapshot.unlink()
        deck.write_text(OTHER, encoding="utf-8")
        stage.tell(digest=digest_of(OTHER), slide=1, slides=2, step=0, steps=0)
        await comes(app, "1/2")


HOSTILE: list[dict[str, Any]] = [
    {"slide": 10**18, "slides": 10**18},
    {"step": 10**18, "page": 10**18},
    {"size": (10**9, 10**9)},
    {"size": (1, 1)},
    {"clock": ClockReading("running", 1e308)},
    {"theme": "\x1b[31m" * 100},
    {"digest": "", "slide": 999},
    {"deck": "/etc/passwd"},
]


@pytest.mark.parametrize("changes", HOSTILE, ids=lambda changes: str(changes)[:30])
async def test_whatever_a_stage_tells_the_console_goes_on(
    deck: Path, changes: dict[str, Any]
) -> None:
    async with followed(deck) as (app, _, stage):
        stage.tell(**changes)
        stage.tell(mover="remote")
        await comes(app, "遥控翻页")
        stage.show(CHINESE)
        stage.tell(slide=3, step=0, page=1, size=(80, 24))
        await comes(app, "3/6")
        assert "\x1b" not in shown(app)


async def test_it_says_what_the_stage_has_to_say_and_its_own_over_that(deck: Path) -> None:
    async with followed(deck) as (app, pilot, stage):
        await until(lambda: stage.has_console)
        stage.say("第 3 张已更新")
        await comes(app, "第 3 张已更新")
        await pilot.press("9", "9", "enter")
        assert "只有 6 张" in shown(app)
        await pilot.press("escape")
        assert "第 3 张已更新" in shown(app)
        stage.say("")
        await until(lambda: "已更新" not in shown(app))
        stage.say("存盘有误")
        await comes(app, "存盘有误")
        stage.close()
        await until(lambda: "存盘有误" not in shown(app))


async def test_it_joins_as_a_console(deck: Path) -> None:
    async with followed(deck) as (_, _, stage):
        await until(lambda: stage.has_console)


async def test_what_is_said_covers_nothing_where_there_is_room(deck: Path) -> None:
    async with followed(deck) as (app, _, stage):
        await until(lambda: stage.has_console)
        for size in ((80, 24), (120, 40), (40, 12)):
            before = app.page(*size).text().split("\n")
            app.session.say("存盘有误", 60)
            after = app.page(*size).text().split("\n")
            (row,) = (
                n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new
            )
            assert before[row].strip() == ""
            assert after[row].strip() == "存盘有误"
            app.session.say("")


async def test_opened_by_the_stage_it_hides_the_notes_until_a_key_is_pressed(deck: Path) -> None:
    async with followed(deck, with_talk=True) as (app, pilot, stage):
        await comes(app, "按任意键，在这里看讲稿")
        assert "邓小平" not in shown(app)
        await pilot.click(offset=(40, 12))
        assert "邓小平" not in shown(app)
        await pilot.press("right")
        assert "邓小平" in shown(app)
        assert stage.asked == []
        await pilot.press("right")
        await until(lambda: stage.asked == [Request("next")])


async def test_opened_by_the_stage_it_ends_with_the_talk(deck: Path) -> None:
    async with followed(deck, with_talk=True) as (app, _, stage):
        stage.close()
        await until(lambda: app.is_leaving)


@pytest.mark.parametrize("size", [(80, 24), (20, 5), (1, 1), (7, 2)])
async def test_the_cover_fits_every_size(deck: Path, size: tuple[int, int]) -> None:
    async with console(deck, size, with_talk=True) as (app, _):
        page = app.page(*size)
        assert page.height == len(page.lines) == size[1]
        assert all(line_width(line) <= size[0] for line in page.lines)
