"""A PowerPoint file as parts that lead to one another: a zip archive, read piece by piece.

Nothing is unpacked before it is asked for, and each part may be broken by itself: what it would
have shown is then told, and the rest is read. python-pptx reads all parts at once, and ends at the
first relation that leads nowhere. Source: Open Packaging Conventions (ISO/IEC 29500-2).
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.xml import BrokenXmlError, bare_words, children, parse

MOST_XML = 32 * 1024 * 1024
"""How many bytes a part may hold that is XML."""

MOST_ELEMENTS = 1_000_000
"""How many elements all parts together may have: some ten seconds of reading."""

_MOST_DIRECTORY = 8 * 1024 * 1024
"""How many bytes the archive's list of files may take: some hundred thousand files."""

_END = struct.Struct("<4s4H2LH")
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError)
"""What `zipfile` raises where an archive is broken, or locked (RuntimeError)."""


class BrokenPartError(Exception):
    """A part is missing, damaged, or larger than it may be."""


class Relation(NamedTuple):
    """What a part leads to."""

    kind: str
    """``slide``, ``image``, ``hyperlink``: the last word of the relation's type."""
    target: str
    """The name of a part; an address where it is `external`."""
    external: bool


class Package:
    """The parts of an open archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._files = {each.filename.casefold(): each for each in archive.infolist()}
        self._elements = 0

    def bytes_of(self, name: str, most: int) -> bytes:
        """The part called `name`. Raises BrokenPartError if it has more than `most` bytes, too."""
        info = self._files.get(name.casefold())
        if info is None or info.compress_type not in _PLAIN:
            raise BrokenPartError(name)
        try:
            with self._archive.open(info) as file:
                data = file.read(most + 1)
        except (*_FAULTS, OSError) as error:
            raise BrokenPartError(name) from error
        if len(data) > most:
            raise BrokenPartError(name)
        return data

    def tree(self, name: str) -> Element:
        """The part called `name`, which is XML. Raises BrokenPartError."""
        if self._elements > MOST_ELEMENTS:
            raise BrokenPartError(name)
        try:
            root, count = parse(self.bytes_of(name, MOST_XML))
        except BrokenXmlError as error:
            raise BrokenPartError(name) from error
        self._elements += count
        return root

    def words(self, name: str) -> list[str]:
        """The paragraphs of a part that is too large or broken, as far as they can be had."""
        if self._elements > MOST_ELEMENTS:
            return []
        try:
            words, count = bare_words(self.bytes_of(name, MOST_XML))
        except BrokenPartError:
            return []
        self._elements += count
        return words

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part called `name` leads to, by id; what cannot be read leads nowhere."""
        folder, _, file = name.rpartition("/")
        try:
            root = self.tree(f"{folder}/_rels/{file}.rels".lstrip("/"))
        except BrokenPartError:
            return {}
        found = {}
        for each in children(root, "rel:Relationship"):
            target, external = each.get("Target", ""), each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relation(kind, target, external)
        return found

    def has(self, name: str) -> bool:
        """Whether there is a part called `name`."""
        return name.casefold() in self._files


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package at `path`. Raises OSError, or BrokenPartError if it is no archive of files."""
    with path.open("rb") as file:
        if not _is_small(file):
            raise BrokenPartError(str(path))
        try:
            archive = zipfile.ZipFile(file)
        except (*_FAULTS, NotImplementedError) as error:
            raise BrokenPartError(str(path)) from error
        with archive:
            yield Package(archive)


def _is_small(file: BinaryIO) -> bool:
    """Whether the archive's list of files is one to be read: `zipfile` reads the whole of it.

    Source: APPNOTE.TXT 4.3.16. A list that needs the records of Zip64 is too long.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - 0xFFFF))
    tail = file.read()
    start = tail.rfind(b"PK\x05\x06")
    if start < 0 or start + _END.size > len(tail):
        return False
    _, *numbers = _END.unpack_from(tail, start)
    return bool(numbers[4] <= _MOST_DIRECTORY)
