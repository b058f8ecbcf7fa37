"""Drawings of large type kept on disk from one run to the next.

Loading Pillow and the font takes a tenth of a start; a talk that has been shown before at the
same size does without. Only who asks for it by `keep_in` keeps anything: the typesetter by itself
reads and writes no files.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter import __version__
from presenter.deck.whole_files import write_all

_MOST = 64
"""Drawings in the file; the oldest go first. One has some 2 KB."""

_SYMBOLS = frozenset(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

Drawing = tuple[str, ...]


class _File(Struct):
    stamp: str
    drawings: dict[str, Drawing]


class _Kept:
    """The drawings of one file, read at the first question."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drawings: dict[str, Drawing] | None = None

    def get(self, key: str) -> Drawing | None:
        if self._drawings is None:
            self._drawings = self._read()
        return self._drawings.get(key)

    def put(self, key: str, drawing: Drawing) -> None:
        """Add a drawing; what another run has added meanwhile stays."""
        drawings = {**self._read(), key: drawing}
        self._drawings = dict(list(drawings.items())[-_MOST:])
        with suppress(OSError):
            self._write(msgspec.json.encode(_File(_stamp(), self._drawings)))

    def _read(self) -> dict[str, Drawing]:
        """What the file holds; nothing if it is missing, broken or of another version."""
        try:
            kept = msgspec.json.decode(self.path.read_bytes(), type=_File)
        except (OSError, ValueError):
            return {}
        return kept.drawings if kept.stamp == _stamp() else {}

    def _write(self, data: bytes) -> None:
        """Replace the file at once, so that no run ever reads half of it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_all([(self.path, data)])


_kept: _Kept | None = None


def keep_in(folder: Path | None) -> None:
    """Keep drawings in a file of `folder` from now on; None for not at all."""
    global _kept
    _kept = None if folder is None else _Kept(folder / "large-type.json")


def kept(key: str, width: int, rows: int) -> Drawing | None:
    """The drawing kept for `key`, if it is one of at most `width` symbols and `rows` rows.

    An empty one says that the text cannot be drawn.
    """
    drawing = _kept.get(key) if _kept else None
    if drawing is None or len(drawing) > rows:
        return None
    # Whoever may write the file must not write to the terminal.
    good = all(len(row) <= width and _SYMBOLS.issuperset(row) for row in drawing)
    return drawing if good else None


def keep(key: str, drawing: Drawing) -> None:
    """Keep a drawing for later runs, if drawings are kept."""
    if _kept:
        _kept.put(key, drawing)


def _stamp() -> str:
    """The versions that a drawing depends on."""
    import PIL
    import pylopdf_fonts_zh_cn as font

    return f"{__version__} pillow {PIL.__version__} font {font.__version__}"
