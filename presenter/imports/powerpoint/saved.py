"""Pictures out of a file, saved beside the outline under names of their own."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from presenter.deck.pictures import MOST_BYTES, header_of
from presenter.deck.whole_files import write_new
from presenter.imports.powerpoint.cut import WHOLE, Cut, redrawn

_ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
_REDRAWN = (b"II*\0", b"MM\0*", b"BM")
"""How files in formats begin that become PNG: TIFF and BMP."""


class NotSavedError(Exception):
    """A picture cannot be written to `path`, and `why`."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(str(error))
        self.path = path
        self.why = error.strerror or str(error)


class Saved:
    """Saves pictures into `folder` as ``stem-1.png``; None saves nothing. No file is replaced."""

    def __init__(self, folder: Path | None, stem: str = "picture") -> None:
        self.folder = folder
        self.paths: list[Path] = []
        """What was written."""
        self._stem = stem
        self._names: dict[tuple[bytes, Cut], str] = {}
        self._number = 0

    def save(self, data: bytes, cut: Cut = WHOLE) -> str:
        """The name of the file that holds what `cut` leaves of `data`; empty if there is none.

        There is none if it is no picture that a deck may show. Raises NotSavedError.
        """
        if self.folder is None:
            return ""
        key = (sha256(data).digest(), cut)
        if key not in self._names:
            self._names[key] = self._save(self.folder, data, cut)
        return self._names[key]

    def keep(self) -> None:
        """Leave what was written where it is, whatever comes."""
        self.paths.clear()

    def discard(self) -> None:
        """Take back what was written."""
        for path in self.paths:
            with suppress(OSError):
                path.unlink()
        self.paths.clear()

    def _save(self, folder: Path, data: bytes, cut: Cut) -> str:
        if cut != WHOLE or data.startswith(_REDRAWN):
            data = redrawn(data, cut)
        header = header_of(BytesIO(data))
        if header is None or header.is_too_large or len(data) > MOST_BYTES:
            return ""
        return self._write(folder, data, _ENDINGS[header.kind])

    def _write(self, folder: Path, data: bytes, ending: str) -> str:
        while True:
            self._number += 1
            path = folder / f"{self._stem}-{self._number}{ending}"
            try:
                write_new(path, data)
            except FileExistsError:
                continue
            except OSError as error:
                raise NotSavedError(path, error) from error
            self.paths.append(path)
            return path.name
