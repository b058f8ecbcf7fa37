"""How each block is set, one file each; a new one needs a row in `SETTERS`.

A setter takes a block and a `Context` and gives the block's pieces, steps numbered from 1 within
the block. A block that does not number its own appears as one step where the slide reveals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from presenter.deck.blocks import (
    Big,
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
from presenter.typeset.blocks.big import set_big
from presenter.typeset.blocks.bullets import set_bullets, set_numbers
from presenter.typeset.blocks.callout import set_callout
from presenter.typeset.blocks.chart import set_chart
from presenter.typeset.blocks.code import set_code
from presenter.typeset.blocks.columns import set_columns
from presenter.typeset.blocks.figures import set_figures
from presenter.typeset.blocks.image import set_image
from presenter.typeset.blocks.problems import Problems, set_problems
from presenter.typeset.blocks.qr import set_qr
from presenter.typeset.blocks.quote import set_quote
from presenter.typeset.blocks.table import set_table
from presenter.typeset.blocks.text import set_text
from presenter.typeset.piece import Context, Piece

Setter = Callable[[Any, Context], list[Piece]]

SETTERS: dict[type, Setter] = {
    Text: set_text,
    Bullets: set_bullets,
    Numbers: set_numbers,
    Quote: set_quote,
    Code: set_code,
    Table: set_table,
    Image: set_image,
    SizedImage: set_image,
    Chart: set_chart,
    Columns: set_columns,
    Figures: set_figures,
    Callout: set_callout,
    Big: set_big,
    Qr: set_qr,
    Problems: set_problems,
}
