"""Writing times into a deck's file: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from presenter.deck.load import Loaded
from presenter.deck.source import UnreadableError, decode
from presenter.deck.times.edit import TimesEdit, edit_times
from presenter.deck.whole_files import read_whole, write_all


class TimesRefusedError(Exception):
    """Nothing was written: the file has `changed`, or the edit would change more than `times`."""

    def __init__(self, code: Literal["changed", "not-same"]) -> None:
        super().__init__(code)
        self.code = code


def save_times(path: Path, loaded: Loaded, times: Mapping[int, float]) -> TimesEdit:
    """Write `times`, seconds by slides' indexes, into the deck at `path`, `loaded` from it.

    If `path` is a link, the file it leads to is written; its permissions stay. Raises
    TimesRefusedError, or OSError; the file is as it was then.
    """
    target = Path(os.path.realpath(path))
    data = read_whole(target)
    # Files that a deck names are looked for beside the path under which it is called.
    try:
        source = decode(data, str(path), path.parent)
        same = source.text == loaded.text
        edit = edit_times(data, path, times) if same else None
    except UnreadableError:
        same, edit = False, None
    if not same:
        raise TimesRefusedError("changed")
    if edit is None:
        raise TimesRefusedError("not-same")
    if edit.data != data:
        _replace(target, data, edit.data)
    return edit


def _replace(target: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`."""
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))

    def unchanged() -> None:
        if read_whole(target) != before:
            raise TimesRefusedError("changed")

    write_all([(target, after)], "kept", unchanged)


__all__ = ["TimesRefusedError", "save_times"]
