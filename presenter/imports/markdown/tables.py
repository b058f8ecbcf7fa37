"""Tables: header, rows and alignment."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Table
from presenter.deck.blocks.table import Align
from presenter.imports.markdown.running_text import one_line
from presenter.imports.markdown.slide_builder import SlideBuilder

_ALIGNS: dict[str, Align] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_table(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A table. A header without a word is none, but in an exact deck."""
    exact = slide.dialect.exact
    rows = [each for part in node.children for each in part.children]
    header, *body = (tuple(one_line(slide, cell) for cell in row.children) for row in rows)
    aligns = [_ALIGNS.get(str(cell.attrs.get("style", ""))) for cell in rows[0].children]
    if exact:
        while aligns and aligns[-1] is None:
            aligns.pop()
    elif not any(aligns):
        aligns = []
    slide.add(
        Table(
            rows=tuple(body),
            header=header if exact or any(header) else (),
            align=tuple(each or "left" for each in aligns),
        )
    )
