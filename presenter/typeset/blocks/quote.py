"""Somebody's words: a bar at the left, and whose they are below."""

from __future__ import annotations

from msgspec.structs import replace

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Quote
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Context, Piece, indented, space


def set_quote(block: Quote, context: Context) -> list[Piece]:
    """A piece for each paragraph, and one for the source."""
    setting = context.setting
    bar_width = setting.ruler.width("┃")
    gap = 2 if context.width >= 32 else 1
    bar: Line = (Run("┃", "quote.bar", bar_width), space(gap))
    width = context.width - bar_width - gap
    if width < 2:
        bar, width = (), context.width  # Room for a Chinese character comes before the bar.
    pieces = []
    for number, text in enumerate(paragraphs(block.text)):
        lines = set_paragraph(text, "quote.text", width, setting)
        piece = Piece(indented(lines, bar, bar), air="paragraph", whole=False)
        pieces.append(replace(piece, filler=bar) if number else piece)
    if block.by:
        if pieces:
            pieces[-1] = replace(pieces[-1], keep=True)
        by = set_paragraph(f"—— {block.by}", "quote.by", width, setting)
        pieces.append(Piece(indented(by, bar, bar), air="none"))
    return pieces
