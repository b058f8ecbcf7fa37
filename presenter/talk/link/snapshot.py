"""What the stage shows, kept beside its socket: the deck's text, and that of the files it names.

The deck's file may be broken or gone while the talk goes on with its last good version.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter.deck import Loaded, load_source
from presenter.deck.safe_files import atomic_write, read_regular_file
from presenter.deck.source import Source
from presenter.talk.link.endpoint import answers, endpoint_for, endpoints_folder
from presenter.talk.log import log

_NAME = re.compile(r"[0-9a-f]{16}")
"""Of a socket: see `endpoint_for`."""


class _Snapshot(Struct, array_like=True):
    """Texts are bytes here, as they may hold half a surrogate. theme: its path, its text. deck: its
    real path.
    """

    text: bytes
    kept: dict[bytes, bytes]
    theme: tuple[bytes, bytes] | None
    deck: bytes = b""


_decode = msgspec.msgpack.Decoder(_Snapshot).decode


def save(deck: Path, shown: Loaded, theme: Source | None = None) -> None:
    """Keep `shown` as what the stage shows of `deck`, mode 0600. Raises OSError.

    `theme` is the file of the stage's theme, if it has one.
    """
    data = _Snapshot(
        _bytes(shown.text),
        {_bytes(name): data for name, data in shown.kept.items()},
        (_bytes(theme.path), _bytes(theme.text)) if theme else None,
        os.fsencode(os.path.realpath(deck)),
    )
    atomic_write(endpoint_for(deck).snapshot, msgspec.msgpack.encode(data), "private")


def load(deck: Path) -> Loaded | None:
    """What the stage shows of `deck`; None if no stage has told.

    Blocks for as long as loading takes. If the stage has gone on to another version meanwhile,
    the digest is not that of its state: a state with the new one is on its way.
    """
    shown = _read(deck)
    if shown is None:
        return None
    try:
        kept = {_text(name): data for name, data in shown.kept.items()}
        source = Source(str(deck), _text(shown.text), deck.parent)
    except UnicodeDecodeError:
        return None
    return load_source(source, kept)


def load_theme(deck: Path) -> Source | None:
    """The file of the theme of the stage that shows `deck`; None if it has none."""
    shown = _read(deck)
    try:
        if shown is None or shown.theme is None:
            return None
        path, text = map(_text, shown.theme)
        return Source(path, text)
    except UnicodeDecodeError:
        return None


def _deck_of(file: Path) -> Path | None:
    """The deck of the stage that has saved `file`; None if that does not tell."""
    shown = _decoded(file)
    return Path(os.fsdecode(shown.deck)) if shown is not None and shown.deck else None


def _read(deck: Path) -> _Snapshot | None:
    try:
        return _decoded(endpoint_for(deck).snapshot)
    except OSError:
        return None


def _decoded(file: Path) -> _Snapshot | None:
    try:
        return _decode(read_regular_file(file))
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError):
        log.warning("what the stage has kept in %s cannot be read", file, exc_info=True)
        return None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def running_decks() -> list[Path]:
    """The decks of all stages of this user that can be joined, in the order of their paths.

    A suspended stage is one of them; what a killed one has left is none.
    """
    try:
        sockets = [path for path in endpoints_folder().iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    found = (_deck_of(path.with_suffix(".shown")) for path in sockets if answers(path))
    return sorted(deck for deck in found if deck is not None)
