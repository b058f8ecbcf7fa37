"""Blocks side by side; a column is a step, and the steps of code in it follow."""

from __future__ import annotations

from presenter.deck.blocks import Columns
from presenter.handout.html.context import Context


def write_columns(block: Columns, context: Context) -> str:
    """A grid whose columns stand one under another where the screen is narrow."""
    from presenter.handout.html.blocks import write

    columns, widths = "", []
    for column in block.columns:
        step = context.step() if column.content else ""
        with context.within():
            content = "".join(write(each, context) for each in column.content)
        columns += f"<div{step}>{content}</div>"
        widths.append(f"minmax(0,{column.width:g}fr)")
    shares = context.rules.of(f"--columns:{' '.join(widths)}")
    return f'<div class="columns {shares}">{columns}</div>' if columns else ""
