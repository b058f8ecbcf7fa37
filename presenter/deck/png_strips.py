# ruff: noqa: I001
"""Moved to `presenter.deck.pixels`; its importers follow."""

from presenter.deck.pixels import (
    PictureError as PictureError,
    Encoded as Encoded,
    read_pixels as read_pixels,
    encoded as encoded,
    Strips as Strips,
)
