"""The files of a handout: their names, and those that are left as they are."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
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
