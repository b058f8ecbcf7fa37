"""How each block is written, one file for each kind; a new block needs a row in `WRITERS`.

A writer takes a block and its `Context` and gives HTML. It asks the context for the attribute of
whatever may appear by a step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from presenter.content import Problems
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Columns,
    Figures,
    Image,
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.handout.html.blocks.charts import write_chart
from presenter.handout.html.blocks.code import write_code
from presenter.handout.html.blocks.columns import write_columns
from presenter.handout.html.blocks.figures import write_big, write_figures
from presenter.handout.html.blocks.lists import write_bullets, write_numbers
from presenter.handout.html.blocks.pictures import write_image, write_qr
from presenter.handout.html.blocks.problems import write_problems
from presenter.handout.html.blocks.table import write_table
from presenter.handout.html.blocks.text import write_callout, write_quote, write_text
from presenter.handout.html.context import Context

Writer = Callable[[Any, Context], str]

WRITERS: dict[type[Block], Writer] = {
    Text: write_text,
    Bullets: write_bullets,
    Numbers: write_numbers,
    Quote: write_quote,
    Code: write_code,
    Table: write_table,
    Image: write_image,
    SizedImage: write_image,
    Chart: write_chart,
    Columns: write_columns,
    Figures: write_figures,
    Callout: write_callout,
    Big: write_big,
    Qr: write_qr,
    Problems: write_problems,
}


def write(context: Context) -> str:
    """The HTML of the context's block."""
    block = context.node.block
    return WRITERS[type(block)](block, context)
