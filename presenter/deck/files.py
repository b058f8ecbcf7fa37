"""The files that a deck names: in its folder or below, read and never run.

A deck may come from anybody. So a name is followed through its links to the real file before it is
opened, and what lies outside the deck's folder is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from presenter.deck.deck_file import DeckFile, stamp_of
from presenter.deck.file_names import look_for, near_name
from presenter.deck.whole_files import NotRegularError

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
        self.otherwise: dict[str, str] = {}
        """Names that were found in other capitals, and what the files are called."""
        self.pictures: dict[DeckFile, None] = {}
        """The versions of pictures that the deck shows."""

    def find(self, name: str) -> Path:
        """The real path of the regular file called `name`, relative to the deck's folder.

        Raises FileRefusedError if it is missing, no file, elsewhere, or named by an address.
        """
        return Path(self._find(name).path)

    def open(self, name: str) -> tuple[DeckFile, BinaryIO]:
        """The file called `name`: how to open it again later, and opened.

        Raises FileRefusedError as `find` does, or if it cannot be read.
        """
        found = self._find(name)
        try:
            file = found.open()
        except NotRegularError:
            raise FileRefusedError("file-not-regular", file=name) from None
        except OSError:
            raise FileRefusedError("file-unreadable", file=name) from None
        return found._replace(stamp=stamp_of(file)), file

    def _find(self, name: str) -> DeckFile:
        if _REMOTE.match(name):
            raise FileRefusedError("file-remote", file=name)
        if self.folder is None:
            raise FileRefusedError("file-no-folder", file=name)
        try:
            folder = self.folder.resolve()
            path = (folder / name).resolve()
            if not path.is_relative_to(folder):
                raise FileRefusedError("file-outside", file=name)
            if not path.exists():
                path = self._meant(folder, name, path)
            self.named[path] = None
            if not path.is_file():
                raise FileRefusedError("file-not-regular", file=name)
        except (OSError, RuntimeError, ValueError):  # a name too long, a circle of links, a NUL
            raise FileRefusedError("file-unreadable", file=name) from None
        return DeckFile(str(folder), str(path))

    def _meant(self, folder: Path, name: str, missing: Path) -> Path:
        """The real path of what `name` means, where there is nothing of exactly that name."""
        found = look_for(folder, name)
        path = found.path.resolve() if found else missing
        if not path.is_relative_to(folder):
            raise FileRefusedError("file-outside", file=name)
        if found is None or not path.exists():
            self.named[missing] = None
            raise FileRefusedError("file-missing", file=name, near=near_name(folder, name))
        if not found.same:
            self.otherwise[name] = str(found.path.relative_to(folder))
        return path

    def read(self, name: str, most: int) -> bytes:
        """The bytes of `name`, which may be at most `most`.

        Raises FileRefusedError as `open` does, or if it is too large.
        """
        if name in self.kept:
            return self.keep(name, self.kept[name])
        try:
            with self.open(name)[1] as file:
                data = file.read(most + 1)
        except OSError:
            raise FileRefusedError("file-unreadable", file=name) from None
        if len(data) > most:
            raise FileRefusedError("file-too-large", file=name, kilobytes=most // 1024)
        return self.keep(name, data)

    def keep(self, name: str, data: bytes) -> bytes:
        """Note that the file called `name` holds `data`; gives that."""
        self.whole[name] = data
        return data
