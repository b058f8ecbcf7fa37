"""Reading a deck's bytes as text."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from msgspec import Struct

from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.whole_files import open_regular

MOST_BYTES = 32 * 1024 * 1024

STANDARD_INPUT = "<stdin>"
"""The path under which diagnostics speak of a deck from standard input."""


class Source(Struct, frozen=True):
    """A deck as text, and the name under which diagnostics speak of it.

    `folder` holds the files that it may name; None if there is no such folder.
    """

    path: str
    text: str
    folder: Path | None = None


class UnreadableError(Exception):
    """The deck cannot be read at all; `diagnostic` says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_source(path: Path) -> Source:
    """The text of the deck at `path`.

    Raises OSError if there is no such file, or it is a folder, a FIFO or a device (which is never
    waited for); UnreadableError if it is too large or no UTF-8 (or UTF-16 with its mark).
    """
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise _too_large(str(path))
        data = file.read(MOST_BYTES + 1)
    return decode(data, str(path), path.parent)


def decode(data: bytes, path: str, folder: Path | None = None) -> Source:
    """`data` as text with line feeds. Raises UnreadableError as `read_source` does."""
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        from presenter.deck.chinese_encodings import chinese_encoding

        before = data[: error.start].decode(encoding, "ignore")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise UnreadableError(
            Diagnostic(
                path=path,
                place=place,
                code=chinese_encoding(data) or "encoding",
                values={"byte": f"0x{data[error.start]:02X}"},
            )
        ) from None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"), folder)


def _too_large(path: str) -> UnreadableError:
    megabytes = MOST_BYTES // (1024 * 1024)
    return UnreadableError(
        Diagnostic(path=path, place=Place(), code="too-large", values={"megabytes": megabytes})
    )
