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
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from presenter.deck.characters import clean
from presenter.imports.powerpoint.xml import (
    BrokenXmlError,
    at,
    attribute,
    bare_words,
    children,
    content,
    first,
    is_on,
    parse,
)

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


# A part that is being read.

_UNDERSTOOD = ("a14", "cx")
"""Prefixes of the extensions that are read here: equations, and the charts of 2016."""


@dataclass(frozen=True)
class Reading:
    """A part of `package` by its name. warn: take a code of `presenter.words` and what it is of."""

    package: Package
    part: str
    relations: Mapping[str, Relation]
    warn: Callable[[str, str], None]
    slides: Mapping[str, int]
    """The numbers of the deck's slides by the names of their parts."""

    def beside(self, name: str) -> Reading:
        """The same for the part called `name`."""
        relations = self.package.relations(name)
        return Reading(self.package, name, relations, self.warn, self.slides)

    def warning_to(self, warn: Callable[[str, str], None]) -> Reading:
        """The same, told to another."""
        return replace(self, warn=warn)

    def target(self, element: Element | None, name: str) -> str:
        """The part that the id in an attribute leads to. Raises BrokenPartError."""
        found = self.relations.get(attribute(element, name))
        if found is None or found.external:
            raise BrokenPartError(name)
        return found.target

    def linked(self, element: Element | None, name: str) -> tuple[Reading, Element]:
        """That part, and its tree. Raises BrokenPartError."""
        part = self.target(element, name)
        return self.beside(part), self.package.tree(part)

    def of_kind(self, kind: str) -> list[tuple[Reading, Element | None]]:
        """The parts that relations of a `kind` lead to, and their trees; None for a broken one."""
        found = []
        for each in self.relations.values():
            if each.kind == kind and not each.external:
                try:
                    tree = self.package.tree(each.target)
                except BrokenPartError:
                    tree = None
                found.append((self.beside(each.target), tree))
        return found


def chosen(element: Element) -> list[Element]:
    """`element` itself, or what stands in its place: the choices of ``mc:AlternateContent``.

    The first choice is taken where its extension is read here, else the fallback, else the choice.
    Source: ISO/IEC 29500-3, 7.6.
    """
    found, waiting = [], [element]
    while waiting:
        each = waiting.pop()
        if each.tag != "mc:AlternateContent":
            found.append(each)
            continue
        choice, fallback = at(each, "mc:Choice"), at(each, "mc:Fallback")
        wanted = attribute(choice, "Requires").startswith(_UNDERSTOOD)
        waiting += reversed(children(choice if wanted or not children(fallback) else fallback))
    return found


def words_in(element: Element) -> str:
    """All text under `element` on one line, the paragraphs parted by spaces."""
    texts = (
        "".join(content(run) for run in each.iter() if run.tag in ("a:t", "m:t"))
        for each in element.iter("a:p")
    )
    return clean(" ".join(" ".join(texts).split()))


def name_of(element: Element) -> str:
    """What a shape is called, or what it shows in words where someone wrote that."""
    properties = properties_of(element)
    return clean(attribute(properties, "descr") or attribute(properties, "name"))


def description_of(element: Element) -> str | None:
    """What a shape shows in words; None for one that is there as decoration."""
    properties = properties_of(element)
    if properties is None or is_on(first(properties, "adec:decorative"), "val"):
        return None
    return clean(attribute(properties, "descr"))


def properties_of(element: Element) -> Element | None:
    """The ``cNvPr`` of a shape: its name, its alternative text, whether it is hidden."""
    for outer in element:
        found = outer.find("p:cNvPr")
        if found is not None:
            return found
    return None


# What a file is that is no PowerPoint file of today, so that the way to one can be told.

Foreign = Literal["powerpoint-97", "locked", "opendocument", "keynote", "word", "excel", ""]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Office 97 begin, and those that a password locks ([MS-CFB] 2.2)."""

_ZIP = b"PK\x03\x04"
_STREAMS: tuple[tuple[bytes, Foreign], ...] = (
    ("EncryptedPackage".encode("utf-16-le"), "locked"),
    ("PowerPoint Document".encode("utf-16-le"), "powerpoint-97"),
    ("WordDocument".encode("utf-16-le"), "word"),
    ("Workbook".encode("utf-16-le"), "excel"),
)
_PARTS: tuple[tuple[str, Foreign], ...] = (
    ("word/document.xml", "word"),
    ("xl/workbook.xml", "excel"),
    ("Index/Document.iwa", "keynote"),
    ("Index.zip", "keynote"),
    ("index.apxl", "keynote"),
)
_LOOKED_AT = 4 * 1024 * 1024

SUFFIXES = frozenset(
    [".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".ppt", ".pps", ".pot", ".odp", ".key"]
)
"""How the names of other programs' slides end, in small letters."""


def is_presentation(path: Path) -> bool:
    """Whether `path` is to be read as another program's slides: by its name, or what is in it."""
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            start = file.read(len(_COMPOUND))
    except OSError:
        return False
    return start == _COMPOUND or start.startswith(_ZIP)


def foreign_kind(path: Path) -> Foreign:
    """What the file at `path` is; empty for one that nothing is known of. Raises OSError."""
    if path.is_dir():  # Keynote saves as a folder, too
        return "keynote" if path.suffix.lower() == ".key" else ""
    with path.open("rb") as file:
        if file.read(len(_COMPOUND)) == _COMPOUND:
            # The directory of streams may be anywhere; most often it is at the end.
            size = file.seek(0, 2)
            file.seek(0)
            found = file.read(_LOOKED_AT)
            file.seek(max(0, size - _LOOKED_AT))
            found += file.read(_LOOKED_AT)
            return next((kind for name, kind in _STREAMS if name in found), "")
    try:
        with opened(path) as package:
            if kind := next((kind for name, kind in _PARTS if package.has(name)), None):
                return kind
            said = package.bytes_of("mimetype", 100)
    except BrokenPartError:
        return ""
    return "opendocument" if said.startswith(b"application/vnd.oasis.opendocument") else ""
