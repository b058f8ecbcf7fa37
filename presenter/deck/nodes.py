# ruff: noqa: I001
"""Moved to `presenter.deck.values`; its importers follow."""

from presenter.deck.values import (
    Convert as Convert,
    Entry as Entry,
    is_empty as is_empty,
    is_plain as is_plain,
    scalar_text as scalar_text,
    has_plain_tag as has_plain_tag,
    list_of as list_of,
    entries_of as entries_of,
    read_text as read_text,
    scalar_converter as scalar_converter,
)

text_of = scalar_text
