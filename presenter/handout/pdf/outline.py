"""The bookmarks of a document: parts, sections and slides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.deck.text_of import text_of
from presenter.typeset import Setting
from presenter.typeset.layouts import layout_of
from presenter.typeset.running import part_label

_LONGEST = 40
"""Characters of a text that stands for a missing title."""


class Bookmark(NamedTuple):
    """An entry of the outline."""

    level: int
    text: str


def bookmarks(deck: Deck, indexes: Sequence[int], setting: Setting) -> dict[int, list[Bookmark]]:
    """For each slide of `indexes` the entries that lead to it.

    Slides stand under their part; in a deck without parts, under the section before them.
    """
    marks: dict[int, list[Bookmark]] = {}
    above, under = "", False
    for index in indexes:
        label = part_label(deck.slides[index].part, setting)
        own: list[Bookmark] = []
        if label and label != above:
            own.append(Bookmark(1, label))
        section = not label and layout_of(deck, index) == "section"
        under = bool(label) or (under and not section)
        own.append(Bookmark(2 if under else 1, _name(deck, index)))
        under = under or section
        above = label
        marks[index] = own
    return marks


def _name(deck: Deck, index: int) -> str:
    """A slide's title, else the first thing that it says, else its number."""
    slide = deck.slides[index]
    if slide.title:
        return _line(slide.title)
    for block in slide.content:
        for said in text_of(block):
            text = _line(said.text) if said.markdown else " ".join(said.text.split())
            if text:
                return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return str(index + 1)


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())
