"""How each block is set, one file each; a new one needs a row in `SETTERS`.

A setter takes a block and a `Context` and gives the block's pieces. Those to which it gives no step
appear when the block does. Its module is imported when the first such block is set: a talk starts
with what it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from msgspec.structs import replace

from presenter.content import Problems
from presenter.deck.blocks import (
    Big,
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
from presenter.typeset.page import Line, line_width
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

FROM_THE_LEFT = (Big, Chart, Code, Figures, Image, Qr)
"""Blocks that are drawn, or run, from the left in any language."""

WHOLE = (Big, Callout, Chart, Figures, Image, Qr)
"""Blocks that go to the next page as a whole, where they fit on one."""


@cache
def setter_of(block: type) -> Setter:
    """The function that sets blocks of this type."""
    module, _, name = SETTERS[block].partition(".")
    setter: Setter = getattr(import_module(f"presenter.typeset.blocks.{module}"), name)
    return setter


def set_node(context: Context) -> list[Piece]:
    """The pieces of the context's node, each with its step; none of them is empty."""
    block = context.node.block
    step = context.node.step
    pieces = [
        replace(piece, step=step) if step and not piece.step else piece
        for piece in setter_of(block.__class__)(block, context)
        if piece.lines
    ]
    if context.setting.right_to_left:
        pieces = _right_to_left(block, pieces, context)
    if isinstance(block, WHOLE):
        pieces[:-1] = [replace(piece, keep=True) for piece in pieces[:-1]]
    return pieces


def _right_to_left(block: object, pieces: list[Piece], context: Context) -> list[Piece]:
    """The pieces of `block` as they stand where lines begin at the right."""
    from presenter.typeset.bidi import mirrored, moved, visual

    if isinstance(block, Columns):
        return pieces  # what stands in them does already
    ruler, shift = context.setting.ruler, 0
    if isinstance(block, FROM_THE_LEFT):
        widest = max((line_width(line) for piece in pieces for line in piece.lines), default=0)
        shift = context.width - widest

    def turned(line: Line) -> Line:
        if isinstance(block, FROM_THE_LEFT):
            return moved(visual(line, ruler), shift)
        return mirrored(line, context.width, ruler)

    return [
        replace(
            piece,
            lines=tuple(map(turned, piece.lines)),
            header=tuple(map(turned, piece.header)),
            filler=turned(piece.filler),
            pictures=tuple(each._replace(x=each.x + shift) for each in piece.pictures),
        )
        for piece in pieces
    ]
