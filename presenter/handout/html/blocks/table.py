"""Tables as tables."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.inline import paragraphs, plain_text
from presenter.deck.blocks import Table
from presenter.handout.html.context import Context
from presenter.handout.html.inline import markdown, unit, width
from presenter.typeset.blocks.table import align_of

_SHORT = 10
"""Cells of a text that is not broken."""

_WIDE = 24.0
"""Ems from which a table may be too wide for a slide."""

_BETWEEN = 1.1
"""Ems between columns, as in the style sheet."""


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
    needed = _width([block.header, *rows], aligns, context)
    size = f" {context.rules.of(f'--widths:{needed:.0f}')}" if needed > _WIDE else ""
    return f'<div class="wide"><table class="grid{size}">{head}<tbody>{body}</tbody></table></div>'


def _width(rows: Sequence[Sequence[str]], aligns: Sequence[str], context: Context) -> float:
    """The width without which something in `rows` is broken within a word, in ems."""
    widths = [0.0] * len(aligns)
    for row in rows:
        for column, (cell, align) in enumerate(zip(row, aligns, strict=False)):
            said = plain_text(cell)
            whole = align == "right" or context.setting.ruler.width(cell) <= _SHORT
            least = width(said) if whole else unit(said, context.setting.language)
            widths[column] = max(widths[column], least)
    return sum(widths) + _BETWEEN * len(widths)


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
