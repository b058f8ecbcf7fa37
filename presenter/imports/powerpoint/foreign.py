"""What a file is that is no PowerPoint file of today, so that the way to one can be told."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from presenter.imports.powerpoint.package import BrokenPartError, Package, opened

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
            return _kind_in(package)
    except BrokenPartError:
        return ""


def _kind_in(package: Package) -> Foreign:
    for name, kind in _PARTS:
        if package.has(name):
            return kind
    try:
        said = package.bytes_of("mimetype", 100)
    except BrokenPartError:
        return ""
    return "opendocument" if said.startswith(b"application/vnd.oasis.opendocument") else ""
