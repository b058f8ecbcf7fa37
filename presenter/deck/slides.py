# ruff: noqa: I001
"""Moved to `presenter.deck.outline`; its importers follow."""

from presenter.deck.outline import (
    SECTIONS as SECTIONS,
    MOST_TEXTS as MOST_TEXTS,
    MOST_CHARACTERS as MOST_CHARACTERS,
    read_sections as read_sections,
    read_slide as read_slide,
)
