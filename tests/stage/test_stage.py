"""The stage as a whole: sizes, notices, options, other decks."""

from __future__ import annotations

import gc
import subprocess
import sys
from threading import Event
from weakref import ref

import pytest

from presenter.deck import Deck, load_source
from presenter.deck.source import Source
from presenter.stage import slide_named
from presenter.stage.app import Stage
from presenter.stage.pages import Pages, Prefetch
from presenter.typeset import Page, PageOptions, SetSlide
from presenter.typeset.flow import PageRows
from tests.screen.timers import Timers
from tests.stage.running import DECK, foot, open_screen, place, shown, stage


def loaded(text: str) -> Stage:
    return Stage(load_source(Source("slides.yaml", text)))


async def test_a_resize_keeps_slide_and_step_at_once() -> None:
    async with stage(start="2") as (app, pilot):
        await pilot.press("right", "right")
        for size in ((40, 12), (20, 5), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.session.talk.slide == 1
            assert app.session.talk.at.step == 2
            assert "事务" in shown(app)
            assert len(shown(app).split("\n")) == size[1]


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 9), (3, 2), (19, 4), (20, 5), (400, 120)])
async def test_no_size_is_too_small_for_any_screen(size: tuple[int, int]) -> None:
    async with stage(size) as (app, pilot):
        await pilot.press("right", "7", "enter", "f1", "escape", "ctrl+p", "3", "escape", "b")
        assert app.is_running
        assert app.session.talk.blank == "black"


@pytest.mark.parametrize(
    ("variable", "value", "braille"),
    [("TERM", "xterm-256color", True), ("TERM", "linux", False), ("NO_COLOR", "1", False)],
)
async def test_a_line_is_drawn_with_what_the_terminals_font_has(
    variable: str, value: str, braille: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, value)
    deck = "title: 折线\nslides: [{chart: {kind: line, data: {甲: 4, 乙: 9, 丙: 5}}}]"
    async with stage(deck=deck) as (app, _):
        assert any("\u2800" < symbol <= "\u28ff" for symbol in shown(app)) == braille


async def test_help_and_palette_follow_a_resize() -> None:
    async with stage() as (app, pilot):
        for key in ("f1", "ctrl+p"):
            await pilot.press(key)
            await pilot.resize_terminal(40, 12)
            await pilot.pause()
            assert len(shown(app).split("\n")) == 12
            assert max(len(row) for row in shown(app).split("\n")) <= 40
            await pilot.press("escape")
            assert open_screen(app) is app.slides
            assert len(shown(app).split("\n")) == 12
            await pilot.resize_terminal(80, 24)


async def test_nothing_stays_of_what_is_closed() -> None:
    async with stage() as (app, pilot):
        opened: list[ref[object]] = []
        for key in ("o", "/", "?", "ctrl+p"):
            await pilot.press(key)
            await pilot.pause()
            for widget in (open_screen(app), *open_screen(app).query("*")):
                opened += [ref(widget), ref(widget._styles_cache)]
            del widget
            await pilot.press("escape")
            await pilot.pause()
        gc.unfreeze()
        gc.collect()
        assert len(opened) >= 16
        assert [each() for each in opened if each() is not None] == []


async def test_a_notice_goes_away_by_itself() -> None:
    async with stage() as (app, pilot):
        app.session.say("片刻", 0.01)
        assert "片刻" in foot(app)
        while "片刻" in foot(app):
            await pilot.pause(0.01)
        assert foot(app).endswith("1/5")


@pytest.mark.parametrize("aside", [False, True])
async def test_the_time_of_a_notice_ends_no_later_one(
    monkeypatch: pytest.MonkeyPatch, aside: bool
) -> None:
    async with stage() as (app, _):
        timers = Timers(app, monkeypatch)
        app.session.say("先前", 4, aside=aside)
        app.session.say("后来", 9, aside=aside)
        timers.run_out(4)
        assert foot(app).startswith("后来")
        timers.run_out(9)
        assert "后来" not in foot(app)


async def test_the_time_of_a_notice_that_was_taken_back_ends_no_later_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with stage() as (app, _):
        timers = Timers(app, monkeypatch)
        app.session.say("先前", 4)
        app.session.hush()
        app.session.say("后来", 9)
        timers.run_out(4)
        assert foot(app).startswith("后来")


async def test_a_passing_notice_covers_a_standing_one_and_gives_way_to_the_next_move() -> None:
    async with stage() as (app, pilot):
        app.session.say("存盘有误", None)
        app.session.say("片刻", 60)
        assert "片刻" in foot(app)
        await pilot.press("right")
        assert "存盘有误" in foot(app)
        app.session.say("", None)
        assert "存盘有误" not in foot(app)


async def test_escape_takes_back_a_passing_notice() -> None:
    async with stage() as (app, pilot):
        app.session.say("片刻", 60)
        await pilot.press("escape")
        assert "片刻" not in foot(app)


@pytest.mark.parametrize(("start", "slide"), [("3", 2), ("whole", 2), ("5", 4), ("", 0)])
async def test_the_talk_starts_where_it_is_told(start: str, slide: int) -> None:
    async with stage(start=start) as (app, _):
        assert place(app) == (slide, 0)
        assert not app.session.talk.moved


async def test_an_unknown_start_begins_at_the_first_slide_and_says_so() -> None:
    async with stage(start="nowhere") as (app, _):
        assert place(app) == (0, 0)
        assert "没有名为“nowhere”的幻灯片" in foot(app)


@pytest.mark.parametrize("start", ["0", "6", "-1", "nowhere", ""])
def test_what_names_no_slide(start: str) -> None:
    deck = load_source(Source("slides.yaml", DECK)).deck
    assert deck is not None
    assert slide_named(deck, start) is None


async def test_the_option_goes_before_the_decks_theme() -> None:
    async with stage(deck=DECK + "theme: paper\n") as (app, _):
        assert app.view.palette.theme.name == "paper"
    async with stage(deck=DECK + "theme: paper\n", theme="board") as (app, _):
        assert app.view.palette.theme.name == "board"


async def test_reveal_is_overridden_both_ways() -> None:
    async with stage(start="2", reveal=False) as (app, _):
        assert "事务" in shown(app)
    async with stage(start="4", reveal=True) as (app, _):
        assert "财" not in shown(app)


async def test_the_sample_says_that_it_is_one() -> None:
    async with stage((100, 24), sample=True) as (app, _):
        assert "此处没有 slides.yaml，这是样例" in foot(app)


async def test_without_animation_textual_has_none() -> None:
    async with stage(animation=False) as (app, _):
        assert app.animation_level == "none"


async def test_a_fault_in_the_head_is_said_at_the_start() -> None:
    async with stage((120, 24), deck=DECK + "them: ink\n") as (app, _):
        assert foot(app).startswith("slides.yaml:10:1")


async def test_a_broken_slide_is_shown_and_the_talk_goes_on() -> None:
    deck = "title: T\nslides:\n- {title: 一, bulets: [甲]}\n- 二\n"
    async with stage(deck=deck) as (app, pilot):
        assert "slides.yaml:3:" in shown(app)
        assert "bulets" in shown(app)
        await pilot.press("right")
        assert "二" in shown(app)


async def test_the_interface_speaks_the_decks_language() -> None:
    async with stage(deck="title: T\nlang: en\nslides: [One]\n") as (app, pilot):
        await pilot.press("f1")
        assert "next slide" in shown(app)


async def test_the_interface_speaks_the_locales_language_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    async with stage(deck="title: T\nslides: [One]\n") as (app, pilot):
        await pilot.press("f1")
        assert "下一张" in shown(app)


async def test_wide_ambiguous_characters_keep_every_row_at_the_screens_width() -> None:
    async with stage(ambiguous="wide") as (app, pilot):
        for key in ("right", "f1", "escape", "ctrl+p", "escape"):
            await pilot.press(key)
            view = app.screen.query_one("PageView")
            assert {view.render_line(row).cell_length for row in range(24)} == {80}


async def test_the_neighbours_are_set_before_they_are_asked_for() -> None:
    async with stage(start="3") as (app, pilot):
        app.scene.pages = Pages(app.session.deck, app.pages.setting)
        app.session.relayout()
        while app.pages._page.cache_info().currsize < 3:
            await pilot.pause(0.01)
        misses = app.pages._page.cache_info().misses
        app.pages.page(3, 0)
        app.pages.page(1, 2)
        assert app.pages._page.cache_info().misses == misses


async def test_a_slide_whose_number_is_typed_is_set_before_the_jump() -> None:
    async with stage() as (app, pilot):
        while app.pages._page.cache_info().currsize < 2:  # the first one's neighbour
            await pilot.pause(0.01)
        await pilot.press("5")
        while app.pages._page.cache_info().currsize < 3:
            await pilot.pause(0.01)
        misses = app.pages._page.cache_info().misses
        app.pages.page(4, 0)
        assert app.pages._page.cache_info().misses == misses


async def test_no_key_waits_for_a_slide_that_is_set_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_go_on = Event(), Event()
    held_up: list[bool] = []

    class Slow(SetSlide):
        @property
        def pages(self) -> list[PageRows]:
            begun.set()
            held_up.append(not may_go_on.wait(30))
            return super().pages

    def set_slide(deck: Deck, index: int, setting: PageOptions) -> SetSlide:
        return (Slow if index == 3 else SetSlide)(deck, index, setting)

    monkeypatch.setattr("presenter.stage.pages.set_slide", set_slide)
    async with stage(start="3") as (app, pilot):
        while not begun.is_set():
            await pilot.pause(0.01)
        await pilot.press("left")
        assert place(app) == (1, 2)
        may_go_on.set()
        await pilot.press("right", "right")
        assert place(app) == (3, 0)
    assert held_up
    assert not any(held_up)


def test_what_cannot_be_set_ahead_holds_nothing_up() -> None:
    made: list[list[Page]] = []
    done = Event()

    def fails() -> list[Page]:
        raise ValueError

    def take(pages: list[Page]) -> None:
        made.append(pages)
        done.set()

    prefetch = Prefetch(take)
    prefetch.want(fails)
    prefetch.want(list)
    assert done.wait(30)
    assert made == [[]]


async def test_another_version_of_the_deck_keeps_the_place() -> None:
    async with stage(start="whole") as (app, pilot):
        await pilot.press("right", "left")
        text = DECK.replace("introduction: 引子", "introduction: [引子, 又一张]")
        app.session.replace(load_source(Source("slides.yaml", text)))
        assert place(app) == (3, 0)
        assert "先懂全局" in shown(app)


async def test_another_version_of_the_deck_brings_its_theme_and_language() -> None:
    async with stage() as (app, pilot):
        text = DECK.replace("zh-Hans", "en") + "theme: board\n"
        app.session.replace(load_source(Source("slides.yaml", text)))
        assert app.view.palette.theme.name == "board"
        await pilot.press("f1")
        assert "next slide" in shown(app)


async def test_a_theme_asked_for_on_the_command_line_stays() -> None:
    async with stage(theme="paper") as (app, _):
        app.session.replace(load_source(Source("slides.yaml", DECK + "theme: board\n")))
        assert app.view.palette.theme.name == "paper"


def test_a_deck_without_slides_is_refused() -> None:
    with pytest.raises(ValueError, match="slides"):
        loaded("title: T\nslides: []\n")


def test_importing_the_room_imports_no_textual() -> None:
    code = "import sys, presenter.stage; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
