"""The console without a stage: it moves on its own, and every key does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from presenter.console.arrangement import MOST_ZOOM, arrangement
from presenter.console.screen import LECTERN
from presenter.deck.safe_files import state_folder
from presenter.screen.actions import CONSOLE_ACTIONS
from presenter.screen.help import HelpScreen
from presenter.screen.overview import OverviewScreen
from presenter.screen.palette import PaletteScreen
from presenter.screen.search_screen import SearchScreen
from presenter.talk.clock import Clock
from presenter.typeset.themes import OURS
from presenter.typeset.themes.styles import STYLES
from presenter.typeset.themes.theme import READABLE, contrast
from tests.console.running import comes, console, place, shown
from tests.console.views import CHINESE
from tests.screen.timers import Timers

MOVES = [
    ("next", (1, 1), (1, 2)),
    ("previous", (1, 1), (1, 0)),
    ("next_slide", (1, 1), (2, 0)),
    ("previous_slide", (1, 1), (0, 0)),
    ("first", (1, 1), (0, 0)),
    ("last", (1, 1), (5, 0)),
]


def keys_of(name: str) -> list[str]:
    keys = next(command.keys for command in CONSOLE_ACTIONS if command.name == name)
    wide = [chr(ord(key) + 0xFEE0) for key in keys if len(key) == 1]
    return [*keys, *wide]


def pairs(one: str, other: str) -> list[tuple[str, str]]:
    """Each key of both commands at least once."""
    ones, others = keys_of(one), keys_of(other)
    return [
        (ones[min(n, len(ones) - 1)], others[min(n, len(others) - 1)])
        for n in range(max(len(ones), len(others)))
    ]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "slides.yaml"


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [(key, start, end) for name, start, end in MOVES for key in keys_of(name)],
)
async def test_moving_keys(deck: Path, key: str, start: object, end: tuple[int, int]) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("n", "right")
        assert place(app) == start
        await pilot.press(key)
        assert place(app) == end


async def test_it_waits_for_a_stage_and_moves_meanwhile(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        assert "等待放映：presenter slides.yaml" in shown(app)
        assert "■ 0:00" in shown(app)
        await pilot.press("right")
        assert "2/6" in shown(app)
        assert "▶ 0:0" in shown(app)


async def test_a_number_goes_to_its_slide(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("4")
        assert "→ 4" in shown(app)
        await pilot.press("enter")
        assert place(app) == (3, 0)
        await pilot.press("9", "9", "enter")
        assert place(app) == (5, 0)
        assert "只有 6 张" in shown(app)
        await pilot.press("ctrl+o")
        assert place(app) == (3, 0)


@pytest.mark.parametrize(("name", "said"), [("blank_black", "黑屏中"), ("blank_white", "白屏中")])
async def test_blank(deck: Path, name: str, said: str) -> None:
    for key in keys_of(name):
        async with console(deck) as (app, pilot):
            await pilot.press("n", key)
            assert said in shown(app)
            await pilot.press(key)
            assert said not in shown(app)
            await pilot.press(key, "right")
            assert said not in shown(app)
            assert place(app) == (1, 0)
            await pilot.press(key, "3", "enter")
            assert place(app) == (2, 0)


@pytest.mark.parametrize("key", keys_of("clock"))
async def test_the_clock_starts_and_pauses(deck: Path, key: str) -> None:
    async with console(deck) as (app, pilot):
        app.session.clock = Clock(lambda: 7.0)
        await pilot.press(key)
        assert "▶ 0:00" in shown(app)
        await pilot.press(key)
        assert "‖ 0:00" in shown(app)
        assert "已暂停" in shown(app)
        await pilot.press("ctrl+r")
        assert "■ 0:00" in shown(app)
        assert place(app) == (0, 0)


async def test_the_clock_goes_on_by_itself(deck: Path) -> None:
    seconds = 7.0
    async with console(deck) as (app, pilot):
        app.session.clock = Clock(lambda: seconds)
        await pilot.press("c")
        for text in ("▶ 0:01", "▶ 0:02"):
            seconds += 1
            await comes(app, text)


@pytest.mark.parametrize(("larger", "smaller"), pairs("notes_larger", "notes_smaller"))
async def test_the_notes_get_larger_and_smaller(deck: Path, larger: str, smaller: str) -> None:
    async with console(deck) as (app, pilot):
        usual = app.composed.areas.notes
        await pilot.press(larger)
        more = app.composed.areas.notes
        await pilot.press(smaller, smaller)
        less = app.composed.areas.notes
        assert usual is not None
        assert more is not None
        assert less is not None
        assert less.height < usual.height < more.height
        await pilot.press(*[larger] * 9, smaller)
        assert app.composed.areas.notes == arrangement(80, 24, MOST_ZOOM - 1).notes


LONG = """
title: 长稿
lang: zh
slides:
  - title: 一
    notes: |
"""
LONG += "".join(f"      第 {number} 行\n\n" for number in range(60)) + "  - 二\n"


@pytest.mark.parametrize(("down", "up"), pairs("notes_down", "notes_up"))
async def test_notes_are_scrolled_until_the_talk_moves(deck: Path, down: str, up: str) -> None:
    async with console(deck, text=LONG) as (app, pilot):
        assert "第 0 行" in shown(app)
        await pilot.press(down)
        assert "第 0 行" not in shown(app)
        assert "↑ 还有" in shown(app)
        for _ in range(80):
            app.action_notes_down()
        assert "第 59 行" in shown(app)
        assert "↓ 还有" not in shown(app)
        for _ in range(80):
            app.action_notes_up()
        assert "第 0 行" in shown(app)
        await pilot.press(down, down, up)
        assert "第 0 行" not in shown(app)
        await pilot.press("right", "left")
        assert place(app) == (0, 0)
        assert "第 0 行" in shown(app)


async def test_the_wheel_scrolls_the_notes_over_them_and_moves_the_talk_elsewhere(
    deck: Path,
) -> None:
    async with console(deck, text=LONG) as (app, pilot):
        for y, end in ((20, (0, 0)), (3, (1, 0))):
            assert "第 0 行" in shown(app)
            event = events.MouseScrollDown(app.view, 5, y, 0, 0, 0, False, False, False)
            app.post_message(event)
            await pilot.pause()
            assert "第 0 行" not in shown(app)
            assert place(app) == end
            await pilot.press("shift+up")


async def test_clicks_move_the_talk_but_not_over_the_notes(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.click(offset=(5, 20))
        assert place(app) == (0, 0)
        await pilot.click(offset=(60, 5))
        assert place(app) == (1, 0)
        await pilot.click(offset=(60, 5), button=3)
        assert place(app) == (0, 0)


@pytest.mark.parametrize("theme", ["paper", "vermilion"])
async def test_it_is_dark_whatever_the_decks_theme_and_only_its_slides_wear_that(
    deck: Path, theme: str
) -> None:
    async with console(deck, (120, 40), text=f"{CHINESE}theme: {theme}\n") as (app, _):
        areas, found = app.composed.areas, dict[str, set[int]]()
        for y in range(40):
            x = 0
            for segment in app.view.render_line(y):
                assert segment.style is not None
                assert segment.style.bgcolor is not None
                inside = any(
                    area is not None and area.holds(x, y) for area in (areas.now, areas.next)
                )
                found.setdefault(segment.style.bgcolor.name, set()).add(inside)
                x += segment.cell_length
        dark, bright = LECTERN.color("background"), OURS[theme].color("background")
        assert found[bright] == {True}
        assert found.keys() - {dark, bright} == set()
        assert False in found[dark]


def test_all_that_it_says_can_be_read_in_the_dark() -> None:
    assert contrast(LECTERN.color("background"), "#000000") < 1.2
    for name, named in STYLES.items():
        style = LECTERN.style(name)
        if named.is_read:
            assert contrast(style.color or "", style.background or "") >= READABLE, name


async def test_its_theme_is_its_own_until_another_is_chosen(deck: Path) -> None:
    async with console(deck, text=CHINESE + "theme: board\n") as (app, pilot):
        assert app.view.palette.theme is LECTERN
        await pilot.press("t")
        assert app.view.palette.theme.name == "ink"
        assert "主题：ink" in shown(app)
        await pilot.press(*["t"] * 4)
        assert app.view.palette.theme is LECTERN


async def test_it_remembers_how_large_the_notes_are(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        assert app.notes_zoom == 0
        await pilot.press("+", "+")
    assert (state_folder() / "console.json").stat().st_mode & 0o777 == 0o600
    async with console(deck, (120, 40)) as (app, _):
        assert app.notes_zoom == 2


@pytest.mark.parametrize("content", [b"", b"[]", b'{"notes_zoom": 99}', b"\xff", b"{" * 5000])
async def test_what_it_kept_and_cannot_be_used_is_forgotten(deck: Path, content: bytes) -> None:
    (state_folder() / "console.json").write_bytes(content)
    async with console(deck) as (app, _):
        assert app.notes_zoom == 0


async def test_a_theme_of_its_own(deck: Path) -> None:
    async with console(deck, theme="paper") as (app, _):
        assert app.view.palette.theme.name == "paper"


@pytest.mark.parametrize(
    ("key", "screen", "text"),
    [
        ("f1", HelpScreen, "讲稿区放大"),
        ("ctrl+p", PaletteScreen, "讲稿区放大"),
        ("o", OverviewScreen, "后勤是一门科学"),
        ("/", SearchScreen, ""),
    ],
)
async def test_what_opens_over_the_console_closes_with_escape(
    deck: Path, key: str, screen: type, text: str
) -> None:
    async with console(deck, (120, 40)) as (app, pilot):
        await pilot.press(key)
        assert isinstance(app.screen, screen)
        await comes(app, text)
        await pilot.press("escape")
        assert app.screen is app.slides
        assert place(app) == (0, 0)


async def test_a_search_shows_hits_in_notes_and_goes_there(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("/", *"三层意思")
        await comes(app, "勤部门的时候，讲过三层意思")
        await pilot.press("enter")
        assert place(app) == (1, 0)


async def test_the_overview_and_the_palette_go_to_a_slide(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("o", "3", "enter")
        assert place(app) == (2, 0)
        await pilot.press("ctrl+p", *"大家一起抓", "enter")
        assert place(app) == (5, 0)


async def test_reload_takes_a_good_file_and_says_what_is_wrong_with_a_bad_one(deck: Path) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press("r")
        await comes(app, "没有改动")
        deck.write_text("title: x\nlang: zh\nslides: [甲, 乙, 丙]\n", encoding="utf-8")
        await pilot.press("f5")
        await comes(app, "1/3")
        deck.write_text("title: x\nslides: [甲", encoding="utf-8")
        await pilot.press("r")
        await comes(app, "slides.yaml:")
        assert "1/3" in shown(app)
        deck.write_text("title: x\nslides: [甲, {titel: 乙}, {titel: 丙}]\n", encoding="utf-8")
        await pilot.press("r")
        await comes(app, "slides.yaml:2:14")
        assert "1/3" in shown(app)
        deck.unlink()
        await pilot.press("r")
        await comes(app, "已不在")
        assert "甲" in shown(app)


@pytest.mark.parametrize("key", ["q", "ｑ", "ctrl+c"])
async def test_quit(deck: Path, key: str) -> None:
    async with console(deck) as (app, pilot):
        await pilot.press(key)
        assert app.is_leaving


@pytest.mark.parametrize("key", ["ctrl+q", "x", "中", "escape", "s"])
async def test_other_keys_do_nothing(deck: Path, key: str) -> None:
    async with console(deck) as (app, pilot):
        before = shown(app)
        await pilot.press(key)
        assert shown(app) == before
        assert not app.is_leaving


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5), (40, 12), (59, 15), (300, 100)])
async def test_every_size_shows_something(deck: Path, size: tuple[int, int]) -> None:
    async with console(deck, size) as (app, pilot):
        await pilot.press("right", "right", "+", "-", "shift+down", "b", "o", "escape")
        assert place(app) == (1, 1)


async def test_the_time_of_a_notice_ends_no_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with console(tmp_path / "slides.yaml") as (app, _):
        timers = Timers(app, monkeypatch)
        app.session.say("先前", 4)
        app.session.say("后来", 9)
        timers.run_out(4)
        assert "后来" in shown(app)
        timers.run_out(9)
        assert "后来" not in shown(app)
