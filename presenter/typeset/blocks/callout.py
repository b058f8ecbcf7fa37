"""A callout: a label that names its kind, a bar at its left."""

from __future__ import annotations

from msgspec.structs import replace

from presenter.content.inline import paragraphs
from presenter.deck.blocks.callout import Callout
from presenter.typeset.page import Line, Run
from presenter.typeset.paragraph import set_paragraph, set_plain
from presenter.typeset.piece import Context, Piece, indented, space


def set_callout(block: Callout, context: Context) -> list[Piece]:
    """A piece for the label with the first paragraph, and one for each further paragraph."""
    setting = context.setting
    style = f"callout.{block.kind}"
    mark = setting.ruler.width("▌")
    gap = 2 if context.width >= 32 else 1
    bar: Line = (Run("▌", style, mark), space(gap))
    width = context.width - mark - gap
    if width < 2:
        bar, width = (), context.width  # Room for a Chinese character comes before the bar.
    label = setting.words(f"blocks.{block.kind}")
    lines = set_plain(label, f"{style} callout.label", width, setting)
    pieces: list[Piece] = []
    for text in paragraphs(block.text) or [""]:
        lines += set_paragraph(text, "callout.text", width, setting)
        piece = Piece(indented(lines, bar, bar), air="paragraph")
        pieces.append(replace(piece, filler=bar) if pieces else piece)
        lines = []
    return pieces
