# ruff: noqa: I001
"""Moved to `presenter.deck.blocks`; its importers follow."""

from presenter.deck.blocks import TextPart as Said, extract_text as text_of

__all__ = ["Said", "text_of"]
