"""What a deck says, character by character, and what pages and files show of it.

What Markdown marks is no character that is shown: `plain_text` tells. Spaces and what takes no
room are not counted; how often a character stands is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from unicodedata import category, normalize
from zipfile import ZipFile

from lxml import etree

from presenter.content import resolve
from presenter.content.chart_data import written_number
from presenter.content.inline import plain, plain_text, split_paragraphs
from presenter.deck import Deck
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Columns,
    Figures,
    Image,
    Item,
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.typeset import PageOptions, set_slide

Letters = Counter[str]


_JOINED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""Arabic letters in the forms that they have beside one another."""


def letters(texts: Iterable[str]) -> Letters:
    """The characters of `texts` that are to be seen, Arabic ones in whatever form."""
    return Counter(
        letter
        for text in texts
        for letter in _JOINED.sub(lambda form: normalize("NFKC", form[0]), text)
        if not letter.isspace() and category(letter) not in ("Cf", "Cc", "Zs", "Zl", "Zp")
    )


def said_by(deck: Deck, index: int, *, pictures: bool, large: bool = False) -> Letters:
    """What the slide at `index` says.

    pictures: whether they are shown themselves, so that their alt texts need not be. large: whether
    figures and the like are drawn, which no one can read off a page's text.
    """
    slide = resolve(deck, index)
    texts = [plain(slide.title), plain(slide.subtitle)]
    for block in slide.written.content:
        texts += _said(block, pictures=pictures, large=large)
    return letters(texts)


def _said(block: Block, *, pictures: bool, large: bool) -> Iterator[str]:
    match block:
        case Text() | Callout():
            yield from _prose(block.text)
        case Bullets() | Numbers():
            for item in block.items:
                yield from _item(item)
        case Quote():
            yield from _prose(block.text)
            yield plain_text(block.by)
        case Code():
            yield block.source
        case Table():
            for row in (block.header, *block.rows):
                yield from (plain_text(" ".join(split_paragraphs(cell))) for cell in row)
        case Chart():
            for label, value in block.data.items():
                yield plain_text(" ".join(label.split()))
                yield written_number(value).replace(",", "")
        case Figures():
            for figure in block.items:
                yield "" if large else figure.value
                yield plain_text(figure.label)
        case Big():
            yield from (plain_text(line) for line in block.text.strip().split("\n"))
        case Qr():
            yield block.text
            yield from _prose(block.label)
        case Image():
            yield "" if pictures and isinstance(block, SizedImage) else block.alt
            yield plain_text(block.caption)
        case Columns():
            for column in block.columns:
                for inner in column.content:
                    yield from _said(inner, pictures=pictures, large=large)
        case _:
            raise AssertionError(f"what does {block} say?")


def _prose(text: str) -> Iterator[str]:
    return map(plain_text, split_paragraphs(text))


def _item(item: Item) -> Iterator[str]:
    yield from _prose(item.text)
    for inner in item.items:
        yield from _item(inner)


def shown_in_cells(deck: Deck, index: int, setting: PageOptions) -> tuple[Letters, bool]:
    """What the pages of a slide show once all of it is there; whether something is drawn large."""
    done = set_slide(deck, index, setting)
    last = {stop.page: stop for stop in done.stops}
    pages = [done.page(stop) for stop in last.values()]
    assert len(pages) == len(done.pages), "a page that is never seen"
    runs = [run for page in pages for line in page.lines for run in line]
    return letters(run.text for run in runs), any("big" in run.style.split() for run in runs)


class _Reader(HTMLParser):
    """The text of an HTML document, alt texts included, styles and scripts left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("style", "script", "title")
        self.texts += (value or "" for name, value in attrs if name == "alt")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def shown_in_html(data: bytes) -> Letters:
    """The text of an HTML document."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    return letters(reader.texts)


def shown_in_markdown(data: bytes) -> Letters:
    """The text of a Markdown file as it stands, and with its escapes read."""
    text = data.decode()
    read = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), unescape(text))
    return letters([text]) | letters([read])


def shown_in_pptx(data: bytes) -> Letters:
    """The text of a PowerPoint file: its slides, charts and notes, and what pictures are named."""
    texts: list[str] = []
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml$", name):
                root = etree.fromstring(package.read(name))
                texts += (str(text) for text in root.itertext())
                texts += (element.get("descr", "") for element in root.iter())
    return letters(texts)
