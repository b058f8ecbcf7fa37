# ruff: noqa: I001
"""Moved to `presenter.deck.blocks.code`; its importers follow."""

from presenter.deck.blocks.code import (
    Code as Code,
    is_language as is_language,
    language_of_file as language_of_file,
)
