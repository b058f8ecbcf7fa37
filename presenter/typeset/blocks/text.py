"""Running text."""

from __future__ import annotations

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Text
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Context, Piece


def set_text(block: Text, context: Context) -> list[Piece]:
    """A piece for each paragraph; one that ends with a colon stays with what it announces."""
    return [
        Piece(
            tuple(set_paragraph(text, "text", context.width, context.setting)),
            air="paragraph",
            keep=text.rstrip().endswith((":", "：")),
            whole=False,
        )
        for text in paragraphs(block.text)
    ]
