"""Slides as pictures say what the deck says: on pages of any shape, at each step, and readably.

A picture holds no text. The very pages of which it is made are set as PDF instead, and read by
another program.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from presenter.content import resolve
from presenter.deck import Deck
from presenter.deck.blocks import Columns, Table
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.slides import deck_data, slide_data
from presenter.render.stops import PictureLook, stops_of
from presenter.typeset import PageOptions, Stop, set_slide
from presenter.typeset.large.glyphs import covers
from presenter.typeset.themes import OURS
from tests.handout import poppler
from tests.handout.poppler import Word
from tests.nothing_lost.legible import faults, is_ornament
from tests.nothing_lost.said import Letters, letters, said_by
from tests.nothing_lost.test_generated import FEW, assert_said, slides

SHAPES = [(1232, 759), (1024, 768), (616, 759), (1080, 1920), (2560, 1080)]
"""In pixels: a terminal in full screen, an old projector, half a screen, upright, ultrawide."""

SAME = settings(FEW, derandomize=True)
"""The same examples each time: what one of ten thousand odd decks does is found by a long run."""

shapes = st.sampled_from(SHAPES)
themes = st.sampled_from(sorted(OURS))


def words_at(
    deck: Deck, index: int, step: int, page: tuple[int, int], theme: str = "ink"
) -> list[Word]:
    """The words of a slide as it is drawn at a step, where they stand on its pages."""
    # What stands at the foot of every slide is a line or two.
    deck = structs.replace(deck, title=deck.title[:60], author=deck.author[:60])
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        slide = slide_data(resolve(deck, index), OURS[theme], workspace, steps=False)
        data = {**deck_data(deck, OURS[theme], page), "slides": [{**slide, "steps": [step]}]}
        words = poppler.words(workspace.pdf(data, deck.lang).data)
    return [word for word in words if not is_ornament(word, page)]


def in_any_form(texts: Iterable[str]) -> Letters:
    """Letters, joined and compatible forms as one; those alone that a font has for sure."""
    found = letters(normalize("NFKD", text) for text in texts)
    return Counter({each: count for each, count in found.items() if covers(each)})


@poppler.needs_poppler
@SAME
@given(slides(), shapes, themes)
def test_all_is_there_and_can_be_read(
    picked: tuple[Deck, int], page: tuple[int, int], theme: str
) -> None:
    deck, index = picked
    words = words_at(deck, index, resolve(deck, index).steps[-1], page, theme)
    said = said_by(deck, index, pictures=False)
    assert_said(in_any_form(said.elements()), in_any_form(word.text for word in words))
    assert not list(faults(words, page))


def in_cells_at(deck: Deck, index: int, step: int) -> tuple[Letters, bool]:
    """What a slide says in cells at a step; whether something is drawn large."""
    done = set_slide(deck, index, PageOptions(80, 24, deck.lang, pictures=False))
    pages = [done.page(Stop(step, page, 0)) for page in range(len(done.pages))]
    runs = [run for page in pages for line in page.lines for run in line]
    return letters(run.text for run in runs), any("big" in run.style.split() for run in runs)


def spoken(found: Letters) -> Letters:
    """Letters without signs, which cells and pictures have for markers, too."""
    found = in_any_form(found.elements())
    return Counter({each: count for each, count in found.items() if each.isalpha()})


@poppler.needs_poppler
@SAME
@given(slides(), shapes)
def test_what_comes_at_a_step_is_what_comes_in_cells(
    picked: tuple[Deck, int], page: tuple[int, int]
) -> None:
    deck, index = picked
    # The names of a table's columns are said as often as there are rows, where these are lists.
    slide = deck.slides[index]
    content = tuple(each for each in slide.content if not isinstance(each, (Columns, Table)))
    deck = structs.replace(deck, slides=(structs.replace(slide, content=content),))
    index = 0
    steps = resolve(deck, index).steps
    before: tuple[Letters, Letters] | None = None
    for step in steps[:6]:
        words = words_at(deck, index, step, page)
        cells, large = in_cells_at(deck, index, step)
        now = spoken(letters(word.text for word in words)), spoken(cells)
        if before is not None and not large:
            assert now[0] - before[0] == now[1] - before[1]
        before = now


@SAME
@given(slides(), shapes)
def test_all_pages_are_seen_with_all_that_is_on_them(
    picked: tuple[Deck, int], page: tuple[int, int]
) -> None:
    deck, index = picked
    with tempfile.TemporaryDirectory() as folder:
        pictures = DeckPictures(deck, PictureLook(OURS["ink"], *page), Workspace(Path(folder)))
        steps = pictures.steps(index)
        drawn = {step: pictures.draw(index, step) for step in steps}
    stops = stops_of(steps, drawn.__getitem__, 100)
    last = {stop.page: drawn[stop.step][stop.page] for stop in stops}
    assert tuple(last.values()) == drawn[steps[-1]]
    assert len({(stop.step, stop.page) for stop in stops}) == len(stops)
