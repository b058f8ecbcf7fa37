"""The formats of handouts: a new one is a module, and a row here; how their files are named."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from presenter.handout.export_job import ExportJob

Export = Callable[[ExportJob], Iterator[bytes]]
"""Makes the files of a handout, in order; a generator, so that progress can be told."""


_EXTRA = "handout"
"""The extra of the package that some formats need."""


class MissingExtraError(Exception):
    """What a format needs is not installed; `extra` is what to install with presenter."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra


class OtherKindError(Exception):
    """A file that exists is of another kind than the one to be written; `path` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Format(NamedTuple):
    """A kind of handout. Its module holds the function ``export``, an `Export`."""

    module: str
    paged: bool = False
    """Whether each page is a file of its own."""
    begins: tuple[bytes, ...] = ()
    """How a file of this kind begins; a file that begins otherwise is not overwritten."""
    holds: bytes = b""
    """What it has somewhere in it, where others begin likewise."""
    needs: str = ""
    """The module that is there if the extra is installed, for one that needs it."""


FORMATS: dict[str, Format] = {
    "html": Format("html.document", begins=(b"<!doctype html", b"<!DOCTYPE html", b"<html")),
    "pdf": Format("pdf", begins=(b"%PDF-",), needs="typst"),
    "png": Format("png", paged=True, begins=(b"\x89PNG",), needs="typst"),
    "pptx": Format(
        "pptx",
        begins=(b"PK\x03\x04",),
        holds=b"ppt/presentation.xml",  # of a zip's names, which are not compressed
        needs="pptx",
    ),
    "svg": Format("svg", paged=True, begins=(b"<svg", b"<?xml"), holds=b"<svg"),
    "md": Format("markdown.document", begins=(b"---",)),
    "txt": Format("text"),
}
"""By the ending of the file's name."""


def exporter(name: str) -> Export:
    """The function that makes the files of a format; `name` is one of `FORMATS`.

    Raises MissingExtraError if what it needs is not installed.
    """
    form = FORMATS[name]
    if form.needs and find_spec(form.needs) is None:
        raise MissingExtraError(_EXTRA)
    try:
        export: Export = import_module(f"presenter.handout.{form.module}").export
    except ModuleNotFoundError as error:  # something that the extra needs in turn
        if not form.needs or (error.name or "").startswith("presenter"):
            raise
        raise MissingExtraError(_EXTRA) from None
    return export


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
