"""Where stage and consoles meet: a folder of this user alone, a name made of the deck's path."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_LONGEST = 100
"""Bytes of a socket's path that every system takes (Linux 107, macOS 103: unix(7), unix(4))."""

_NAME_BYTES = 8


class Meeting(NamedTuple):
    """The files of one deck's link."""

    socket: Path
    lock: Path
    shown: Path


def meeting_of(deck: Path, *, make: bool = False) -> Meeting:
    """Where the stage that shows `deck` is met, by whatever path the deck is called.

    The folder is made first if `make` says so. Raises OSError if there is none, or if it is not a
    real folder, this user's own, and closed to all others.
    """
    name = name_of(deck)
    folder = _folder(name)
    if make:
        folder.mkdir(mode=0o700, exist_ok=True)
    check_folder(folder)
    return Meeting(folder / name, folder / f"{name}.lock", folder / f"{name}.shown")


def meeting_folder() -> Path:
    """Where all stages of this user are met. Raises OSError as `meeting_of` does."""
    folder = _folder("0" * 2 * _NAME_BYTES)
    check_folder(folder)
    return folder


def name_of(deck: Path) -> str:
    """16 hexadecimal digits that stand for the real path of `deck`."""
    return blake2b(os.fsencode(os.path.realpath(deck)), digest_size=_NAME_BYTES).hexdigest()


def check_folder(folder: Path) -> None:
    """Raises OSError unless `folder` is a real folder, this user's own, closed to all others."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) & 0o077:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))


def _folder(name: str) -> Path:
    """``$XDG_RUNTIME_DIR/presenter``, else ``/tmp/presenter-UID``.

    The variable is passed over if it is no absolute path, as the XDG specification says, if it
    leads to another user's folder (`sudo` keeps it) or to none, or if a socket's path gets too
    long there.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(given) / "presenter"
    if folder.is_absolute() and len(os.fsencode(folder / name)) <= _LONGEST:
        try:
            if Path(given).stat().st_uid == os.geteuid():
                return folder
        except OSError:
            pass
    return Path(f"/tmp/presenter-{os.geteuid()}")
