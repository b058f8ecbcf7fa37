"""The rehearsals of a deck so far, a line of JSON each, the newest last."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from presenter.deck.whole_files import read_whole, write_private
from presenter.talk.link.paths import name_of
from presenter.talk.rehearsal import Rehearsal
from presenter.talk.state_folder import state_folder

MOST = 100
"""Rehearsals of a deck that are kept."""

MOST_BYTES = 8 * 1024 * 1024
"""What they take at most, the newest always kept."""


def rehearsals_of(deck: Path) -> list[Rehearsal]:
    """The rehearsals of `deck`, the oldest first; lines that cannot be used are passed over.

    Raises OSError if they cannot be read, and as `state_folder` does.
    """
    found = []
    for line in _lines(_file(deck)):
        try:
            found.append(msgspec.json.decode(line, type=Rehearsal))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
    return found


def keep_rehearsal(deck: Path, rehearsal: Rehearsal) -> None:
    """Add `rehearsal` to those of `deck`. Raises OSError, and as `state_folder` does."""
    file = _file(deck)
    with _alone(file.parent):
        lines = [*_lines(file)[1 - MOST :], msgspec.json.encode(rehearsal)]
        while len(lines) > 1 and sum(map(len, lines)) > MOST_BYTES:
            lines.pop(0)
        write_private(file, b"".join(line + b"\n" for line in lines))


def amend_rehearsal(deck: Path, kept: Rehearsal, amended: Rehearsal) -> None:
    """Put `amended` in the place of `kept`, a rehearsal of `deck`, the last one that is the same.

    Raises OSError, and as `state_folder` does.
    """
    file = _file(deck)
    with _alone(file.parent):
        lines, line = _lines(file), msgspec.json.encode(kept)
        if line in lines:
            lines[len(lines) - 1 - lines[::-1].index(line)] = msgspec.json.encode(amended)
            write_private(file, b"".join(each + b"\n" for each in lines))


def _lines(file: Path) -> list[bytes]:
    try:
        return [line for line in read_whole(file).splitlines() if line.strip()]
    except FileNotFoundError:
        return []


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in `folder`, and keep others from it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _file(deck: Path) -> Path:
    folder = state_folder() / "rehearsals"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{name_of(deck)}.jsonl"


__all__ = ["amend_rehearsal", "keep_rehearsal", "rehearsals_of"]
