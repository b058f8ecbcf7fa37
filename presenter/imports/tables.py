"""Tables: header, rows and alignment."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Table
from presenter.deck.blocks.table import Align

_ALIGNS: dict[str, Align] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_table(
    node: SyntaxTreeNode, read_text: Callable[[SyntaxTreeNode], str], *, exact: bool
) -> Table:
    """The table in `node`. A header without a word is none, but in an `exact` deck."""
    rows = [each for part in node.children for each in part.children]
    header, *body = (tuple(read_text(cell) for cell in row.children) for row in rows)
    aligns = [_ALIGNS.get(str(cell.attrs.get("style", ""))) for cell in rows[0].children]
    if exact:
        while aligns and aligns[-1] is None:
            aligns.pop()
    elif not any(aligns):
        aligns = []
    return Table(
        rows=tuple(body),
        header=header if exact or any(header) else (),
        align=tuple(each or "left" for each in aligns),
    )
