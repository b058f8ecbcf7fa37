"""Files that hold the old or the new, never a half; and files that are read, never waited for."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal

Access = Literal["open", "private", "kept"]
"""Who may use what is written: whom the umask lets, nobody else, or who might before."""

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""Opening a FIFO would wait for its writer without O_NONBLOCK."""


class NotRegularError(OSError):
    """What goes by the name is a FIFO, a device or a link."""


class IsFolderError(NotRegularError, IsADirectoryError):
    """What goes by the name is a folder."""


def write_all(
    contents: Sequence[tuple[Path, bytes]],
    access: Access = "open",
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write all `contents`, each first beside its place, then renamed into it; a link is replaced.

    check: called when all is written and nothing changed yet; what it raises leaves it so.

    Raises OSError if one cannot be written: then none is changed, and nothing is left beside them.
    """
    begun: list[tuple[Path, Path]] = []
    try:
        for path, data in contents:
            descriptor, name = _begin(path, access)
            begun.append((name, path))
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                _give_access(descriptor, path, access)
                if access == "kept":  # somebody's own work: not even a power cut may halve it
                    os.fsync(descriptor)
        check()
        for name, path in begun:
            name.replace(path)
    finally:
        for name, _ in begun:
            with suppress(OSError):
                name.unlink()


def write_private(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, mode 0600, as `write_all` does.

    One process at a time may do so, which tidies up what one that was killed had begun.
    """
    write_all([(path, data)], "private")


def write_new(path: Path, data: bytes) -> None:
    """Make a file at `path` that holds `data`. Raises OSError, FileExistsError if there is one.

    Of a file that cannot be written whole nothing is left.
    """
    file = path.open("xb", buffering=0)
    try:
        with file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """The regular file at `path`, to be read. follow: also through a link.

    Raises OSError: NotRegularError for a folder, a FIFO, a device.
    """
    return regular(os.open(path, _FLAGS | (0 if follow else os.O_NOFOLLOW)), str(path))


def regular(descriptor: int, name: str) -> BinaryIO:
    """The file behind a descriptor, to be read, if it is a regular one, as `open_regular` says.

    The descriptor is closed otherwise: `os.fdopen` leaves it open where it refuses a folder.
    """
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsFolderError(errno.EISDIR, os.strerror(errno.EISDIR), name)
        if not stat.S_ISREG(mode):
            raise NotRegularError(errno.EINVAL, "Not a regular file", name)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_whole(path: Path) -> bytes:
    """The content of the regular file at `path`, which is no link. Raises OSError; never waits."""
    with open_regular(path, follow=False) as file:
        return file.read()


def _begin(path: Path, access: Access) -> tuple[int, Path]:
    """A new file beside `path`: its descriptor and its name."""
    if access != "private":
        descriptor, name = tempfile.mkstemp(
            prefix=f".{path.name[:100]}.", suffix=".new", dir=path.parent
        )
        return descriptor, Path(name)
    begun = path.with_name(f".{path.name}.new")
    begun.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    return os.open(begun, flags, 0o600), begun


def _give_access(descriptor: int, path: Path, access: Access) -> None:
    if access == "open":
        os.fchmod(descriptor, 0o666 & ~_umask())
    elif access == "kept":
        status = path.stat()
        with suppress(OSError):  # only root may give a file away
            os.fchown(descriptor, status.st_uid, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def _umask() -> int:
    """What new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
