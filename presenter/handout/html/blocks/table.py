"""Tables as tables."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.deck.blocks import Table
from presenter.handout.html.context import Context
from presenter.handout.html.inline import markdown
from presenter.typeset.blocks.table import align_of
from presenter.typeset.inline import paragraphs

_SHORT = 10
"""Cells of a text that is not broken."""


def write_table(block: Table, context: Context) -> str:
    """A ``<table>`` that scrolls sideways where it must."""
    count = max(len(row) for row in (block.header, *block.rows, ("",)))
    rows = [(*row, *[""] * (count - len(row))) for row in block.rows]
    if not count or not (rows or any(block.header)):
        return ""
    aligns = [align_of(block, rows, column) for column in range(count)]
    head = ""
    if any(block.header):
        header = (*block.header, *[""] * (count - len(block.header)))
        head = f"<thead><tr{context.step()}>{_cells('th', header, aligns, context)}</tr></thead>"
    body = "".join(
        f"<tr{context.step(number)}>{_cells('td', row, aligns, context)}</tr>"
        for number, row in enumerate(rows)
    )
    return f'<div class="wide"><table class="grid">{head}<tbody>{body}</tbody></table></div>'


def _cells(tag: str, row: Sequence[str], aligns: Sequence[str], context: Context) -> str:
    html = ""
    for cell, align in zip(row, aligns, strict=True):
        said = markdown(" ".join(paragraphs(cell)), context.setting.language)
        short = context.setting.ruler.width(cell) <= _SHORT
        said = said.replace("<wbr>", "") if short else said
        names = [*([] if align == "left" else [align]), *(["short"] if short and cell else [])]
        look = f' class="{" ".join(names)}"' if names else ""
        scope = ' scope="col"' if tag == "th" else ""
        html += f"<{tag}{scope}{look}>{said}</{tag}>"
    return html
