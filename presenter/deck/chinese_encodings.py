# ruff: noqa: I001
"""Moved to `presenter.deck.source`; its importers follow."""

from presenter.deck.source import (
    MOST_BYTES as MOST_BYTES,
    STANDARD_INPUT as STANDARD_INPUT,
    Source as Source,
    UnreadableError as UnreadableError,
    read_source as read_source,
    decode as decode,
    bundled_deck as bundled_deck,
    chinese_encoding as chinese_encoding,
)
