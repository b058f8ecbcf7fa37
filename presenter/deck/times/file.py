"""Writing times into a deck's file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from presenter.deck.load import Loaded
from presenter.deck.source import UnreadableError, decode
from presenter.deck.times.edit import TimesEdit, edit_times


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
    data = target.read_bytes()
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
    status = target.stat()
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    begun = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(after)
            file.flush()
            with contextlib.suppress(OSError):  # only root may give a file away
                os.fchown(file.fileno(), status.st_uid, status.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode))
            os.fsync(file.fileno())
        if target.read_bytes() != before:
            raise TimesRefusedError("changed")
        begun.replace(target)
    except BaseException:
        begun.unlink(missing_ok=True)
        raise


__all__ = ["TimesRefusedError", "save_times"]
