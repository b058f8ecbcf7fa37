# ruff: noqa: I001
"""Moved to `presenter.deck.blocks.text`; its importers follow."""

from presenter.deck.blocks.text import (
    Text as Text,
    Quote as Quote,
    Callout as Callout,
    Big as Big,
    Item as Item,
    Bullets as Bullets,
    Numbers as Numbers,
    Column as Column,
    Columns as Columns,
)
