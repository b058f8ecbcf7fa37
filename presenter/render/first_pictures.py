"""The picture with which a talk begins, kept for its next start.

It is found by what is known before anything of Typst is loaded: the deck as it was read, its look
and the place in it. That what draws it may have changed, a font or the template, is seen later, by
the key of the picture itself.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter import __version__
from presenter.deck import Deck
from presenter.deck.digest import digest
from presenter.deck.safe_files import atomic_write, cache_folder, read_regular_file
from presenter.render.stops import Pages, PictureLook
from presenter.typeset import Stop

_MOST = 8
"""Pictures that are kept, of as many decks."""


class First(Struct, frozen=True, array_like=True):
    """A slide at a step. key: of its picture. stops: where the talk rests in the slide."""

    key: str
    stops: tuple[Stop, ...]
    pages: Pages


_decode = msgspec.msgpack.Decoder(First).decode
_encode = msgspec.msgpack.encode


def kept_first(deck: Deck, look: PictureLook, slide: int, step: int) -> First | None:
    """What is kept of that place; None if nothing is, or it cannot be read."""
    with suppress(OSError, RuntimeError, TypeError, msgspec.MsgspecError):
        if folder := _folder():
            file = folder / _name(deck, look, slide, step)
            first = _decode(read_regular_file(file))
            if first.pages and first.stops and all(map(_is_png, first.pages)):
                file.touch()
                return first
    return None


def keep_first(deck: Deck, look: PictureLook, slide: int, step: int, first: First) -> None:
    """Keep it, and of all that are kept the latest. A disk that fails keeps nothing."""
    with suppress(OSError, RuntimeError, TypeError):
        if first.pages and (folder := _folder()):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            name = _name(deck, look, slide, step)
            atomic_write(folder / name, _encode(first), "private")
            latest = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
            for file in latest[:-_MOST]:
                file.unlink(missing_ok=True)


def _name(deck: Deck, look: PictureLook, slide: int, step: int) -> str:
    return digest(_encode((__version__, deck, look, slide, step)))


def _is_png(page: bytes) -> bool:
    return page.startswith(b"\x89PNG")


def _folder() -> Path | None:
    folder = cache_folder()
    return folder / "first-pictures" if folder else None
