"""Where the files of a handout go: to their places, or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from presenter.commands.errors import CommandError, needs_extra
from presenter.commands.lost_output import write_bytes
from presenter.deck.whole_files import write_all
from presenter.handout.export_job import ExportJob
from presenter.handout.formats import (
    FORMATS,
    MissingExtraError,
    OtherKindError,
    exporter,
    numbered,
    refuse_other_kinds,
)

_READABLE = frozenset({"html", "svg", "md", "txt"})
"""The formats that a terminal can show."""


def write_files(job: ExportJob, name: str, path: Path, *, keep: Iterable[Path]) -> None:
    """Write the handout in format `name` to `path`, or to files numbered like it.

    `keep`: the deck and the files that it names, which are never written. Raises CommandError;
    then no file is changed.
    """
    form = FORMATS[name]
    try:
        if not form.paged:
            _refuse([path], name, keep)
        contents = list(_made(job, name))
        paths = numbered(path, len(contents))
        _refuse(paths, name, keep)
        # A link stays one: what it leads to is written.
        write_all([(each.resolve(), data) for each, data in zip(paths, contents, strict=True)])
    except OtherKindError as error:
        raise CommandError("other-kind", path=error.path, format=name) from None
    except OSError as error:
        raise CommandError("not-written", path=path, why=error.strerror or error) from None


def write_stream(job: ExportJob, name: str) -> None:
    """Write the handout in format `name` to standard output.

    Raises CommandError, or LostOutputError if it cannot be written.
    """
    if name not in _READABLE and sys.stdout.isatty():
        raise CommandError("not-to-terminal", format=name)
    contents = list(_made(job, name))
    if len(contents) > 1:
        raise CommandError("one-page-only", pages=len(contents))
    write_bytes(contents[0])


def _made(job: ExportJob, name: str) -> Iterator[bytes]:
    try:
        return exporter(name)(job)
    except MissingExtraError as error:
        raise needs_extra(f".{name}", error.extra) from None


def _refuse(paths: list[Path], name: str, keep: Iterable[Path]) -> None:
    kept = {path.resolve() for path in keep}
    for path in paths:
        if path.resolve() in kept:
            raise CommandError("of-the-deck", path=path)
    form = FORMATS[name]
    refuse_other_kinds(paths, form.begins, form.holds)
