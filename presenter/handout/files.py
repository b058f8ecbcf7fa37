"""Writing files whole or not at all."""

from __future__ import annotations

import mmap
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


class OtherKindError(Exception):
    """A file that exists is of another kind than the one to be written; `path` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def numbered(path: Path, count: int) -> list[Path]:
    """The names of `count` files for pages: ``name-01.svg`` and so on; `path` itself for one."""
    if count == 1:
        return [path]
    digits = max(2, len(str(count)))
    return [path.with_name(f"{path.stem}-{n:0{digits}}{path.suffix}") for n in range(1, count + 1)]


def refuse_other_kinds(
    paths: Sequence[Path], begins: tuple[bytes, ...], holds: bytes = b""
) -> None:
    """Raises OtherKindError if one of `paths` is there and is of another kind.

    A file of the kind begins like one of `begins`, and has `holds` somewhere in it. Without
    `begins` the kind is plain text, in a file that is named like one.
    """
    for path in paths:
        if not path.exists():
            continue
        if not path.is_file():
            raise OtherKindError(path)
        with path.open("rb") as file:
            head = file.read(4096)
            if not head:
                continue
            if begins:
                same = head.lstrip().startswith(begins) and _holds(file.fileno(), holds)
            else:
                same = b"\0" not in head and path.suffix.lower() in ("", ".txt")
        if not same:
            raise OtherKindError(path)


def _holds(file: int, part: bytes) -> bool:
    with mmap.mmap(file, 0, access=mmap.ACCESS_READ) as data:
        return data.find(part) >= 0


def write_whole(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write all `contents`, each first beside its place and then renamed into it.

    A link stays one: what it leads to is written.

    Raises OSError if one cannot be written; then none of them is changed.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        for named, data in contents:
            path = named.resolve()
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            waiting.append((name, path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o666 & ~_umask())
        for name, path in waiting:
            Path(name).replace(path)
    finally:
        for name, _ in waiting:
            with suppress(FileNotFoundError):
                Path(name).unlink()


def _umask() -> int:
    """What new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
