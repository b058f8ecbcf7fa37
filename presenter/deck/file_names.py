"""Names of files as people write them, and as file systems have them.

A name that looks the same may be written in other characters (é as one or as two: macOS takes the
one for the other, and hands out the longer), and macOS and Windows take capitals for small letters.
So a deck that shows its pictures there would miss them elsewhere.
"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from presenter.deck.suggest import nearest

_MOST_ENTRIES = 10_000
"""Entries of a folder that are looked through for a name."""


class Found(NamedTuple):
    """What a name was found to mean. same: whether it looks like what is written."""

    path: Path
    same: bool


def look_for(folder: Path, name: str) -> Found | None:
    """The entry below `folder` that `name` means; None if there is none, or more than one.

    It is one that looks the same, else the only one that differs by capitals.
    """
    path, same = folder, True
    for part in Path(name).parts:
        if part == ".." or os.path.lexists(path / part):
            path /= part
            continue
        looks = normalize("NFC", part)
        entries = _entries(path)
        alike = [each for each in entries if normalize("NFC", each) == looks]
        if not alike:
            same = False
            alike = [each for each in entries if _folded(each) == _folded(part)]
        if len(alike) != 1:
            return None
        path /= alike[0]
    return Found(path, same)


def near_name(folder: Path, name: str) -> str:
    """What may have been meant by `name`, where that is missing; empty if nothing is like it."""
    written = Path(name)
    beside = folder / written.parent
    found = nearest(written.name, (each for each in _entries(beside) if (beside / each).is_file()))
    return str(written.parent / found) if found else ""


def _entries(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return [each.name for each in islice(found, _MOST_ENTRIES)]
    except OSError:
        return []


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())
