"""Pictures as data within a document, so that it needs no other file."""

from __future__ import annotations

from base64 import b64encode

from presenter.deck.deck_file import DeckFile
from presenter.deck.pictures import Kind

_MOST = 2560
"""Pixels of the longer side: as many as a wide screen has."""

_SHOWN: tuple[Kind, ...] = ("png", "jpeg", "gif", "webp")
"""What every browser shows."""


def picture_data(file: DeckFile) -> str | None:
    """The picture as a ``data:`` address; None if it cannot be had any more."""
    from presenter.deck.pixels import PictureError, encoded

    try:
        picture = encoded(file, _MOST, as_it_is=_SHOWN)
    except PictureError:
        return None
    return f"data:image/{picture.kind};base64,{b64encode(picture.data).decode('ascii')}"
