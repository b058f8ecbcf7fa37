"""What the console keeps for its next start: how large the speaker wants the notes."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from presenter.console.arrangement import MOST_ZOOM
from presenter.deck.safe_files import atomic_write, read_regular_file, state_folder
from presenter.talk.log import log

_LAST_WRITE = 1.0
"""Seconds that the end of the console waits for a slow disk."""


class Preferences(Struct, frozen=True):
    """notes_zoom: by how many steps the notes are larger than at first."""

    notes_zoom: Annotated[int, Meta(ge=-MOST_ZOOM, le=MOST_ZOOM)] = 0
    v: Literal[1] = 1


def load() -> Preferences:
    """What was kept; what it is at first where nothing was, or nothing that can be used."""
    try:
        return msgspec.json.decode(read_regular_file(_file()), type=Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, RuntimeError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        log.warning("what the console has kept cannot be used", exc_info=True)
        return Preferences()


def save(preferences: Preferences) -> None:
    """Keep it, in a thread, as disks may be slow; one that fails keeps nothing."""
    thread = Thread(target=_write, args=(preferences,), name="preferences", daemon=True)
    thread.start()
    thread.join(_LAST_WRITE)


def _write(preferences: Preferences) -> None:
    try:
        atomic_write(_file(), msgspec.json.encode(preferences), "private")
    except (OSError, RuntimeError):
        log.warning("how large the notes are is not kept", exc_info=True)


def _file() -> Path:
    """Raises as `state_folder` does."""
    return state_folder() / "console.json"
