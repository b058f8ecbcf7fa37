"""A slide that holds more than one of a deck may, as several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct, structs

from presenter.deck import Slide
from presenter.deck.blocks import Block, Bullets, Columns, Table
from presenter.deck.slides import MOST_CHARACTERS, MOST_TEXTS
from presenter.deck.text_of import text_of

_SPARE = 100
"""Texts for titles and the like."""

_SPARE_CHARACTERS = 20_000

_Part = TypeVar("_Part")

_Size = tuple[int, int]
"""How many texts, and how long they are together."""


def in_slides(slide: Slide, tell: Callable[[str, str], None]) -> list[Slide]:
    """`slide` itself, or several with its title that hold what it does, which is told.

    A block that is too large by itself (a table of 6,000 columns) is told with its words.
    """
    most = (MOST_TEXTS - _SPARE, MOST_CHARACTERS - _SPARE_CHARACTERS - len(slide.notes))
    if _fits(_size(slide.content), most):
        return [slide]
    groups: list[list[Block]] = [[]]
    texts, characters = 0, 0
    for block in (piece for each in slide.content for piece in _pieces(each, most)):
        own = _size(block)
        if not _fits(own, most):
            tell("block-too-large", " ".join(part.text for part in text_of(block)))
            continue
        if groups[-1] and not _fits((texts + own[0], characters + own[1]), most):
            groups.append([])
            texts = characters = 0
        groups[-1].append(block)
        texts, characters = texts + own[0], characters + own[1]
    if len(groups) > 1:
        tell("in-several", str(len(groups)))
    first, *rest = (structs.replace(slide, content=tuple(each)) for each in groups)
    return [first, *(structs.replace(each, subtitle="", notes="") for each in rest)]


def _pieces(block: Block, most: _Size) -> Iterator[Block]:
    """`block`, or where it is too large its parts: columns one by one, rows and items in groups."""
    if _fits(_size(block), most):
        yield block
    elif isinstance(block, Columns):
        for column in block.columns:
            for each in column.content:
                yield from _pieces(each, most)
    elif isinstance(block, Table):
        head = _size(block.header)
        for rows in _grouped(block.rows, (most[0] - head[0], most[1] - head[1])):
            yield structs.replace(block, rows=tuple(rows))
    elif isinstance(block, Bullets):
        for items in _grouped(block.items, most):
            yield structs.replace(block, items=tuple(items))
    else:
        yield block


def _grouped(parts: Sequence[_Part], most: _Size) -> Iterator[list[_Part]]:
    kept: list[_Part] = []
    texts = characters = 0
    for each in parts:
        own = _size(each)
        if kept and not _fits((texts + own[0], characters + own[1]), most):
            yield kept
            kept, texts, characters = [], 0, 0
        kept.append(each)
        texts, characters = texts + own[0], characters + own[1]
    if kept:
        yield kept


def _fits(size: _Size, most: _Size) -> bool:
    return size[0] <= most[0] and size[1] <= most[1]


def _size(value: object) -> _Size:
    """How many texts are in `value`, a block or a part of one, and their characters."""
    texts = characters = 0
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            texts, characters = texts + 1, characters + len(each)
        elif isinstance(each, tuple):
            waiting += each
        elif isinstance(each, dict):
            texts += len(each)
            waiting += each
        elif isinstance(each, Struct):
            waiting += (getattr(each, name) for name in each.__struct_fields__)
    return texts, characters
