"""The formats of handouts: a new one is a module, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from presenter.handout.selection import Selection

Export = Callable[[Selection], Iterator[bytes]]
"""Makes the files of a handout, in order; a generator, so that progress can be told."""


class Format(NamedTuple):
    """A kind of handout. Its module holds the function ``export``, an `Export`."""

    module: str
    paged: bool
    """Whether each page is a file of its own."""
    begins: tuple[bytes, ...] = ()
    """How a file of this kind begins; a file that begins otherwise is not overwritten."""


FORMATS: dict[str, Format] = {
    "svg": Format("presenter.handout.svg", paged=True, begins=(b"<svg", b"<?xml")),
    "txt": Format("presenter.handout.text", paged=False),
}
"""By the ending of the file's name."""


def exporter(name: str) -> Export:
    """The function that makes the files of a format; `name` is one of `FORMATS`."""
    export: Export = import_module(FORMATS[name].module).export
    return export
