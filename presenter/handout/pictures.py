"""Pictures as data within a document, so that it needs no other file."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}


def picture_data(path: str) -> str | None:
    """The picture at `path` as a ``data:`` address; None if it cannot be read or is of no kind."""
    kind = _KINDS.get(Path(path).suffix.lower())
    if kind is None:
        return None
    try:
        data = Path(path).read_bytes()
    except OSError:
        return None
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
