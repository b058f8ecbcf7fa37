"""Lists of titles in Hebrew: overview, search, palette, in the order of cells."""

from __future__ import annotations

import pytest

from presenter.deck import Deck, Slide
from presenter.screen.lines import cut_run, ends, with_notice
from presenter.screen.overview import Overview, overview_page
from presenter.screen.palette import Menu, choices, menu_page
from presenter.screen.search import Index
from presenter.screen.search_screen import Search, search_page
from presenter.screen.tile_grid import grid_for
from presenter.typeset import Page, PageOptions

TITLE = "שלום (API)"
SEEN = "(API) םולש"
DECK = Deck(title=TITLE, lang="he", slides=(Slide(title=TITLE), Slide(title="Water (2)")))
SETTING = PageOptions(80, 24, "he")


@pytest.mark.parametrize("bidi", [True, False])
def test_the_overview_shows_titles_as_they_are_read(bidi: bool) -> None:
    setting = PageOptions(80, 24, "he", bidi=bidi)
    overview = Overview(range(2), 0, 0, 0, "")
    shown, _, _ = overview_page(overview, DECK.slides, lambda _: None, setting, grid_for(80, 24))
    page = shown.text()
    assert page.count(SEEN if bidi else TITLE) == 2
    assert "Water (2)" in page


def test_the_search_shows_them_so_with_what_was_asked_for() -> None:
    index = Index(DECK.slides)
    search = Search(index.find("של"), 0, "של", secret=False)
    shown, _, _ = search_page(search, DECK.slides, index.passage, SETTING)
    assert SEEN in shown.text()
    found = [run.text for line in shown.lines for run in line if "match" in run.style]
    assert found == ["לש"]
    assert "› לש" in shown.text()


def test_the_palette_keeps_numbers_before_titles() -> None:
    found = list(choices((), DECK.slides, (), SETTING.words, SETTING))
    page = menu_page(Menu(found, 0, "", "", "", ""), SETTING)[0].text()
    assert f"1  {SEEN}" in page


def test_what_is_said_at_the_foot_and_at_ends_of_lines() -> None:
    assert SEEN in with_notice(Page(40, 3, ((), (), ())), TITLE, SETTING).text()
    assert cut_run("שלום עולם", "", 6, SETTING).text == "…םולש"
    line = ends([(TITLE, "")], [("אב", "")], 30, SETTING)
    assert "".join(run.text for run in line).split() == [*SEEN.split(), "בא"]
