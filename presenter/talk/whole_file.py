"""Files that hold the old or the new, never a half, and that nobody else has put there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, mode 0600, at once; a link there is replaced.

    One process at a time may do so. What it has begun stands beside `path` until then, so that it
    is the next time that tidies up after a kill. Raises OSError; then `path` is as it was.
    """
    begun = path.with_name(f".{path.name}.new")
    begun.unlink(missing_ok=True)
    descriptor = os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    begun.replace(path)


def read_whole(path: Path) -> bytes:
    """The content of the regular file at `path`. Raises OSError, for links too; never waits."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read()
