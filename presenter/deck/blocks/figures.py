# ruff: noqa: I001
"""Moved to `presenter.deck.blocks.data`; its importers follow."""

from presenter.deck.blocks.data import (
    Align as Align,
    Table as Table,
    Chart as Chart,
    Figure as Figure,
    Figures as Figures,
)
