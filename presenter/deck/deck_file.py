"""A file of a deck, opened so that nothing else can have taken its place.

A talk goes on for an hour, and a picture is opened when it is drawn, shared or exported, long
after its name was checked. Whoever can write into the deck's folder could meanwhile have put a
link to a private file there, or a FIFO that is waited for without end. So the path is walked anew
each time, from the deck's folder down, no link is followed, and the file is judged by its open
descriptor, never by its name.
"""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from presenter.deck.whole_files import regular

_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class DeckFile(NamedTuple):
    """A regular file in `folder` or below it; both are real paths, no link on the way."""

    folder: str
    path: str
    stamp: str = ""
    """Tells versions of the file apart."""

    def open(self) -> BinaryIO:
        """The file, to be read. Raises OSError where it is none any more, links included."""
        return regular(self._open(), self.path)

    def is_as_it_was(self) -> bool:
        """Whether the file is still there, in this version."""
        try:
            with self.open() as file:
                return stamp_of(file) == self.stamp
        except OSError:
            return False

    def _open(self) -> int:
        """Its descriptor: what is opened is the path's end, whoever renames folders meanwhile."""
        *folders, name = PurePath(self.path).relative_to(self.folder).parts
        at = os.open(self.folder, _FOLDER)
        try:
            for each in folders:
                below = os.open(each, _FOLDER | os.O_NOFOLLOW, dir_fd=at)
                os.close(at)
                at = below
            return os.open(name, _FILE, dir_fd=at)
        finally:
            os.close(at)


def stamp_of(file: BinaryIO) -> str:
    """What tells this version of an open file from others."""
    status = os.fstat(file.fileno())
    return f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}"
