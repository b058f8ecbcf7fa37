"""Texts that are longer than a field of a deck may be, in pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presenter.deck.blocks import Text
from presenter.deck.fields import MOST_TEXT

MOST_TITLE = 1_000
"""A longer title is a text: nobody reads it as a title, and a deck refuses one of 4,000."""

MOST_NOTES = 190_000


def texts_of(paragraphs: Sequence[str]) -> Iterator[Text]:
    """Paragraphs of inline Markdown as texts, as few as may be."""
    kept: list[str] = []
    length = 0
    for paragraph in paragraphs:
        for piece in _pieces(paragraph, MOST_TEXT - 2):
            if kept and length + len(piece) + 2 > MOST_TEXT:
                yield _text(kept)
                kept, length = [], 0
            kept.append(piece)
            length += len(piece) + 2
    if kept:
        yield _text(kept)


def _text(paragraphs: Sequence[str]) -> Text:
    return Text(text="\n\n".join(paragraphs) + "\n" * (len(paragraphs) > 1))


def _pieces(text: str, most: int) -> Iterator[str]:
    """`text` in pieces of at most `most` characters, cut at a space where there is one."""
    while len(text) > most:
        cut = text.rfind(" ", most // 2, most)
        cut = cut if cut > 0 else most - (text[most - 1] == "\\")
        yield text[:cut]
        text = text[cut:].strip()
    yield text
