"""Pictures as data within a document, so that it needs no other file."""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from threading import Lock

from presenter.deck.picture_headers import Kind
from presenter.deck.safe_files import DeckFile, stamp_of

_MOST = 2560
"""Pixels of the longer side: as many as a wide screen has."""

_SHOWN: tuple[Kind, ...] = ("png", "jpeg", "gif", "webp")
"""What every browser shows."""


_KEPT_BYTES = 48 * 1024 * 1024

_kept: OrderedDict[tuple[str, str], str] = OrderedDict()
"""Addresses by the file and its version, the latest last: a deck that is edited keeps them."""

_lock = Lock()


def data_uri(file: DeckFile) -> str | None:
    """The picture as a ``data:`` address; None if it cannot be had any more."""
    from presenter.deck.pixels import PictureError, encoded

    try:
        with file.open() as opened:
            key = file.path, stamp_of(opened)
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                return _kept[key]
        picture = encoded(file, _MOST, as_it_is=_SHOWN)
    except (OSError, PictureError):
        return None
    address = f"data:image/{picture.kind};base64,{b64encode(picture.data).decode('ascii')}"
    with _lock:
        _kept[key] = address
        size = sum(map(len, _kept.values()))
        while size > _KEPT_BYTES:
            size -= len(_kept.popitem(last=False)[1])
    return address
