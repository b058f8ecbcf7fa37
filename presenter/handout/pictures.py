"""Pictures as data within a document, so that it needs no other file."""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from threading import Lock

from presenter.deck.deck_file import DeckFile, stamp_of
from presenter.deck.pictures import Kind

_MOST = 2560
"""Pixels of the longer side: as many as a wide screen has."""

_SHOWN: tuple[Kind, ...] = ("png", "jpeg", "gif", "webp")
"""What every browser shows."""


class _Kept:
    """Addresses that were made, the latest of them: a deck that is edited keeps its pictures."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, str]) -> str | None:
        """The address that was made of this version of a file, if it is still kept."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: tuple[str, str], address: str) -> None:
        """Keep an address, and as many of the others as there is room for."""
        with self._lock:
            self._made[key] = address
            size = sum(map(len, self._made.values()))
            while size > self._most:
                size -= len(self._made.popitem(last=False)[1])


_KEPT = _Kept(48 * 1024 * 1024)


def picture_data(file: DeckFile) -> str | None:
    """The picture as a ``data:`` address; None if it cannot be had any more."""
    from presenter.deck.pixels import PictureError, encoded

    try:
        with file.open() as opened:
            key = file.path, stamp_of(opened)
        if address := _KEPT.get(key):
            return address
        picture = encoded(file, _MOST, as_it_is=_SHOWN)
    except (OSError, PictureError):
        return None
    address = f"data:image/{picture.kind};base64,{b64encode(picture.data).decode('ascii')}"
    _KEPT.put(key, address)
    return address
