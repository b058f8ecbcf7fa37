"""How each block is set, one file each; a new one needs a row in `SETTERS`.

A setter takes a block and a `Context` and gives the block's pieces, steps numbered from 1 within
the block. A block that does not number its own appears as one step where the slide reveals. Its
module is imported when the first such block is set: a talk starts with what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from msgspec.structs import replace

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
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.typeset.blocks.problems import Problems
from presenter.typeset.piece import Context, Piece

Setter = Callable[[Any, Context], list[Piece]]

SETTERS: dict[type, str] = {
    Text: "text.set_text",
    Bullets: "bullets.set_bullets",
    Numbers: "bullets.set_numbers",
    Quote: "quote.set_quote",
    Code: "code.set_code",
    Table: "table.set_table",
    Image: "image.set_image",
    SizedImage: "image.set_image",
    Chart: "chart.set_chart",
    Columns: "columns.set_columns",
    Figures: "figures.set_figures",
    Callout: "callout.set_callout",
    Big: "big.set_big",
    Qr: "qr.set_qr",
    Problems: "problems.set_problems",
}
"""The setter of each block, by the name of its module here and its own."""

WHOLE = (Big, Callout, Chart, Figures, Image, Qr)
"""Blocks that go to the next page as a whole, where they fit on one."""


def set_block(block: Block, context: Context) -> list[Piece]:
    """The pieces of `block`, none of them empty."""
    pieces = [piece for piece in setter_of(type(block))(block, context) if piece.lines]
    if isinstance(block, WHOLE):
        pieces[:-1] = [replace(piece, keep=True) for piece in pieces[:-1]]
    return pieces


@cache
def setter_of(block: type) -> Setter:
    """The function that sets blocks of this type."""
    module, _, name = SETTERS[block].partition(".")
    setter: Setter = getattr(import_module(f"presenter.typeset.blocks.{module}"), name)
    return setter
