"""What the stage shows, kept beside its socket: the deck's text, and that of the files it names.

The deck's file may be broken or gone while the talk goes on with its last good version.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter.deck import Loaded, load_source
from presenter.deck.source import Source
from presenter.deck.whole_files import read_whole, write_private
from presenter.talk.link.paths import meeting_of
from presenter.talk.log import log


class _Shown(Struct, array_like=True):
    """Texts are bytes here, as they may hold half a surrogate. theme: its path, its text. deck: its
    real path.
    """

    text: bytes
    kept: dict[bytes, bytes]
    theme: tuple[bytes, bytes] | None
    deck: bytes = b""


_decode = msgspec.msgpack.Decoder(_Shown).decode


def write_shown(deck: Path, shown: Loaded, theme: Source | None = None) -> None:
    """Keep `shown` as what the stage shows of `deck`, mode 0600. Raises OSError.

    `theme` is the file of the stage's theme, if it has one.
    """
    data = _Shown(
        _bytes(shown.text),
        {_bytes(name): data for name, data in shown.kept.items()},
        (_bytes(theme.path), _bytes(theme.text)) if theme else None,
        os.fsencode(os.path.realpath(deck)),
    )
    write_private(meeting_of(deck).shown, msgspec.msgpack.encode(data))


def read_shown(deck: Path) -> Loaded | None:
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


def shown_theme(deck: Path) -> Source | None:
    """The file of the theme of the stage that shows `deck`; None if it has none."""
    shown = _read(deck)
    try:
        if shown is None or shown.theme is None:
            return None
        path, text = map(_text, shown.theme)
        return Source(path, text)
    except UnicodeDecodeError:
        return None


def deck_of(file: Path) -> Path | None:
    """The deck of the stage that has kept what it shows in `file`; None if that does not tell."""
    shown = _decoded(file)
    return Path(os.fsdecode(shown.deck)) if shown is not None and shown.deck else None


def _read(deck: Path) -> _Shown | None:
    try:
        return _decoded(meeting_of(deck).shown)
    except OSError:
        return None


def _decoded(file: Path) -> _Shown | None:
    try:
        return _decode(read_whole(file))
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError):
        log.warning("what the stage has kept in %s cannot be read", file, exc_info=True)
        return None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


__all__ = ["deck_of", "read_shown", "shown_theme", "write_shown"]
