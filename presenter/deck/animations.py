# ruff: noqa: I001
"""Moved to `presenter.deck.picture_headers`; its importers follow."""

from presenter.deck.picture_headers import (
    MOST_BYTES as MOST_BYTES,
    MOST_PIXELS as MOST_PIXELS,
    MOST_PIXELS_OF_WEBP as MOST_PIXELS_OF_WEBP,
    MOST_SIDE as MOST_SIDE,
    MOST_COEFFICIENTS as MOST_COEFFICIENTS,
    Kind as Kind,
    Size as Size,
    Header as Header,
    kind_of as kind_of,
    size_of as size_of,
    header_of as header_of,
    is_animated as is_animated,
)
