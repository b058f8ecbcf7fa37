"""Pictures out of a file, saved beside the outline under names of their own."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from presenter.deck.pictures import kind_of, size_of

_ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}


class Saved:
    """Saves pictures into `folder` as ``stem-1.png``; None saves nothing. No file is replaced."""

    def __init__(self, folder: Path | None, stem: str = "picture") -> None:
        self.folder = folder
        self._stem = stem
        self._names: dict[bytes, str] = {}
        self._number = 0

    def save(self, data: bytes) -> str:
        """The name of the file that holds `data`; empty if it is no picture that a deck may show.

        Raises OSError if it cannot be written.
        """
        kind = kind_of(data)
        if self.folder is None or not kind or size_of(data) is None:
            return ""
        digest = sha256(data).digest()
        if digest not in self._names:
            self._names[digest] = self._write(self.folder, data, _ENDINGS[kind.lower()])
        return self._names[digest]

    def _write(self, folder: Path, data: bytes, ending: str) -> str:
        while True:
            self._number += 1
            name = f"{self._stem}-{self._number}{ending}"
            try:
                with (folder / name).open("xb") as file:
                    file.write(data)
            except FileExistsError:
                continue
            return name
