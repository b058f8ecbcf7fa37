"""The files that a deck names: in its folder or below, read and never run; and its theme's.

A deck may come from anybody. So a name is followed through its links to the real file before it is
opened, and what lies outside the deck's folder is refused.

A name that looks the same may be written in other characters (é as one or as two: macOS takes the
one for the other, and hands out the longer), and macOS and Windows take capitals for small letters.
So a deck that shows its pictures there would miss them elsewhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from errno import ELOOP
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from unicodedata import normalize

from msgspec import Struct

from presenter.deck.diagnostics import nearest
from presenter.deck.safe_files import DeckFile, NotRegularError, stamp_of, user_folder
from presenter.deck.source import Source, UnreadableError, decode, read_source

THEME_ENDINGS = (".yaml", ".yml")

MOST_TEXT = 1024 * 1024
"""Bytes of a text file that a deck names, or of a theme's file."""

_MOST_ENTRIES = 10_000
"""Entries of a folder that are looked through for a name."""

_REMOTE = r"[A-Za-z][A-Za-z0-9+.-]+://"


class FileRefusedError(Exception):
    """A file named in a deck cannot be had; `code` and `values` are those of the diagnostic."""

    def __init__(self, code: str, **values: Any) -> None:
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

    def open(self, name: str) -> tuple[DeckFile, BinaryIO]:
        """The file called `name`: how to open it again later, and opened.

        Raises FileRefusedError if it is missing, no file, elsewhere, named by an address, or
        cannot be read.
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
        if re.match(_REMOTE, name):
            raise FileRefusedError("file-remote", file=name)
        if self.folder is None:
            raise FileRefusedError("file-no-folder", file=name)
        try:
            folder = self.folder.resolve()
            path = _real(folder / name)
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
        path = _real(found.path) if found else missing
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


class Found(Struct, frozen=True):
    """What a name was found to mean. same: whether it looks like what is written."""

    path: Path
    same: bool


def look_for(folder: Path, name: str) -> Found | None:
    """The entry below `folder` that `name` means; None if there is none, or more than one.

    It is one that looks the same, else the only one that differs by capitals.
    """
    path, same = folder, True
    for part in Path(name).parts:
        if part == ".." or os.path.lexists(path / part):
            path /= part
            continue
        looks = normalize("NFC", part)
        entries = _entries(path)
        alike = [each for each in entries if normalize("NFC", each) == looks]
        if not alike:
            same = False
            alike = [each for each in entries if _folded(each) == _folded(part)]
        if len(alike) != 1:
            return None
        path /= alike[0]
    return Found(path, same)


def near_name(folder: Path, name: str) -> str:
    """What may have been meant by `name`, where that is missing; empty if nothing is like it."""
    written = Path(name)
    beside = folder / written.parent
    found = nearest(written.name, (each for each in _entries(beside) if (beside / each).is_file()))
    return str(written.parent / found) if found else ""


def _entries(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return [each.name for each in islice(found, _MOST_ENTRIES)]
    except OSError:
        return []


def _real(path: Path) -> Path:
    """Where links lead. Raises OSError or RuntimeError if they lead in a circle."""
    real = path.resolve()
    if real.is_symlink():  # from Python 3.13 on, `resolve` leaves a circle as it is
        raise OSError(ELOOP, "a circle of links", str(path))
    return real


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def is_path(theme: str) -> bool:
    """Whether `theme` is a path to a file rather than a name."""
    return "/" in theme or theme.endswith(THEME_ENDINGS)


def own_folder() -> Path | None:
    """``$XDG_CONFIG_HOME/presenter/themes``; None without a home."""
    try:
        return user_folder("XDG_CONFIG_HOME", ".config") / "themes"
    except RuntimeError:
        return None


def own_themes() -> dict[str, Path]:
    """The files of the reader's own themes by name, in the names' order."""
    folder = own_folder()
    try:
        files = sorted(folder.iterdir()) if folder else []
    except OSError:
        return {}
    return {file.stem: file for file in files if file.suffix in THEME_ENDINGS and file.is_file()}


def own_theme(name: str) -> Path | None:
    """The file of the reader's own theme called `name`, if there is one."""
    folder = own_folder()
    if folder is None or not name or is_path(name):
        return None
    files = (folder / f"{name}{ending}" for ending in THEME_ENDINGS)
    return next((file for file in files if os.path.lexists(file)), None)


def theme_file(theme: str, files: Files) -> Source | None:
    """The file of the theme that a deck names: below the deck's folder, or the reader's own.

    None if `theme` is a name and no file goes by it. Raises FileRefusedError if there should be a
    file and it cannot be had.
    """
    if is_path(theme):
        data = files.read(theme, MOST_TEXT)
        try:
            return decode(data, str((files.folder or Path()) / theme))
        except UnreadableError:
            raise FileRefusedError("file-encoding", file=theme) from None
    path = own_theme(theme)
    if path is None:
        return None
    files.named[path] = None
    name = str(path)
    try:
        source = decode(files.kept[name], name) if name in files.kept else read_source(path)
    except (OSError, UnreadableError):
        raise FileRefusedError("file-unreadable", file=name) from None
    files.keep(name, source.text.encode())
    return source
