"""A word or two in large glyphs, and the same small below, to be found and copied."""

from __future__ import annotations

from presenter.content.inline import plain_text
from presenter.deck.blocks.big import Big
from presenter.typeset.large.layout import set_large
from presenter.typeset.paragraph import set_plain
from presenter.typeset.piece import Context, Piece


def set_big(block: Big, context: Context) -> list[Piece]:
    """One piece: the large text over a quiet copy, or bold where large glyphs have no room."""
    setting, width = context.setting, context.width
    text = "\n".join(map(plain_text, block.text.strip().split("\n")))
    small = set_plain(text, "big.copy", width, setting, balanced=True)
    air = 4 if context.rows >= 12 else 2
    room = context.rows - len(small) - air
    # A third of the page is for the other blocks, if that leaves enough.
    large = None if context.alone else set_large(text, width, room * 2 // 3, setting)
    large = large or set_large(text, width, room, setting)
    if large is None:
        return [Piece(tuple(set_plain(text, "big.plain", width, setting, balanced=True)))]
    return [Piece((*large, (), *small))]
