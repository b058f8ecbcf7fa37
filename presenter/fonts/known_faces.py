"""The faces of the system's fonts, remembered from start to start: to read a few hundred files
takes a tenth of a second, for which the first picture would wait.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter.deck.safe_files import atomic_write, cache_folder, read_regular_file
from presenter.fonts.faces import Face, faces

_NAME = "system-faces"
_VERSION = 1
"""Of what `faces` finds."""


class _File(Struct, frozen=True, array_like=True):
    """What was in a file of that time, in nanoseconds, and size."""

    modified: int
    size: int
    faces: tuple[Face, ...]


class _Known(Struct, frozen=True, array_like=True):
    """By the files' paths."""

    version: int
    files: dict[str, _File]


@lru_cache(maxsize=2)
def faces_in(files: tuple[str, ...]) -> tuple[Face, ...]:
    """The upright faces in `files`; only those are read that are others than at the last start."""
    known = _recall() if files else {}
    found: dict[str, _File] = {}
    for file in files:
        with suppress(OSError):
            status = Path(file).stat()
            stamp = status.st_mtime_ns, status.st_size
            before = known.get(file)
            is_same = before is not None and (before.modified, before.size) == stamp
            found[file] = before if before and is_same else _File(*stamp, faces(file))
    if found != known:
        _keep(found)
    return tuple(face for each in found.values() for face in each.faces)


def _recall() -> dict[str, _File]:
    with suppress(OSError, RuntimeError, msgspec.MsgspecError):
        if folder := cache_folder():
            known = msgspec.msgpack.decode(read_regular_file(folder / _NAME), type=_Known)
            return known.files if known.version == _VERSION else {}
    return {}


def _keep(found: dict[str, _File]) -> None:
    with suppress(OSError, RuntimeError):
        if folder := cache_folder():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = msgspec.msgpack.encode(_Known(_VERSION, found))
            atomic_write(folder / _NAME, data, "private")
