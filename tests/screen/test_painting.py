"""A page painted without an app: cell by cell what the app's widget paints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from rich.console import Console

from presenter.deck import load_deck
from presenter.screen.cell_styles import CellStyles
from presenter.screen.colors import ColorSystem
from presenter.screen.page_view import PageView, Palette
from presenter.screen.painting import CellOutput, painted
from presenter.typeset import Page, PageOptions, Run, set_slide
from presenter.typeset.themes import OURS, Theme

ROOT = Path(__file__).resolve().parents[2]

WIDTH, HEIGHT = 80, 24


def _pages() -> Iterator[Page]:
    for name in ("slides.yaml", "docs/gallery.yaml"):
        deck = load_deck(ROOT / name).deck
        assert deck is not None
        for index in range(0, len(deck.slides), 3):
            made = set_slide(deck, index, PageOptions(WIDTH, HEIGHT, deck.lang))
            yield made.page(made.stops[-1])


def _by_the_app(page: Page, theme: Theme, colors: ColorSystem) -> str:
    view = PageView(Palette(theme, colors), lambda _width, _height: page)
    view.update = lambda: None  # type: ignore[method-assign]
    view._page = page
    console = Console(color_system=colors)
    rows = (view._strip(row).render(console) for row in range(page.height))
    return "".join(f"\x1b[{number};1H{row}" for number, row in enumerate(rows, 1))


def _seen(written: str) -> list[list[object]]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed(written)
    return [[screen.buffer[row][column] for column in range(WIDTH)] for row in range(HEIGHT)]


@pytest.mark.parametrize("colors", ["standard", "256", "truecolor"])
@pytest.mark.parametrize("no_color", ["", "1"])
@pytest.mark.parametrize("theme", ["ink", "vermilion"])
def test_it_looks_like_what_the_app_paints(
    theme: str, no_color: str, colors: ColorSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    output = CellOutput(PageOptions(WIDTH, HEIGHT).ruler)
    for page in _pages():
        own = painted(page, CellStyles(OURS[theme], colors), output)
        assert _seen(own) == _seen(_by_the_app(page, OURS[theme], colors))


def test_rows_of_one_link_belong_together() -> None:
    address = "https://example.org/" + "long/" * 20
    line = (Run("例", "link", 2, address),)
    page = Page(4, 2, (line, line))
    sent = painted(page, CellStyles(OURS["ink"]), CellOutput(PageOptions(4, 2).ruler))
    ids = {part.partition(";")[0] for part in sent.split("\x1b]8;id=")[1:]}
    assert len(ids) == 1
    assert sent.count(address) == 2
