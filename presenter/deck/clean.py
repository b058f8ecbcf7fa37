# ruff: noqa: I001
"""Moved to `presenter.deck.characters`; its importers follow."""

from presenter.deck.characters import (
    is_clean as is_clean,
    clean as clean,
    find_control_characters as find_control_characters,
    escapes as escapes,
    find_control_escapes as find_control_escapes,
    SHARED_PUNCTUATION as SHARED_PUNCTUATION,
    has_cjk as has_cjk,
    is_han as is_han,
    joins as joins,
    heading as heading,
    on_one_line as on_one_line,
    INVISIBLE as INVISIBLE,
    needless as needless,
    without_needless as without_needless,
)

hostile = find_control_characters
