"""Where a theme's file lies: at a path, or among the reader's own themes by its name."""

from __future__ import annotations

import os
from pathlib import Path

from presenter.deck.files import FileRefusedError, Files
from presenter.deck.source import Source, UnreadableError, decode, read_source
from presenter.deck.user_folders import user_folder

ENDINGS = (".yaml", ".yml")

MOST_TEXT = 1024 * 1024
"""Bytes of a theme's file."""


def is_path(theme: str) -> bool:
    """Whether `theme` is a path to a file rather than a name."""
    return "/" in theme or theme.endswith(ENDINGS)


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
    return {file.stem: file for file in files if file.suffix in ENDINGS and file.is_file()}


def own_theme(name: str) -> Path | None:
    """The file of the reader's own theme called `name`, if there is one."""
    folder = own_folder()
    if folder is None or not name or is_path(name):
        return None
    files = (folder / f"{name}{ending}" for ending in ENDINGS)
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
