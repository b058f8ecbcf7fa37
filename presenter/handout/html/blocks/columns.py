"""Blocks side by side."""

from __future__ import annotations

from presenter.deck.blocks import Columns
from presenter.handout.html.context import Context


def write_columns(_: Columns, context: Context) -> str:
    """A grid whose columns stand one under another where the screen is narrow."""
    from presenter.handout.html.blocks import write

    columns, widths = "", []
    for column in context.node.columns:
        content = "".join(write(context.within(node, column.step)) for node in column.nodes)
        columns += f"<div{context.appearing(column.step)}>{content}</div>"
        widths.append(f"minmax(0,{column.width:g}fr)")
    shares = context.rules.of(f"--columns:{' '.join(widths)}")
    return f'<div class="columns {shares}">{columns}</div>'
