# ruff: noqa: I001
"""Moved to `presenter.deck.safe_files`; its importers follow."""

from presenter.deck.safe_files import (
    Access as Access,
    NotRegularError as NotRegularError,
    IsFolderError as IsFolderError,
    DeckFile as DeckFile,
    stamp_of as stamp_of,
    open_regular as open_regular,
    read_regular_file as read_regular_file,
    atomic_write as atomic_write,
    atomic_write_all as atomic_write_all,
    write_new as write_new,
)
from pathlib import Path

write_all = atomic_write_all
read_whole = read_regular_file


def write_private(path: Path, data: bytes) -> None:
    """See `atomic_write`."""
    atomic_write(path, data, "private")
