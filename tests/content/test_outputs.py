"""Every output says the same at the same step, in the same order."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from presenter.deck import Deck
from presenter.handout.export_job import ExportJob
from presenter.handout.formats import exporter
from presenter.screen.search import Index
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.themes import OURS
from tests.content.odd_decks import odd_decks
from tests.handout import poppler

WORD = re.compile(r"[a-z]\d+q")

Stops = list[tuple[int, list[str]]]
"""At each stop of a slide: the step, and the words that are seen, in their order."""


def words(text: str) -> list[str]:
    return list(dict.fromkeys(WORD.findall(text)))


def select(deck: Deck, reveal: bool | None) -> ExportJob:
    setting = PageOptions(200, 400, reveal=reveal)
    return ExportJob(deck, (0,), setting, OURS["ink"], steps=True)


def in_cells(deck: Deck, reveal: bool | None, width: int = 200) -> Stops:
    done = set_slide(deck, 0, PageOptions(width, 400, reveal=reveal))
    assert len(done.pages) == 1
    return [(stop.step, words(done.page(stop).text())) for stop in done.stops]


class Reader(HTMLParser):
    """Collects words, each with the latest step of the elements about it, and the last step."""

    VOID = ("img", "br", "wbr", "rect", "path")

    def __init__(self) -> None:
        super().__init__()
        self.around = [0]
        self.first = self.last = 0
        self.said: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        step = int(said.get("data-step", 0))
        self.first = int(said.get("data-first", self.first))
        changes = int(said.get("data-base", 0)) + int(said.get("data-groups", 1)) - 1
        self.last = max(self.last, step, changes)
        if tag not in self.VOID:
            self.around.append(max(self.around[-1], step))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.around.pop()

    def handle_data(self, data: str) -> None:
        self.said += ((self.around[-1], word) for word in WORD.findall(data))


def in_html(deck: Deck, reveal: bool | None) -> Stops:
    (data,) = exporter("html")(select(deck, reveal))
    reader = Reader()
    found = re.search(r"<section .*</section>", data.decode(), re.DOTALL)
    assert found
    reader.feed(found[0].replace("/>", ">"))
    return [
        (step, list(dict.fromkeys(word for at, word in reader.said if at <= step)))
        for step in range(reader.first, reader.last + 1)
    ]


def in_pptx(deck: Deck, reveal: bool | None) -> list[list[str]]:
    (data,) = exporter("pptx")(select(deck, reveal))
    pages = []
    for slide in Presentation(BytesIO(data)).slides:
        said: list[str] = []
        for shape in slide.shapes:
            element = shape._element
            said += words(" ".join(element.itertext()))
            if shape.has_chart:
                said += words(" ".join(map(str, shape.chart.plots[0].categories)))
        pages.append(list(dict.fromkeys(said)))
    return pages


def in_pdf(deck: Deck, reveal: bool | None) -> list[list[str]]:
    (data,) = exporter("pdf")(select(deck, reveal))
    return [words(page) for page in poppler.texts(data)]


def in_pages_of(ending: str, deck: Deck, reveal: bool | None) -> list[list[str]]:
    """The words on each page of an svg or txt."""
    files = list(exporter(ending)(select(deck, reveal)))
    pages = files if ending == "svg" else files[0].split(b"\f")
    return [words(page.decode().partition("</title>")[2] or page.decode()) for page in pages]


def drawn(deck: Deck) -> set[str]:
    """The words that cells draw in large type: they are not to be read there."""
    from presenter.deck.blocks import Block, Columns, Figures

    def values(content: tuple[Block, ...]) -> list[str]:
        found = []
        for block in content:
            if isinstance(block, Figures):
                found += [item.value for item in block.items]
            if isinstance(block, Columns):
                found += [each for column in block.columns for each in values(column.content)]
        return found

    return set(values(deck.slides[0].content))


def without(stops: Stops, left_out: set[str]) -> Stops:
    return [(step, [word for word in said if word not in left_out]) for step, said in stops]


def has_columns(deck: Deck) -> bool:
    return any(block.key == "columns" for block in deck.slides[0].content)


def in_any_order(stops: Stops) -> list[tuple[int, set[str]]]:
    return [(step, set(said)) for step, said in stops]


choices = st.sampled_from([None, True, False])


@settings(max_examples=300, deadline=None)
@given(reveal=choices, deck=odd_decks())
def test_html_and_cells_of_any_width(reveal: bool | None, deck: Deck) -> None:
    html = in_html(deck, reveal)
    assert {word for _, said in html for word in said} == set(words(str(deck)))
    large = drawn(deck)
    wide = without(in_cells(deck, reveal), large)
    assert in_any_order(wide) == in_any_order(without(html, large))
    if not has_columns(deck):
        # A heading in large type stands as text at the foot.
        title = set(words(deck.slides[0].title))
        assert without(wide, title) == without(without(html, large), title)
    narrow = without(in_cells(deck, reveal, 24), large)
    assert in_any_order(narrow) == in_any_order(wide)


@settings(max_examples=60, deadline=None)
@given(reveal=choices, deck=odd_decks())
def test_pptx(reveal: bool | None, deck: Deck) -> None:
    assert_like(in_html(deck, reveal), in_pptx(deck, reveal), deck)


@poppler.needs_poppler
@settings(max_examples=30, deadline=None)
@given(reveal=choices, deck=odd_decks())
def test_pdf(reveal: bool | None, deck: Deck) -> None:
    assert_like(in_html(deck, reveal), in_pdf(deck, reveal), deck)


def assert_like(html: Stops, pages: list[list[str]], deck: Deck) -> None:
    """A page for each stop; a slide that goes on on a further page says all of it in the end."""
    stops = [said for _, said in html]
    if not all(set(before) <= set(after) for before, after in pairwise(pages)):
        assert {word for page in pages for word in page} == set(stops[-1])
    elif has_columns(deck):
        assert [set(page) for page in pages] == [set(said) for said in stops]
    else:
        assert pages == stops


@settings(max_examples=60, deadline=None)
@given(deck=odd_decks())
def test_markdown(deck: Deck) -> None:
    (data,) = exporter("md")(select(deck, None))
    # Not in order: of a code for phones its text comes first, as it is written.
    assert set(words(data.decode())) == set(in_html(deck, False)[-1][1])


@settings(max_examples=60, deadline=None)
@given(reveal=choices, deck=odd_decks())
def test_svg_and_txt(reveal: bool | None, deck: Deck) -> None:
    stops = [said for _, said in in_cells(deck, reveal)]
    assert in_pages_of("svg", deck, reveal) == stops
    assert in_pages_of("txt", deck, reveal) == stops


@settings(max_examples=60, deadline=None)
@given(deck=odd_decks())
def test_search(deck: Deck) -> None:
    index = Index(deck.slides)
    for word in in_html(deck, False)[-1][1]:
        assert [hit.slide for hit in index.find(word)] == [0]
