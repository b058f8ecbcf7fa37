"""A temporary folder that is gone afterwards, at the latest when another process makes one.

A process that is killed leaves its folder behind. So each holds a lock on a file in its own
(flock(2)), which the system gives up with the process: whose lock can be had is nobody's any more.
"""

from __future__ import annotations

import atexit
import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

_PREFIX = "presenter-slides-"
_LOCK = "lock"


@contextmanager
def own_folder() -> Iterator[Path]:
    """A new folder, of this user alone. Raises OSError if there can be none."""
    parent = _parent()
    _remove_left(parent)
    folder = _make(parent)
    remove = partial(_remove, folder)
    atexit.register(remove)  # a thread that has it may not come to its end
    try:
        # Locked before it has its name: nobody finds it without.
        with (folder / "new").open("wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            (folder / "new").rename(folder / _LOCK)
            yield folder
    finally:
        remove()
        atexit.unregister(remove)


def _parent() -> Path:
    """Where temporary files go, by TMPDIR (POSIX, 8.3) or by custom.

    `tempfile` and `shutil` take some milliseconds to import, for which the first picture would
    wait.
    """
    for name in (os.environ.get("TMPDIR"), "/tmp", "/var/tmp"):
        if name and os.access(name, os.W_OK | os.X_OK):
            return Path(name).absolute()
    raise FileNotFoundError(errno.ENOENT, "no folder for temporary files")


def _make(parent: Path) -> Path:
    folder = parent / f"{_PREFIX}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    return folder


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _remove_left(parent: Path) -> None:
    """Remove the folders of processes that are no more."""
    with suppress(OSError), os.scandir(parent) as found:
        for entry in found:
            if entry.name.startswith(_PREFIX):
                with suppress(OSError):
                    _remove_if_left(Path(entry))


def _remove_if_left(folder: Path) -> None:
    """Raises OSError for what is not ours, is locked or has no lock (yet)."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        return
    descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(folder)  # follows no link
    finally:
        os.close(descriptor)
