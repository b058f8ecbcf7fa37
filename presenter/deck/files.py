"""The files that a deck names: in its folder or below, read and never run.

A deck may come from anybody. So a name is followed through its links to the real file before it is
opened, and what lies outside the deck's folder is refused.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class FileRefusedError(Exception):
    """A file named in a deck cannot be had; `code` and `values` are those of the diagnostic."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Files:
    """The files under a deck's folder; None for a deck that has no folder (standard input).

    kept: what files held that were read whole, by the names by which they were asked for; it is
    given again, whatever has become of them.
    """

    def __init__(self, folder: Path | None, kept: Mapping[str, bytes] | None = None) -> None:
        self.folder = folder
        self.kept = kept or {}
        self.whole: dict[str, bytes] = {}
        """What those hold that were read whole, by their names."""
        self.named: dict[Path, None] = {}
        """The files that were asked for and may be had, missing ones included, in order."""

    def find(self, name: str) -> Path:
        """The real path of the regular file called `name`, relative to the deck's folder.

        Raises FileRefusedError if it is missing, no file, elsewhere, or named by an address.
        """
        if _REMOTE.match(name):
            raise FileRefusedError("file-remote", file=name)
        if self.folder is None:
            raise FileRefusedError("file-no-folder", file=name)
        try:
            folder = self.folder.resolve()
            path = (folder / name).resolve()
            if not path.is_relative_to(folder):
                raise FileRefusedError("file-outside", file=name)
            self.named[path] = None
            if not path.exists():
                raise FileRefusedError("file-missing", file=name)
            if not path.is_file():
                raise FileRefusedError("file-not-regular", file=name)
        except (OSError, RuntimeError, ValueError):  # a name too long, a circle of links, a NUL
            raise FileRefusedError("file-unreadable", file=name) from None
        return path

    def read(self, name: str, most: int, *, whole: bool = True) -> bytes:
        """The bytes of `name`, which may be at most `most`; not `whole`: only its first `most`.

        Raises FileRefusedError as `find` does, if it cannot be read, or if it is too large.
        """
        if whole and name in self.kept:
            return self.keep(name, self.kept[name])
        path = self.find(name)
        try:
            # The path is real by now: a link that took its place meanwhile is not followed, and
            # a FIFO that did is not waited for.
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise FileRefusedError("file-not-regular", file=name)
                data = file.read(most + 1)
        except OSError:
            raise FileRefusedError("file-unreadable", file=name) from None
        if len(data) <= most:
            return self.keep(name, data) if whole else data
        if whole:
            raise FileRefusedError("file-too-large", file=name, kilobytes=most // 1024)
        return data[:most]

    def keep(self, name: str, data: bytes) -> bytes:
        """Note that the file called `name` holds `data`; gives that."""
        self.whole[name] = data
        return data
