"""The deck that an argument names."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from presenter.commands import registry
from presenter.commands.errors import CommandError
from presenter.deck import Loaded, load_deck, load_source
from presenter.deck.source import MOST_BYTES, UnreadableError, decode
from presenter.deck.suggest import nearest

STANDARD_INPUT = "-"
"""What stands for standard input where a command takes a deck from there."""

DEFAULT = Path("slides.yaml")
"""The deck that is meant where none is named."""


def read_deck(path: Path) -> Loaded:
    """The deck at `path`. Raises CommandError if there is no such regular file to read."""
    try:
        return load_deck(path)
    except OSError as error:
        raise _explained(path, error) from None


def read_standard_input() -> Loaded:
    """The deck on standard input; diagnostics call it ``-``, files it names lie here."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        return load_source(decode(data, STANDARD_INPUT))
    except UnreadableError as error:
        return Loaded(None, (error.diagnostic,))


def _explained(path: Path, error: OSError) -> CommandError:
    if path.is_dir():
        inside = path / DEFAULT
        return CommandError("is-folder", path=path, near=str(inside) if inside.exists() else "")
    if isinstance(error, FileNotFoundError):
        return CommandError("no-such-deck", path=path, near=_meant(path))
    if isinstance(error, PermissionError):
        return CommandError("no-permission", path=path)
    if path.exists() and not path.is_file():
        return CommandError("not-a-file", path=path)
    return CommandError("unreadable", path=path, why=error.strerror or error)


def _meant(path: Path) -> str:
    """What a name that is no file was probably meant to be: a command, or a deck beside it."""
    name = str(path)
    if near := nearest(name, registry.COMMANDS):
        return f"presenter {near}"
    near = nearest(path.name, (each.name for each in _decks_in(path.parent)))
    return str(path.with_name(near)) if near else ""


def _decks_in(folder: Path) -> Iterable[Path]:
    try:
        return [each for each in folder.iterdir() if each.suffix in (".yaml", ".yml")]
    except OSError:
        return []
