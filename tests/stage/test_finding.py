"""Overview, search and notes by their keys."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.geometry import Size
from textual.pilot import Pilot

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.screen.filter_screens import FilterScreen
from presenter.screen.overview import OverviewScreen
from presenter.screen.page_view import PageView
from presenter.screen.search_screen import SearchScreen
from tests.stage.running import DECK, foot, open_screen, place, shown, stage

MANY = "title: 长\nlang: zh-Hans\nslides:\n" + "".join(
    f"- {{title: 第{number}张, text: 内容{number % 7}, notes: 只讲{number}}}\n"
    for number in range(1, 41)
)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("key", ["o", "tab", "ｏ"])
async def test_the_overview_opens_at_the_slide_that_is_shown_and_escape_leaves(key: str) -> None:
    async with stage() as (app, pilot):
        await press(pilot, "G", key)
        assert isinstance(open_screen(app), OverviewScreen)
        assert "›5 结语" in shown(app)
        assert foot(app).endswith("5/5")
        await press(pilot, "escape")
        assert open_screen(app) is app.slides
        assert place(app) == (4, 0)


@pytest.mark.parametrize(("key", "slide"), [("pagedown", 9), ("down", 3), ("right", 1)])
async def test_a_key_typed_before_the_overview_has_a_size_counts(
    key: str, slide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o")
        with monkeypatch.context() as patch:
            patch.setattr(PageView, "size", Size(0, 0))
            await app.pressed([key], "")
        await press(pilot, "enter")
        assert place(app) == (slide, 0)


@pytest.mark.parametrize("key", ["o", "slash", "ctrl+p"])
async def test_a_whole_text_that_is_pasted_by_mistake_holds_nothing_up(key: str) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, key)
        app.post_message(Paste("9" * 100_000))
        await press(pilot, "down")
        screen = app.screen
        assert isinstance(screen, FilterScreen)
        assert 0 < len(screen.asked) < 1000
        await press(pilot, "ctrl+u", "9", "enter")
        assert key == "ctrl+p" or place(app) == (8, 0)


async def test_tab_closes_the_overview_too() -> None:
    async with stage() as (app, pilot):
        await press(pilot, "tab", "tab")
        assert open_screen(app) is app.slides


@pytest.mark.parametrize(
    ("keys", "slide"),
    [
        (["right", "right"], 2),
        (["left"], 0),
        (["down"], 3),
        (["down", "right", "up"], 1),
        (["up"], 0),
        (["end"], 39),
        (["end", "down"], 39),
        (["end", "home"], 0),
        (["pagedown"], 9),
        (["pagedown", "pageup"], 0),
        (["end", "left", "down"], 39),
        (["end", "up", "up", "down", "down", "down"], 39),
    ],
    ids=str,
)
async def test_keys_choose_a_slide_and_one_enter_goes(keys: list[str], slide: int) -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o", *keys, "enter")
        assert open_screen(app) is app.slides
        assert place(app) == (slide, 0)


async def test_a_jump_from_the_overview_is_undone_by_ctrl_o_to_the_step() -> None:
    async with stage() as (app, pilot):
        await press(pilot, "2", "enter", "right", "o", "end", "enter")
        assert place(app) == (4, 0)
        await press(pilot, "ctrl+o")
        assert place(app) == (1, 1)


async def test_the_slide_that_is_shown_keeps_its_step() -> None:
    async with stage() as (app, pilot):
        await press(pilot, "2", "enter", "right", "o", "enter")
        assert place(app) == (1, 1)


async def test_typing_narrows_the_overview_and_an_exact_number_goes_first() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o", "3")
        assert "第3张" in shown(app)
        assert "第13张" in shown(app)
        assert "第5张" not in shown(app)
        await press(pilot, "backspace")
        assert "第5张" in shown(app)
        await press(pilot, "4", "0", "enter")
        assert place(app) == (39, 0)


async def test_what_only_notes_say_is_not_shown_in_the_overview() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o", "只", "讲")
        assert "没有这样的幻灯片" in shown(app)
        await press(pilot, "enter", "right")
        assert isinstance(open_screen(app), OverviewScreen)


async def test_letters_are_text_in_the_overview() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o", "q", "o", "n")
        screen = open_screen(app)
        assert isinstance(screen, OverviewScreen)
        assert screen.asked == "qon"
        await press(pilot, "ctrl+u")
        assert screen.asked == ""


@pytest.mark.parametrize("key", ["o", "/", "?", "ctrl+p"])
async def test_what_is_closed_twice_at_once_is_closed_once(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(key)
        opened = open_screen(app)
        opened.dismiss(None)
        opened.dismiss(None)
        await pilot.pause()
        assert app.screen is not opened
        await pilot.press("right")
        assert app.session.talk.slide == 1


async def test_a_click_jumps_and_the_wheel_scrolls() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "o")
        screen = open_screen(app)
        assert isinstance(screen, OverviewScreen)
        screen.scroll(1)
        assert screen.chosen == 3
        await pilot.click(offset=(30, 12))
        await pilot.pause()
        assert place(app) == (4, 0)
        await press(pilot, "o")
        await pilot.click(offset=(0, 12))
        assert isinstance(open_screen(app), OverviewScreen)


async def test_every_thumbnail_comes_without_a_key() -> None:
    async with stage(size=(200, 60), deck=MANY) as (app, pilot):
        await press(pilot, "o")
        for _ in range(200):
            if shown(app).count("⡏⠉⠉⠉⠉") == 36:
                break
            await pilot.pause(0.02)
        assert shown(app).count("⡏⠉⠉⠉⠉") == 36


async def test_thumbnails_show_all_steps() -> None:
    plain = DECK.replace("reveal: true, ", "")
    made = []
    for deck in (DECK, plain):
        async with stage(deck=deck) as (app, pilot):
            await press(pilot, "o")
            assert app.commands._thumbnails is not None
            made.append(app.commands._thumbnails.get(1))
    assert made[0] is not None
    assert made[0] == made[1]


@pytest.mark.parametrize("key", ["/", "／", "ctrl+f"])
async def test_search_goes_to_what_a_slide_says(key: str) -> None:
    async with stage() as (app, pilot):
        await press(pilot, key, "办", "后", "勤")
        assert isinstance(open_screen(app), SearchScreen)
        assert "先懂全局，再办后勤" in shown(app)
        await press(pilot, "enter")
        assert place(app) == (2, 0)
        await press(pilot, "ctrl+o")
        assert place(app) == (0, 0)


async def test_up_and_down_go_through_the_hits() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "/", "内", "容", "3", "down", "down", "up", "enter")
        assert place(app) == (9, 0)


async def test_escape_leaves_the_search_where_it_came_up() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "7", "enter", "/", "9", "escape")
        assert open_screen(app) is app.slides
        assert place(app) == (6, 0)


async def test_the_audience_never_sees_notes_in_a_search() -> None:
    async with stage(deck=MANY) as (app, pilot):
        await press(pilot, "/", "只", "讲", "1", "2")
        assert "第12张" in shown(app)
        assert "讲稿" in shown(app)
        body = shown(app).split("\n")[2:]
        assert not any("只讲" in row for row in body)
        await press(pilot, "enter")
        assert place(app) == (11, 0)


NOTES = """
title: 讲
lang: zh-Hans
slides:
- {title: 甲, reveal: true, bullets: [一, 二], notes: "开头\\n[step]\\n说一\\n[step]\\n说二"}
- {title: 乙, text: 内容}
"""


@pytest.mark.parametrize("key", ["s", "f2"])
async def test_notes_stand_below_the_slide_and_follow_the_steps(key: str) -> None:
    async with stage(deck=NOTES) as (app, pilot):
        await press(pilot, key)
        assert "▎ 开头" in shown(app)
        assert "甲" in shown(app).split("讲稿 ─")[0]
        await press(pilot, "right")
        assert "▎ 说一" in shown(app)
        await press(pilot, "right", "right")
        assert "这一张没有讲稿" in shown(app)
        await press(pilot, key)
        assert "讲稿 ─" not in shown(app)


async def test_opening_notes_keeps_the_step() -> None:
    async with stage(deck=NOTES) as (app, pilot):
        await press(pilot, "right", "right", "s")
        assert place(app) == (0, 2)
        await press(pilot, "s")
        assert place(app) == (0, 2)


@pytest.mark.parametrize("key", ["shift+down", "]", "］"])
async def test_notes_scroll_without_moving_the_talk(key: str) -> None:
    deck = "title: 讲\nlang: zh-Hans\nslides:\n- title: 甲\n  notes: |\n" + "".join(
        f"    第{number}段\n\n" for number in range(1, 20)
    )
    async with stage(deck=deck) as (app, pilot):
        await press(pilot, "s")
        assert "第1段" in shown(app)
        await press(pilot, key, key)
        assert "第1段" not in shown(app)
        assert place(app) == (0, 0)


async def test_a_blank_covers_the_notes() -> None:
    async with stage(deck=NOTES) as (app, pilot):
        await press(pilot, "s", "b")
        assert shown(app).strip() == ""


async def test_editing_a_deck_that_is_in_no_file_says_so() -> None:
    async with stage() as (app, pilot):
        await press(pilot, "e")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert foot(app).startswith("这份讲稿不在文件里")


CHANGED = DECK.replace("points:", "points:\n  - {title: 新的一张, text: 先看大局}")


@pytest.mark.parametrize(("key", "asked"), [("o", "大局"), ("/", "大局"), ("o", "")])
async def test_what_is_open_goes_on_in_the_deck_as_it_is_now(key: str, asked: str) -> None:
    async with stage() as (app, pilot):
        await press(pilot, "3", "enter", key, *asked)
        app.session.replace(load_source(Source("slides.yaml", CHANGED)))
        await pilot.pause()
        assert "新的一张" in shown(app)
        await press(pilot, "enter")
        assert app.session.deck.slides[app.session.talk.slide].id == "whole"
        app.session.replace(load_source(Source("slides.yaml", DECK)))
        await pilot.pause()
        assert place(app) == (2, 0)
