"""Drawings of large type kept on disk from one run to the next.

Loading Pillow and the font takes a tenth of a start; a talk that has been shown before at the
same size does without. Nothing is kept before somebody opens the cache: the typesetter by itself
reads and writes no files.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from presenter import __version__
from presenter.deck.safe_files import atomic_write_all

_MOST = 128
"""Drawings in the file; the oldest go first. One has some 2 KB."""

_RULES = 6
"""The number of our rules of drawing within one version: with others all is drawn anew."""

_SYMBOLS = frozenset(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


class Drawing(Struct, frozen=True, array_like=True):
    """A text in large type: its size in pixels to the em, and its rows of symbols.

    awkward: whether its lines break as one would not speak, or one of them is short. Without rows
    it says that the text cannot be drawn, or only how large it could be.
    """

    size: int
    rows: tuple[str, ...]
    awkward: bool = False


class _File(Struct):
    stamp: str
    drawings: dict[str, Drawing]


_path: Path | None = None
_drawings: dict[str, Drawing] | None = None
"""What the file holds; None before the first question."""


def open(folder: Path | None) -> None:
    """Keep drawings in a file of `folder` from now on; None for not at all."""
    global _path, _drawings
    _path, _drawings = folder and folder / "large-type.json", None


def get(key: str, width: int, rows: int) -> Drawing | None:
    """The drawing kept for `key`, if it is one of at most `width` symbols and `rows` rows."""
    global _drawings
    if _path and _drawings is None:
        _drawings = _read(_path)
    drawing = (_drawings or {}).get(key)
    if drawing is None or len(drawing.rows) > rows:
        return None
    # Whoever may write the file must not write to the terminal.
    good = all(len(row) <= width and _SYMBOLS.issuperset(row) for row in drawing.rows)
    return drawing if good else None


def put(key: str, drawing: Drawing) -> None:
    """Keep a drawing for later runs; what another run has added meanwhile stays."""
    global _drawings
    if not _path:
        return
    _drawings = dict([*_read(_path).items(), (key, drawing)][-_MOST:])
    with suppress(OSError):
        _path.parent.mkdir(parents=True, exist_ok=True)
        # Replaced at once, so that no run ever reads half of it.
        atomic_write_all([(_path, msgspec.json.encode(_File(_stamp(), _drawings)))])


def _read(path: Path) -> dict[str, Drawing]:
    """What the file holds; nothing if it is missing, broken or of another version."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, ValueError):
        return {}
    return kept.drawings if kept.stamp == _stamp() else {}


def _stamp() -> str:
    """The versions that a drawing depends on."""
    import PIL
    import pylopdf_fonts_zh_cn as font

    return f"{__version__}.{_RULES} pillow {PIL.__version__} font {font.__version__}"
