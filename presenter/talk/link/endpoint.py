"""Where stage and consoles meet: a folder of this user alone, a socket, a lock for one stage.

A socket's name is made of the deck's path, so that nobody has to be told of it.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import socket
import stat
from pathlib import Path
from typing import NamedTuple

from presenter.deck.digest import digest

_LONGEST = 100
"""Bytes of a socket's path that every system takes (Linux 107, macOS 103: unix(7), unix(4))."""

_NAME_BYTES = 8

WAITING = 16
"""Connections that wait to be accepted; asyncio accepts as many in one turn of its loop."""


class Endpoint(NamedTuple):
    """The files of one deck's link."""

    socket: Path
    lock: Path
    snapshot: Path


def endpoint_for(deck: Path, *, make: bool = False) -> Endpoint:
    """Where the stage that shows `deck` is met, by whatever path the deck is called.

    The folder is made first if `make` says so. Raises OSError if there is none, or if it is not a
    real folder, this user's own, and closed to all others.
    """
    name = name_of(deck)
    folder = _folder(name)
    if make:
        folder.mkdir(mode=0o700, exist_ok=True)
    check_folder(folder)
    return Endpoint(folder / name, folder / f"{name}.lock", folder / f"{name}.shown")


def endpoints_folder() -> Path:
    """Where all stages of this user are met. Raises OSError as `endpoint_for` does."""
    folder = _folder("0" * 2 * _NAME_BYTES)
    check_folder(folder)
    return folder


def name_of(deck: Path) -> str:
    """16 hexadecimal digits that stand for the real path of `deck`."""
    return digest(os.fsencode(os.path.realpath(deck)), size=_NAME_BYTES)


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


def listen_at(path: Path) -> socket.socket:
    """A socket that listens at `path`, mode 0600, without blocking. The caller holds the lock.

    What a killed stage left there is replaced, if nobody answers. Raises BlockingIOError if
    somebody does, another OSError if it cannot be done.
    """
    if answers(path):
        raise BlockingIOError(f"{path} is in use")
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.setblocking(False)
        listening.bind(str(path))
        path.chmod(0o600)
        listening.listen(WAITING)
    except BaseException:
        listening.close()
        raise
    return listening


def answers(path: Path) -> bool:
    """Whether anybody listens at `path`, be it too busily to take a connection."""
    if path.is_symlink():
        return False
    with contextlib.closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except BlockingIOError:
            return True
        except OSError:
            # A socket of another kind: no stage of ours.
            return False
    return True
