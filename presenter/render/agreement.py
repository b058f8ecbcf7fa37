"""The size of type on which the lists of a deck agree, however much stands on each.

A list alone would be as large as it has room: of two slides that look alike one would be set a step
smaller for a longer line or one item more, which nobody takes for meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from math import sqrt

from presenter.content import layout_of
from presenter.deck import Deck, Slide
from presenter.deck.blocks import Block, Bullets, Item, Text
from presenter.typeset.width import ruler

_SIZES = (54, 50, 46, 42)
"""The largest of the template's sizes of body text, in units. A list that has room in none of them
is smaller than the others in any case, and seen to be."""

_COMPARED = 200
"""Slides of lists that are looked at: the first ones of a deck."""

_LATIN = 0.56
"""How wide a character is that is no wide one, in ems, on the average."""

_INDENT = 1.4
"""What stands before an item, in ems."""

_ITEM, _NESTED, _BLOCK = 1.72, 1.3, 0.25
"""How high an item is with the air below it, one within an item; what is more between blocks."""

_MARKUP = re.compile(r"[*_`~\[]|\]\([^)]*\)")


def list_size(deck: Deck, page: tuple[float, float]) -> int:
    """The largest size, in units, in which all slides of lists have room that have room in one of
    the largest; by what lines are about as wide as."""
    across, down = _units(page)
    slides = (
        slide
        for index, slide in enumerate(deck.slides)
        if any(isinstance(block, Bullets) for block in slide.content)
        and all(isinstance(block, Bullets | Text) for block in slide.content)
        and layout_of(deck, index) == "default"
    )
    found = [_size(slide, across * 0.83, down * 0.895) for slide in islice(slides, _COMPARED)]
    return min((size for size in found if size), default=_SIZES[0])


def _units(page: tuple[float, float]) -> tuple[float, float]:
    """Width and height of a page in the template's units."""
    width, height = page
    unit = min(sqrt(width * height / (1280 * 720)), width / 860, height / 640)
    return width / unit, height / unit


def _size(slide: Slide, width: float, height: float) -> int:
    """The size in which a slide has room, each item on a line; 0 for none of the largest."""
    most = 46 if any(isinstance(block, Text) for block in slide.content) else _SIZES[0]
    lines = [line for block in slide.content for line in _lines(block)]
    widest = max(map(_width, (text for text, _ in lines)), default=0) + _INDENT
    high = sum(each for _, each in lines) + _BLOCK * (len(slide.content) - 1)
    room = height - 84 - (100 if slide.title else 0) - (40 if slide.subtitle else 0)
    fitting = (
        size
        for size in _SIZES
        if size <= most and widest * size <= width and (high - 0.7) * size <= 0.9 * room
    )
    return next(fitting, 0)


def _lines(block: Block) -> Iterable[tuple[str, float]]:
    """What a block says, line by line, and how high each is with the air below it, in ems."""
    if isinstance(block, Text):
        return [(part, _ITEM) for part in block.text.split("\n\n")]
    assert isinstance(block, Bullets)
    return _lines_of(block.items, _ITEM)


def _lines_of(items: Sequence[Item], each: float) -> list[tuple[str, float]]:
    return [line for item in items for line in ((item.text, each), *_lines_of(item.items, _NESTED))]


def _width(text: str) -> float:
    """About how wide a text is, in ems."""
    said = _MARKUP.sub("", text)
    wide = ruler("narrow").width(said) - len(said)
    return wide + (len(said) - wide) * _LATIN
