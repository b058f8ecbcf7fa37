"""Reading a deck's bytes as text."""

from __future__ import annotations

import codecs
from pathlib import Path

from msgspec import Struct

from presenter.deck.diagnostics import Diagnostic, Place

MOST_BYTES = 32 * 1024 * 1024


class Source(Struct, frozen=True):
    """A deck as text, and the name under which diagnostics speak of it."""

    path: str
    text: str


class UnreadableError(Exception):
    """The deck cannot be read at all; `diagnostic` says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_source(path: Path) -> Source:
    """The text of the deck at `path`.

    Raises OSError if there is no such regular file, UnreadableError if it is too large or no
    UTF-8 (or UTF-16 with its byte order mark).
    """
    if path.is_dir():
        raise IsADirectoryError(str(path))
    if path.exists() and not path.is_file():
        raise OSError(f"not a regular file: {path}")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return decode(data, str(path))


def decode(data: bytes, path: str) -> Source:
    """`data` as text. Raises UnreadableError as `read_source` does."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            Diagnostic(path=path, place=Place(), code="too-large", values={"megabytes": 32})
        )
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        code = "gb18030" if _is_gb18030(data) else "encoding"
        raise UnreadableError(
            Diagnostic(
                path=path, place=Place(line, 1), code=code, values={"byte": data[error.start]}
            )
        ) from None
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
