"""Files that hold the old or the new, never a half, and files that are read, never waited for.

Whatever presenter writes goes through `atomic_write` or `write_new`, whatever it reads by a name
that others may choose through `open_regular`, `read_regular_file` or `DeckFile.open`. What is a
user's own lies in the folders of the XDG Base Directory Specification.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import BinaryIO, Literal, NamedTuple

Access = Literal["open", "private", "kept"]
"""Who may use what is written: whom the umask lets, nobody else (mode 0600), or who might before.

One process at a time may write a private file; it tidies up what one that was killed had begun.
"""

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""Opening a FIFO would wait for its writer without O_NONBLOCK."""

_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC


class NotRegularError(OSError):
    """What goes by the name is a FIFO, a device or a link."""


class IsFolderError(NotRegularError, IsADirectoryError):
    """What goes by the name is a folder."""


class DeckFile(NamedTuple):
    """A regular file in `folder` or below it; both are real paths, no link on the way.

    A talk goes on for an hour, and a picture is opened when it is drawn, shared or exported, long
    after its name was checked. Whoever can write into the deck's folder could meanwhile have put a
    link to a private file there, or a FIFO that is waited for without end. So the path is walked
    anew each time, from the deck's folder down, no link is followed, and the file is judged by its
    open descriptor, never by its name.
    """

    folder: str
    path: str
    stamp: str = ""
    """Tells versions of the file apart."""

    def open(self) -> BinaryIO:
        """The file, to be read. Raises OSError where it is none any more, links included."""
        # What is opened is the path's end, whoever renames folders meanwhile.
        *folders, name = PurePath(self.path).relative_to(self.folder).parts
        at = os.open(self.folder, _FOLDER)
        try:
            for each in folders:
                below = os.open(each, _FOLDER | os.O_NOFOLLOW, dir_fd=at)
                os.close(at)
                at = below
            descriptor = os.open(name, _FLAGS | os.O_NOFOLLOW, dir_fd=at)
        finally:
            os.close(at)
        return _regular(descriptor, self.path)

    def is_as_it_was(self) -> bool:
        """Whether the file is still there, in this version."""
        try:
            with self.open() as file:
                return stamp_of(file) == self.stamp
        except OSError:
            return False


def stamp_of(file: BinaryIO) -> str:
    """What tells this version of an open file from others."""
    status = os.fstat(file.fileno())
    return f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}"


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """The regular file at `path`, to be read. follow: also through a link.

    Raises OSError: NotRegularError for a folder, a FIFO, a device.
    """
    return _regular(os.open(path, _FLAGS | (0 if follow else os.O_NOFOLLOW)), str(path))


def read_regular_file(path: Path) -> bytes:
    """The content of the regular file at `path`, which is no link. Raises OSError; never waits."""
    with open_regular(path, follow=False) as file:
        return file.read()


def _regular(descriptor: int, name: str) -> BinaryIO:
    """The file behind a descriptor, if it is a regular one; else that is closed.

    (`os.fdopen` leaves it open where it refuses a folder.)
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


def atomic_write(
    path: Path, data: bytes, access: Access = "open", check: Callable[[], None] = lambda: None
) -> None:
    """Make `data` the content of `path`, as `atomic_write_all` does."""
    atomic_write_all([(path, data)], access, check)


def atomic_write_all(
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


def _begin(path: Path, access: Access) -> tuple[int, Path]:
    """A new file beside `path`: its descriptor and its name, no longer than names may be.

    Named by hand: `tempfile` takes 4 ms to import, before the first slide.
    """
    if access == "private":
        begun = path.with_name(f".{path.name}.new")
        begun.unlink(missing_ok=True)
    else:
        begun = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(begun, flags, 0o600), begun


def _give_access(descriptor: int, path: Path, access: Access) -> None:
    if access == "open":
        mask = os.umask(0o077)  # it can only be read by setting it
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)
    elif access == "kept":
        status = path.stat()
        with suppress(OSError):  # only root may give a file away
            os.fchown(descriptor, status.st_uid, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def user_folder(variable: str, default: str) -> Path:
    """Ours in the folder that `variable` names, else in `default` below the user's home.

    A relative path in `variable` is ignored, as the specification asks. Raises RuntimeError if
    there is no home.
    """
    given = Path(os.environ.get(variable, ""))
    base = given if given.is_absolute() else Path.home() / default
    return base / "presenter"


def state_folder() -> Path:
    """``$XDG_STATE_HOME/presenter``, for what outlives a run; made if need be.

    Raises OSError if it cannot be made, RuntimeError if there is no home.
    """
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def cache_folder() -> Path | None:
    """``$XDG_CACHE_HOME/presenter``, for what can be made again; None without a home."""
    try:
        return user_folder("XDG_CACHE_HOME", ".cache")
    except RuntimeError:
        return None
