"""The widget that paints a page, and the styles it paints with."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen

from presenter.screen import page_view
from presenter.screen.lines import NOTICE, PICTURE
from presenter.screen.page_view import PageView, Palette
from presenter.screen.surfaces.surface import Over
from presenter.typeset import Page, Run
from presenter.typeset.themes import OURS, Theme
from presenter.typeset.themes.theme import contrast


class Viewer(App[None]):
    """Nothing but a page of these rows, cut or filled up to the size asked for."""

    def __init__(self, *rows: str) -> None:
        super().__init__()
        self.rows = rows
        self.sizes: list[tuple[int, int]] = []
        self.view = PageView(Palette(OURS["ink"]), self.make)

    def compose(self) -> ComposeResult:
        yield self.view

    def make(self, width: int, height: int) -> Page:
        self.sizes.append((width, height))
        rows = (*self.rows, *[""] * height)[:height]
        return Page(
            width, height, tuple((Run(row[:width], "text", len(row[:width])),) for row in rows)
        )


async def test_a_row_is_filled_up_to_the_width() -> None:
    app = Viewer("short")
    async with app.run_test(size=(10, 2)):
        assert [app.view.render_line(row).text for row in range(2)] == ["short     ", " " * 10]


async def test_a_page_is_asked_for_once_for_each_size() -> None:
    app = Viewer("one", "two")
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(30, 5)
        await pilot.pause()
        assert app.sizes == [(20, 4), (30, 5)]


async def test_ambiguous_characters_take_the_room_that_the_page_says() -> None:
    app = Viewer()
    app.view = PageView(
        Palette(OURS["ink"]), lambda width, height: Page(10, 1, ((Run("“引”", "text", 6),),))
    )
    async with app.run_test(size=(10, 1)):
        strip = app.view.render_line(0)
        assert strip.cell_length == 10
        assert strip.text == "“引”" + " " * 4
        assert cell_len(strip.text) == 8  # what Textual itself would have thought


async def test_only_rows_that_changed_are_painted() -> None:
    app = Viewer("one", "two", "three", "four")
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        app.rows = ("one", "zwei", "three", "vier")
        app.view.update()
        assert set(app.view._repaint_regions) == {Region(0, 1, 20, 1), Region(0, 3, 20, 1)}
        assert app.view.render_line(1).text.rstrip() == "zwei"


async def test_within_another_terminal_rows_in_doubt_are_painted_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """tmux paints by itself, when another window was there, and they move by what it believes."""
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    app = Viewer("one", "two \u26a0\ufe0f", "three", "four")
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        app.rows = ("one", "two \u26a0\ufe0f", "three", "vier")
        app.view.update()
        assert set(app.view._repaint_regions) == {Region(0, 1, 20, 1), Region(0, 3, 20, 1)}


async def test_what_goes_behind_the_cells_is_told_which_rows_were_written() -> None:
    """Textual has every row given: when all were told, sixels were drawn anew for a notice."""
    app = Viewer("one", "two", "three", "four")
    told: list[set[int]] = []

    def cover(torn: set[int], _over: Over) -> str:
        told.append(torn)
        return ""

    app.view.cover = cover
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        app.rows = ("one", "zwei", "three", "four")
        app.view.update()
        await pilot.pause()
        assert told[-1] == {1, 3}


async def test_rows_that_are_expected_are_ready_when_they_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Viewer("one", "two")
    async with app.run_test(size=(20, 3)):
        app.rows = ("one", "zwei")
        app.view.expect([app.make(20, 3)])
        monkeypatch.setattr(page_view, "pieces", lambda *_: pytest.fail("set at the key"))
        app.view.update()
        assert app.view.render_line(1).text.rstrip() == "zwei"


async def test_another_palette_paints_all_rows() -> None:
    app = Viewer("one")
    async with app.run_test(size=(20, 2)):
        before = app.view.render_line(0)
        app.view.palette = Palette(OURS["paper"])
        assert app.view.render_line(0) != before


async def test_another_palette_leaves_alone_what_a_picture_is_seen_through() -> None:
    """Written cells would erase sixels: the old picture was gone before the new one came."""
    app = Viewer("", "")
    app.view = PageView(
        Palette(OURS["ink"]),
        lambda width, height: Page(
            width, 3, ((Run(" " * width, PICTURE, width),), (Run("notes", "text", 5),), ())
        ),
    )
    async with app.run_test(size=(20, 3)) as pilot:
        await pilot.pause()
        app.view.palette = Palette(OURS["paper"])
        assert set(app.view._repaint_regions) == {Region(0, 1, 20, 2)}


def test_a_link_becomes_a_terminal_link() -> None:
    style = Palette(OURS["ink"]).style("text link", "https://example.org/")
    assert style.link == "https://example.org/"
    assert style.underline
    rendered = style.render("例", color_system=ColorSystem.TRUECOLOR)
    assert "\x1b]8;" in rendered
    assert "https://example.org/" in rendered


@pytest.mark.parametrize("theme", OURS.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("names", ["text", "title", "part.label", "notice", "menu.chosen", "code"])
def test_sixteen_colours_tell_text_from_background(theme: Theme, names: str) -> None:
    style = Palette(theme).style(names)
    assert isinstance(style.color, Color)
    assert isinstance(style.bgcolor, Color)
    assert style.color.downgrade(ColorSystem.STANDARD) != style.bgcolor.downgrade(
        ColorSystem.STANDARD
    )


@pytest.mark.parametrize("theme", OURS.values(), ids=lambda theme: theme.name)
def test_of_256_colours_those_are_taken_that_look_alike(theme: Theme) -> None:
    palette = Palette(theme, "256")
    for names in ("", "text", "title", "notice", "menu.chosen", "foot.text"):
        style, look = palette.style(names), theme.style(names)
        assert style.color is not None
        assert style.bgcolor is not None
        assert look.color is not None
        shown = [each.get_truecolor().hex for each in (style.color, style.bgcolor)]
        assert contrast(*shown) >= min(4.5, contrast(look.color, look.background or "") - 1)
        # Near in lightness; and never more colourful than the theme says.
        for found, wanted in zip(shown, (look.color, look.background), strict=True):
            assert wanted is not None
            assert contrast(found, wanted) < 1.25
            assert _colorfulness(found) <= _colorfulness(wanted) + 60


def _colorfulness(color: str) -> int:
    channels = bytes.fromhex(color[1:])
    return max(channels) - min(channels)


def test_no_color_leaves_colours_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    palette = Palette(OURS["paper"])
    for names in ("", "title", "notice", "menu.chosen", "blank.black", "foot.text"):
        assert palette.style(names).color is None
        assert palette.style(names).bgcolor is None
    assert palette.style("notice").reverse
    assert palette.style("menu.chosen").reverse
    assert palette.style("title").bold
    assert not palette.style("blank.black").reverse


def test_an_empty_no_color_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert Palette(OURS["ink"]).style("text").color is not None


async def test_a_notice_is_written_again_over_a_picture_that_was_painted_behind_it() -> None:
    told: list[Over] = []

    def cover(_torn: set[int], over: Over) -> str:
        told.append(over)
        return "\x1bPq\x1b\\"

    picture = (Run(" " * 20, PICTURE, 20),)
    notice = (Run(" 已更新 ", NOTICE, 8), Run(" " * 12, PICTURE, 12))

    def page(width: int, height: int) -> Page:
        return Page(width, height, (picture, picture, notice))

    class Shown(App[None]):
        view = PageView(Palette(OURS["ink"]), page, cover=cover)

        def compose(self) -> ComposeResult:
            yield self.view

    app = Shown()
    async with app.run_test(size=(20, 3)):
        assert told[-1] == {2: [(0, 8)]}
        ((*_, painted, place, again, back),) = app.view.render_line(2).divide([20])
    assert painted.text == "\x1bPq\x1b\\"
    assert (place.text, back.text) == ("\x1b7\x1b[3;1H", "\x1b8")
    assert "已更新" in again.text
    assert again.style == Palette(OURS["ink"]).style(NOTICE)


async def test_what_is_new_below_another_screen_has_nothing_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, over = Viewer("one", "two"), Screen[None]()
    painted: list[Region] = []
    async with app.run_test(size=(10, 3)) as pilot:
        await app.push_screen(over)
        await pilot.pause()
        monkeypatch.setattr(over, "refresh", lambda *regions, **_: painted.extend(regions))
        app.rows = ("one", "three")
        app.view.update()
        await pilot.pause()
        assert painted == []
        monkeypatch.undo()
        await app.pop_screen()
        await pilot.pause()
        assert app.view.render_line(1).text.startswith("three")
