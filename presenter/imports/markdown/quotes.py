"""Quotes, and the callouts that GitHub writes as such: ``> [!NOTE]``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Callout, Quote
from presenter.imports.markdown.inline import Picture
from presenter.imports.markdown.running_text import as_link, line_of, pieces_of, source_of
from presenter.imports.markdown.slide_builder import SlideBuilder

Kind = Literal["note", "tip", "warning"]

_ALERT = re.compile(r"\[!(\w+)\][ \t]*(?:\n|$)")
_ALERTS: dict[str, Kind] = {
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "note",
    "WARNING": "warning",
    "CAUTION": "warning",
}
_BY = re.compile(r"(?:—+|―|--) ?(?=\S)")


def read_quote(
    slide: SlideBuilder, node: SyntaxTreeNode, read_other: Callable[[SyntaxTreeNode], None]
) -> None:
    """A quote; whatever in it is no paragraph goes to `read_other`, between two quotes."""
    texts: list[str] = []
    kind: Kind | None = None
    for child in node.children:
        if child.type != "paragraph":
            _show(slide, texts, kind)
            texts, kind = [], None
            read_other(child)
            continue
        if not texts and not kind:
            kind = _take_alert(slide, child)
        for piece in pieces_of(slide, child):
            if isinstance(piece, Picture):
                texts.append(as_link(slide, piece, line_of(slide, child)))
            elif piece.strip() or slide.dialect.exact:
                texts.append(piece if slide.dialect.exact else piece.strip())
    _show(slide, texts, kind)


def _take_alert(slide: SlideBuilder, paragraph: SyntaxTreeNode) -> Kind | None:
    """The kind of callout that a paragraph begins; the words that say so are taken out of it."""
    source = source_of(paragraph)
    match = _ALERT.match(source)
    kind = _ALERTS.get(match[1].upper()) if match else None
    if match and kind:
        inline = paragraph.children[0].token
        assert inline is not None
        inline.content = source[match.end() :]
        if match[1].upper() in ("IMPORTANT", "CAUTION"):
            slide.remark(line_of(slide, paragraph), "callout-kind", match[1])
    return kind


def _show(slide: SlideBuilder, texts: list[str], kind: Kind | None) -> None:
    texts = [each for each in texts if each]
    if not texts:
        return
    by = ""
    if not kind:
        before, _, last = texts[-1].rpartition("\n")
        if match := _BY.match(last):
            by = last[match.end() :]
            texts[-1:] = [before] if before else []
    text = "\n\n".join(texts)
    if "\n" in text and not slide.dialect.exact:
        text += "\n"
    if kind:
        slide.add(Callout(text=text, kind=kind))
    elif text:
        slide.add(Quote(text=text, by=by))
    else:
        slide.text(f"— {by}")
