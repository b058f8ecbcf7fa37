"""Decks as HTML, and a reader of it that knows no browser."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from presenter.deck import Loaded, load_deck, load_source
from presenter.deck.source import Source, bundled_deck
from presenter.handout.export_job import ExportJob
from presenter.handout.html.document import make_document
from presenter.typeset import PageOptions
from presenter.typeset.themes import find

ROOT = Path(__file__).parents[3]
GALLERY = ROOT / "docs" / "gallery.yaml"

_VOID = {"meta", "br", "wbr", "img", "hr", "input", "path", "rect"}


def loaded(deck: str | Path) -> Loaded:
    """The deck at a path, or the one that is written."""
    return load_deck(deck) if isinstance(deck, Path) else load_source(Source("deck.yaml", deck))


def html(deck: str | Path, *, theme: str = "", live: str = "", **options: Any) -> str:
    """The document; `options` are those of `ExportJob`, and ``reveal``."""
    found = loaded(deck).deck
    assert found is not None
    look = find(theme or found.theme)
    assert look is not None
    setting = PageOptions(80, 24, found.lang, reveal=options.pop("reveal", None))
    indexes = options.pop("indexes", tuple(range(len(found.slides))))
    return make_document(ExportJob(found, indexes, setting, look, **options), live=live).html


def bundled() -> Path:
    """The path of the bundled deck."""
    return Path(str(bundled_deck()))


class Read(HTMLParser):
    """The elements of a document with their attributes and texts; raises if one is not closed."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        """Each stretch of text, with the element that it is in."""
        self._open: list[str] = []
        self.feed(document)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of SVG that closes itself."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the last one that is open, which must be the same."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append((self._open[-1] if self._open else "", data))

    def of(self, tag: str) -> list[dict[str, str]]:
        """The attributes of all elements of that name."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def said(self) -> str:
        """All the text that is shown."""
        return "".join(text for tag, text in self.texts if tag not in ("script", "style"))
