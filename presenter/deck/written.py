# ruff: noqa: I001
"""Moved to `presenter.deck.blocks.block`; its importers follow."""

from presenter.deck.blocks.block import (
    Block as Block,
    Blocks as Blocks,
    BlockContext as BlockContext,
    TextPart as TextPart,
    extract_text as extract_text,
)
