"""A callout: a label that names its kind, a bar at its left."""

from __future__ import annotations

from presenter.deck.blocks.callout import Callout
from presenter.typeset.inline import paragraphs
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Context, Piece, indented, space
from presenter.words import Words, language_of


def set_callout(block: Callout, context: Context) -> list[Piece]:
    """A piece for the label with the first paragraph, and one for each further paragraph."""
    setting = context.setting
    style = f"callout.{block.kind}"
    mark = setting.ruler.width("▌")
    gap = 2 if context.width >= 32 else 1
    bar: Line = (Run("▌", style, mark), space(gap))
    width = max(1, context.width - mark - gap)
    label = Words(language_of(setting.language))(f"blocks.{block.kind}")
    lines: list[Line] = [(Run(label, f"{style} callout.label", setting.ruler.width(label)),)]
    pieces: list[Piece] = []
    for text in paragraphs(block.text):
        lines += set_paragraph(text, "callout.text", width, setting)
        body = indented(lines, bar, bar)
        if pieces:
            pieces.append(Piece(body, air="paragraph", whole=False, filler=bar))
        else:
            pieces.append(Piece(body, whole=False))
        lines = []
    return pieces
