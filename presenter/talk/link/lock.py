"""One stage for a deck: who holds the lock serves the link and saves the place."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class StageLock:
    """A lock on the file at `path`, made for it; gone with `release`, or with this process.

    Raises BlockingIOError if another process holds it, another OSError if it cannot be had.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        while True:
            flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            self._descriptor = os.open(path, flags, 0o600)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if self._is_there():
                    return
            except BaseException:
                os.close(self._descriptor)
                raise
            # It was released, and so removed, between opening and locking.
            os.close(self._descriptor)

    def release(self) -> None:
        """Let go, and leave no file behind."""
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.lstat())
        except FileNotFoundError:
            return False
