"""Pictures as data within a document, so that it needs no other file."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from presenter.deck.pictures import kind_of


def picture_data(path: str) -> str | None:
    """The picture at `path` as a ``data:`` address; None if it cannot be read or is none."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        return None
    kind = kind_of(data)
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}" if kind else None
