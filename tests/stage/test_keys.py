"""Every key of the contract that is built, pressed on a stage with a talk of Chinese slides."""

from __future__ import annotations

import pytest
from textual import events

from presenter.screen.actions import STAGE_ACTIONS
from presenter.screen.help import HelpScreen
from presenter.screen.palette import PaletteScreen
from tests.stage.running import foot, open_screen, place, shown, stage


def keys_of(name: str) -> list[str]:
    keys = next(command.keys for command in STAGE_ACTIONS if command.name == name)
    wide = [chr(ord(key) + 0xFEE0) for key in keys if len(key) == 1]
    return [*keys, *wide]


MOVES = [
    ("next", (1, 1), (1, 2)),
    ("previous", (1, 1), (1, 0)),
    ("next_slide", (1, 1), (2, 0)),
    ("previous_slide", (1, 1), (0, 0)),
    ("first", (1, 1), (0, 0)),
    ("last", (1, 1), (4, 0)),
]


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [(key, start, end) for name, start, end in MOVES for key in keys_of(name)],
)
async def test_moving_keys(key: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    async with stage() as (app, pilot):
        app.session.talk.go_to(start[0])
        app.session.talk.next()
        assert place(app) == start
        await pilot.press(key)
        assert place(app) == end


async def test_a_step_adds_an_item_to_the_slide() -> None:
    async with stage(start="2") as (app, pilot):
        assert "政务" not in shown(app)
        await pilot.press("right")
        assert "政务" in shown(app)
        assert "事务" not in shown(app)


@pytest.mark.parametrize("key", ["pagedown", "pageup", ".", "b", "f5", "escape"])
async def test_a_clickers_keys_never_end_the_talk(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(key, key, key)
        assert app.is_running
        assert open_screen(app) is app.slides


@pytest.mark.parametrize("end", ["enter", "G", "Ｇ"])
async def test_a_number_goes_to_its_slide(end: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press("4")
        assert "→ 4" in foot(app)
        assert place(app) == (0, 0)
        await pilot.press(end)
        assert place(app) == (3, 0)
        assert "→" not in foot(app)


async def test_full_width_digits_are_digits() -> None:
    async with stage() as (app, pilot):
        await pilot.press("３", "enter")
        assert place(app) == (2, 0)


async def test_a_number_beyond_the_end_goes_to_the_last_and_says_so() -> None:
    async with stage() as (app, pilot):
        await pilot.press("9", "9", "enter")
        assert place(app) == (4, 0)
        assert "只有 5 张" in foot(app)


async def test_zero_goes_to_the_first() -> None:
    async with stage(start="3") as (app, pilot):
        await pilot.press("0", "enter")
        assert place(app) == (0, 0)


async def test_a_number_is_no_longer_than_six_digits() -> None:
    async with stage() as (app, pilot):
        await pilot.press(*"123456789")
        assert foot(app).startswith("→ 123456 ")


async def test_escape_cancels_a_number() -> None:
    async with stage() as (app, pilot):
        await pilot.press("4", "escape")
        assert "→" not in foot(app)
        await pilot.press("enter")
        assert place(app) == (1, 0)


async def test_backspace_takes_back_a_digit() -> None:
    async with stage() as (app, pilot):
        await pilot.press("3", "4", "backspace", "enter")
        assert place(app) == (2, 0)


async def test_another_key_cancels_a_number_and_does_its_own() -> None:
    async with stage() as (app, pilot):
        await pilot.press("4", "right", "enter")
        assert place(app) == (1, 1)


async def test_ctrl_o_goes_back_from_a_jump_and_says_when_there_is_none() -> None:
    async with stage() as (app, pilot):
        await pilot.press("right", "right", "end", "ctrl+o")
        assert place(app) == (1, 1)
        await pilot.press("ctrl+o")
        assert place(app) == (1, 1)
        assert "没有可以跳回的地方" in foot(app)


BLANKS = [(key, "black") for key in keys_of("blank_black")] + [
    (key, "white") for key in keys_of("blank_white")
]


@pytest.mark.parametrize(("key", "color"), BLANKS)
async def test_blank_keys_blank_and_the_same_ends_it(key: str, color: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(key)
        assert app.session.talk.blank == color
        assert shown(app).strip() == ""
        style = app.view.palette.style(f"blank.{color}")
        assert {segment.style for segment in app.view.render_line(5)} == {style}
        await pilot.press(key)
        assert "引子" in shown(app)


async def test_a_number_typed_while_blank_counts_from_its_first_digit() -> None:
    async with stage(start="3") as (app, pilot):
        await pilot.press("b", "0", "5")
        assert app.session.talk.blank == "black"
        assert shown(app).strip() == "→ 05"
        await pilot.press("escape")
        assert shown(app).strip() == ""
        await pilot.press("0", "5", "enter")
        assert app.session.talk.blank is None
        assert place(app) == (4, 0)


@pytest.mark.parametrize("key", ["escape", "right", "left", "end", "n", "ctrl+o"])
async def test_other_keys_end_a_blank_and_do_no_more(key: str) -> None:
    async with stage(start="3") as (app, pilot):
        await pilot.press("b", key)
        assert app.session.talk.blank is None
        assert place(app) == (2, 0)
        assert "先懂全局" in shown(app)
        assert "→" not in foot(app)


async def test_the_mouse_moves_the_talk() -> None:
    async with stage() as (app, pilot):
        await pilot.click()
        assert place(app) == (1, 0)
        await pilot.click(button=3)
        assert place(app) == (0, 0)
        await pilot.click(button=2)
        assert place(app) == (0, 0)


@pytest.mark.parametrize(
    ("event", "end"), [(events.MouseScrollDown, (2, 0)), (events.MouseScrollUp, (0, 0))]
)
async def test_the_wheel_moves_the_talk(
    event: type[events.MouseScrollDown], end: tuple[int, int]
) -> None:
    async with stage(start="2") as (app, pilot):
        app.session.talk.next()
        app.session.talk.next()
        for _ in range(3 if end == (0, 0) else 1):
            app.post_message(event(app.view, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
        assert place(app) == end


@pytest.mark.parametrize("key", keys_of("theme"))
async def test_the_theme_key_goes_through_our_themes(key: str) -> None:
    async with stage() as (app, pilot):
        seen = []
        for _ in range(4):
            await pilot.press(key)
            seen.append(app.view.palette.theme.name)
        assert seen == ["paper", "vermilion", "board", "ink"]
        assert "主题：ink" in foot(app)


@pytest.mark.parametrize("key", keys_of("help"))
async def test_help_opens_and_closes_by_its_keys(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(key)
        assert isinstance(open_screen(app), HelpScreen)
        assert "按键" in shown(app)
        await pilot.press(key)
        assert open_screen(app) is app.slides


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_escape_and_q_close_the_help_and_not_the_talk(key: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press("f1", key)
        assert open_screen(app) is app.slides
        assert app.is_running
        assert "引子" in shown(app)


async def test_the_help_is_leafed_through_where_it_is_long() -> None:
    async with stage((40, 10)) as (app, pilot):
        await pilot.press("f1")
        first = shown(app)
        await pilot.press("right")
        second = shown(app)
        await pilot.press("left", "left")
        assert shown(app) == first != second
        await pilot.press("escape")
        assert place(app) == (0, 0)


@pytest.mark.parametrize("opener", ["f1", "ctrl+p"])
async def test_ctrl_c_quits_from_everywhere(opener: str) -> None:
    async with stage() as (app, pilot):
        await pilot.press(opener, "ctrl+c")
        assert app.is_leaving


@pytest.mark.parametrize("key", ["shift+tab", "ctrl+q", "x", "中"])
async def test_other_keys_do_nothing(key: str) -> None:
    async with stage() as (app, pilot):
        before = shown(app)
        await pilot.press(key)
        assert shown(app) == before
        assert app.focused is None
        assert not app.is_leaving


async def test_the_palette_takes_letters_as_text_and_goes_to_a_slide() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p")
        assert isinstance(open_screen(app), PaletteScreen)
        await pilot.press("科", "学")
        assert "黑屏" not in shown(app)
        await pilot.press("enter")
        assert open_screen(app) is app.slides
        assert place(app) == (3, 0)


async def test_the_palette_runs_a_command_and_escape_closes_it() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p", "q", "escape")
        assert open_screen(app) is app.slides
        assert not app.is_leaving
        await pilot.press("ctrl+p", "白", "屏", "enter")
        assert app.session.talk.blank == "white"


async def test_the_palette_offers_textuals_themes_too() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p", *"dracula", "enter")
        assert app.view.palette.theme.name == "dracula"


async def test_in_the_palette_arrows_and_tab_choose() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p", "down", "tab", "tab", "up", "enter")
        assert open_screen(app) is app.slides
        assert place(app) == (1, 0)  # the third command: next slide


async def test_erasing_in_the_palette_widens_again() -> None:
    async with stage() as (app, pilot):
        await pilot.press("ctrl+p", "黑", "零", "backspace")
        assert "黑屏" in shown(app)
        await pilot.press("ctrl+u")
        assert "退出" in shown(app)


async def test_the_clock_is_run_from_the_stage_too() -> None:
    async with stage() as (app, pilot):
        for key, state, said in (
            ("c", "running", "开始计时"),
            ("f8", "paused", "计时暂停"),
            ("ctrl+r", "stopped", "计时归零"),
        ):
            await pilot.press(key)
            assert app.session.clock.state == state
            assert said in foot(app)
        assert place(app) == (0, 0)
