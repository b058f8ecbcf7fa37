"""The widget that paints a page, and the styles it paints with."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from textual.app import App, ComposeResult
from textual.geometry import Region

from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.typeset import Page, Run
from presenter.typeset.themes import OURS, Theme


def page_of(*texts: str, width: int = 20) -> Page:
    return Page(width, len(texts), tuple((Run(text, "text", len(text)),) for text in texts))


class Viewer(App[None]):
    """Nothing but a page."""

    def __init__(self, theme: Theme = OURS["ink"]) -> None:
        super().__init__()
        self.view = PageView(Palette(theme))

    def compose(self) -> ComposeResult:
        yield self.view


async def test_a_smaller_page_is_filled_up_and_a_larger_one_cut() -> None:
    async with Viewer().run_test(size=(10, 3)) as pilot:
        view = pilot.app.query_one(PageView)
        view.show(page_of("short", "twelve chars"))
        rows = [view.render_line(row) for row in range(3)]
        assert [row.text for row in rows] == ["short     ", "twelve cha", "          "]


async def test_ambiguous_characters_take_the_room_that_the_page_says() -> None:
    async with Viewer().run_test(size=(10, 1)) as pilot:
        view = pilot.app.query_one(PageView)
        view.show(Page(10, 1, ((Run("“引”", "text", 6),),)))
        strip = view.render_line(0)
        assert strip.cell_length == 10
        assert strip.text == "“引”" + " " * 4
        assert cell_len(strip.text) == 8  # what Textual itself would have thought


async def test_only_rows_that_changed_are_painted() -> None:
    async with Viewer().run_test(size=(20, 4)) as pilot:
        view = pilot.app.query_one(PageView)
        view.show(page_of("one", "two", "three", "four"))
        await pilot.pause()
        view.show(page_of("one", "zwei", "three", "vier"))
        assert set(view._repaint_regions) == {Region(0, 1, 20, 1), Region(0, 3, 20, 1)}
        assert view.render_line(1).text.rstrip() == "zwei"


async def test_another_palette_paints_all_rows() -> None:
    async with Viewer().run_test(size=(20, 2)) as pilot:
        view = pilot.app.query_one(PageView)
        view.show(page_of("one", "two"))
        before = view.render_line(0)
        view.palette = Palette(OURS["paper"])
        assert view.render_line(0) != before


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
