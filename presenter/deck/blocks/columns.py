"""The ``columns`` block: blocks side by side."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from presenter.deck.blocks.block import Block, Blocks


class Column(Struct, frozen=True, kw_only=True):
    """One column: blocks one under another."""

    content: Blocks = ()
    width: Annotated[
        float, Meta(gt=0, description="Its part of the width, beside the other columns' parts.")
    ] = 1.0


class Columns(Block, frozen=True, kw_only=True):
    """Blocks side by side; under reveal, column by column."""

    key: ClassVar[str] = "columns"
    shorthand: ClassVar[str] = "columns"

    columns: Annotated[
        tuple[Column, ...],
        Meta(description="The columns from the left, each a mapping of blocks; width: its part."),
    ]
