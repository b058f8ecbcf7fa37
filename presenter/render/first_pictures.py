"""The picture with which a talk begins, kept for its next start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from presenter.deck.safe_files import atomic_write, cache_folder, read_regular_file
from presenter.render.stops import Pages

_MOST = 8
"""Pictures that are kept, of as many decks."""

_decode = msgspec.msgpack.Decoder(tuple[bytes, ...]).decode


def kept_first(key: bytes) -> Pages | None:
    """The picture that is kept under `key`; None if it is not, or cannot be read."""
    with suppress(OSError, RuntimeError, msgspec.MsgspecError):
        if folder := _folder():
            file = folder / key.hex()
            pages = _decode(read_regular_file(file))
            file.touch()
            if all(page.startswith(b"\x89PNG") for page in pages):
                return pages or None
    return None


def keep_first(key: bytes, pages: Pages) -> None:
    """Keep it, and of all that are kept the latest. A disk that fails keeps nothing."""
    with suppress(OSError, RuntimeError):
        if pages and (folder := _folder()):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic_write(folder / key.hex(), msgspec.msgpack.encode(pages), "private")
            latest = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
            for file in latest[:-_MOST]:
                file.unlink(missing_ok=True)


def _folder() -> Path | None:
    folder = cache_folder()
    return folder / "first-pictures" if folder else None
