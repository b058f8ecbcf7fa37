"""The gallery shows everything there is, and its pages, like the sample deck's, break no rule."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from presenter.commands.check.analyses import check_deck
from presenter.commands.sizes import Size
from presenter.content import layout_of
from presenter.content.inline import plain_text
from presenter.deck import Deck, Loaded, Slide, load_deck
from presenter.deck.blocks import BLOCKS, Big, Figures, every_block, extract_text
from presenter.deck.source import bundled_deck
from presenter.typeset import Page, PageOptions, set_slide
from presenter.typeset.layouts import LAYOUTS
from presenter.typeset.opportunities import NOT_AT_END, NOT_AT_START
from presenter.typeset.page import line_width

GALLERY = Path(__file__).parents[1] / "docs" / "gallery.yaml"
GOLDEN = Path(__file__).parent / "typeset" / "golden" / "gallery-80x24.txt"

PROSE = frozenset(
    {
        "title",
        "subtitle",
        "text",
        "bullet.text",
        "quote.text",
        "quote.by",
        "callout.text",
        "table.cell",
        "table.header",
        "figure.label",
        "image.alt",
        "image.caption",
        "qr.label",
    }
)
"""Styles of text that wraps by the rules of design 4; code and charts have their own."""


@cache
def loaded(path: Path) -> Loaded:
    return load_deck(path)


def deck_at(path: Path) -> Deck:
    deck = loaded(path).deck
    assert deck is not None
    return deck


def all_pages(deck: Deck, index: int, setting: PageOptions) -> list[Page]:
    """The slide's pages, with all steps past."""
    done = set_slide(deck, index, setting)
    return [done.page(stop) for stop in {stop.page: stop for stop in done.stops}.values()]


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(text.split()) for text in texts))


def said(slide: Slide) -> Iterator[str]:
    """What the slide's pages must hold as text; figures are drawn."""
    for text in (slide.title, slide.subtitle):
        yield plain_text(text)
    for block in slide.content:
        if isinstance(block, Figures):
            yield from (plain_text(figure.label) for figure in block.items)
        else:
            for each in extract_text(block):
                yield plain_text(each.text) if each.markdown else each.text


def stretches(page: Page) -> Iterator[str]:
    """The stretches of prose on the page's lines: what stands side by side is apart."""
    for line in page.lines:
        for is_prose, runs in groupby(line, lambda run: run.style.split()[:1]):
            if is_prose and is_prose[0] in PROSE:
                yield "".join(run.text for run in runs).strip()


@pytest.mark.parametrize("size", ["80x24", "120x40"])
def test_check_finds_nothing_in_it(size: str) -> None:
    width, height = map(int, size.split("x"))
    checked = check_deck(str(GALLERY), loaded(GALLERY), (Size(width, height),))
    assert checked.problems == ()


def test_it_shows_every_block_and_layout() -> None:
    deck = deck_at(GALLERY)
    shown = {block.key for slide in deck.slides for block in every_block(slide.content)}
    assert shown == set(BLOCKS)
    assert {layout_of(deck, index) for index in range(len(deck.slides))} == set(LAYOUTS)


def test_its_pages_are_as_they_were_approved() -> None:
    """Large type has tests of its own: its shapes are left out."""
    deck = deck_at(GALLERY)
    texts = []
    for index in range(len(deck.slides)):
        done = set_slide(deck, index, PageOptions(80, 24, deck.lang))
        for stop in done.stops:
            page = done.page(stop)
            drawn = {"title.large", "big", "qr"}
            lines = tuple(
                tuple(run for run in line if run.style not in drawn) for line in page.lines
            )
            texts.append(page._replace(lines=lines).text())
    text = f"\n{'=' * 80}\n".join(texts) + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def widths(slide: Slide) -> range:
    """Every width from 20 to 200; some of them, where large type has to be drawn for each."""
    is_large = not slide.title or slide.layout == "cover" or slide.part.kind == "introduction"
    drawn = any(isinstance(block, Big | Figures) for block in slide.content)
    return range(20, 201, 9 if is_large or drawn else 1)


@pytest.mark.parametrize("height", [24, 12])
@pytest.mark.parametrize("path", [GALLERY, bundled_deck()], ids=["gallery", "sample"])
def test_no_page_breaks_a_rule_at_any_width(path: Path, height: int) -> None:
    deck = deck_at(path)
    for index, slide in enumerate(deck.slides):
        expected = letters(said(slide))
        for width in widths(slide):
            # Without pictures, so that their alt text is there, whole.
            setting = PageOptions(width, height, deck.lang, pictures=False)
            pages = all_pages(deck, index, setting)
            where = (slide.title, width)
            for page in pages:
                assert max(map(line_width, page.lines)) <= width, where
                for text in filter(None, stretches(page)):
                    assert text[0] not in NOT_AT_START, (*where, text)
                    assert text[-1] not in NOT_AT_END, (*where, text)
            lost = expected - letters(page.text() for page in pages)
            assert not lost, (*where, lost)


def cells(page: Page, setting: PageOptions) -> list[dict[int, str]]:
    """For each row, what stands at which cell; the bars beside code, which move, left out."""
    rows = []
    for line in page.lines:
        row: dict[int, str] = {}
        at = 0
        for run in line:
            if run.style != "code.stress":
                for start, grapheme in zip(setting.ruler.offsets(run.text), run.text, strict=False):
                    if grapheme.strip():
                        row[at + start] = row.get(at + start, "") + grapheme
            at += run.width
        rows.append(row)
    return rows


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)], ids=str)
def test_each_step_adds_and_moves_nothing(size: tuple[int, int]) -> None:
    deck = deck_at(GALLERY)
    setting = PageOptions(*size, deck.lang, reveal=True)
    for index, slide in enumerate(deck.slides):
        done = set_slide(deck, index, setting)
        for earlier, later in pairwise(done.stops):
            if earlier.page != later.page:
                continue
            before, after = (cells(done.page(stop), setting) for stop in (earlier, later))
            for old, new in zip(before, after, strict=True):
                assert old.items() <= new.items(), (slide.title, earlier)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)], ids=str)
def test_revealed_to_the_end_a_page_is_what_it_is_without_steps(size: tuple[int, int]) -> None:
    deck = deck_at(GALLERY)
    for index, slide in enumerate(deck.slides):
        stepwise, at_once = (
            set_slide(deck, index, PageOptions(*size, deck.lang, reveal=reveal))
            for reveal in (True, False)
        )
        assert len(at_once.stops) == len(at_once.pages), slide.title
        setting = at_once.setting
        last = {stop.page: stop for stop in stepwise.stops}
        for stop in at_once.stops:
            assert cells(stepwise.page(last[stop.page]), setting) == cells(
                at_once.page(stop), setting
            ), slide.title


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
def test_no_mark_of_a_hidden_item_shows(size: tuple[int, int]) -> None:
    """Before the first step there is the title alone."""
    deck = deck_at(GALLERY)
    setting = PageOptions(*size, deck.lang, reveal=True)
    titles = {"title", "title.rule", "title.large", "subtitle", "cover.byline", "part.label"}
    running = {"head.title", "foot.text", "foot.page", "foot.number"}
    running |= {"progress.done", "progress.rest"}
    for index, slide in enumerate(deck.slides):
        done = set_slide(deck, index, setting)
        page = done.page(done.stops[0])
        if done.stops[0].step == 0 and slide.content:
            styles = {run.style for line in page.lines for run in line if run.text.strip()}
            assert styles <= titles | running, slide.title
        assert not page.pictures or done.stops[0].step
