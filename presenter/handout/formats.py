"""The formats of handouts: a new one is a module, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from presenter.handout.export_job import ExportJob

Export = Callable[[ExportJob], Iterator[bytes]]
"""Makes the files of a handout, in order; a generator, so that progress can be told."""


class MissingExtraError(Exception):
    """What a format needs is not installed; `extra` is what to install with presenter."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra


class Format(NamedTuple):
    """A kind of handout. Its module holds the function ``export``, an `Export`."""

    module: str
    paged: bool
    """Whether each page is a file of its own."""
    begins: tuple[bytes, ...] = ()
    """How a file of this kind begins; a file that begins otherwise is not overwritten."""
    holds: bytes = b""
    """What it has somewhere in it, where others begin likewise."""
    extra: str = ""
    """The extra of the package that it needs; empty for none."""
    needs: str = ""
    """The module that is there if the extra is installed."""


FORMATS: dict[str, Format] = {
    "html": Format(
        "presenter.handout.html",
        paged=False,
        begins=(b"<!doctype html", b"<!DOCTYPE html", b"<html"),
    ),
    "pdf": Format(
        "presenter.handout.pdf",
        paged=False,
        begins=(b"%PDF-",),
        extra="handout",
        needs="typst",
    ),
    "png": Format(
        "presenter.handout.png",
        paged=True,
        begins=(b"\x89PNG",),
        extra="handout",
        needs="typst",
    ),
    "pptx": Format(
        "presenter.handout.pptx",
        paged=False,
        begins=(b"PK\x03\x04",),
        holds=b"ppt/presentation.xml",  # of a zip's names, which are not compressed
        extra="handout",
        needs="pptx",
    ),
    "svg": Format("presenter.handout.svg", paged=True, begins=(b"<svg", b"<?xml"), holds=b"<svg"),
    "md": Format("presenter.handout.markdown", paged=False, begins=(b"---",)),
    "txt": Format("presenter.handout.text", paged=False),
}
"""By the ending of the file's name."""


def exporter(name: str) -> Export:
    """The function that makes the files of a format; `name` is one of `FORMATS`.

    Raises MissingExtraError if what it needs is not installed.
    """
    form = FORMATS[name]
    if form.needs and find_spec(form.needs) is None:
        raise MissingExtraError(form.extra)
    try:
        export: Export = import_module(form.module).export
    except ModuleNotFoundError as error:  # something that the extra needs in turn
        if not form.extra or (error.name or "").startswith("presenter"):
            raise
        raise MissingExtraError(form.extra) from None
    return export
