"""A temporary folder that is gone afterwards, at the latest when another process makes one.

A process that is killed leaves its folder behind. So each holds a lock on a file in its own
(flock(2)), which the system gives up with the process: whose lock can be had is nobody's any more.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "presenter-slides-"
_LOCK = "lock"


@contextmanager
def own_folder() -> Iterator[Path]:
    """A new folder, of this user alone. Raises OSError if there can be none."""
    import tempfile  # not before it is needed, as a talk that has kept its first picture begins

    _remove_left()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # Locked before it has its name: nobody finds it without.
        with (folder / "new").open("wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            (folder / "new").rename(folder / _LOCK)
            yield folder


def _remove_left() -> None:
    """Remove the folders of processes that are no more."""
    import tempfile

    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            with suppress(OSError):
                _remove_if_left(folder)


def _remove_if_left(folder: Path) -> None:
    """Raises OSError for what is not ours, is locked or has no lock (yet)."""
    import shutil

    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        return
    descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder)  # follows no link
    finally:
        os.close(descriptor)
