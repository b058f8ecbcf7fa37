# ruff: noqa: I001
"""Moved to `presenter.deck.blocks.image`; its importers follow."""

from presenter.deck.blocks.image import (
    MOST_IN_QR as MOST_IN_QR,
    Image as Image,
    SizedImage as SizedImage,
    Qr as Qr,
)
