"""Text in large glyphs: the size, the line breaks and the symbols that suit a room best."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from presenter.typeset.kinsoku import CJK
from presenter.typeset.large.breaks import Lines, ways
from presenter.typeset.large.glyphs import Bitmap, bitmap, covers, metrics
from presenter.typeset.large.mosaic import FULL, HALVES, QUADRANTS, Mosaic
from presenter.typeset.page import Line, Run
from presenter.typeset.setting import Setting

_LEAST_HAN = 14
_LEAST = 10
"""The smallest readable sizes, in pixels to the em: of Han characters and of others."""

_LONGEST = 60
"""Characters; a longer text is not tried, as no usual screen has room for it."""

_BEARINGS = 0.08
"""About how much of a line's advance width, in ems, is no ink at its two ends."""

_MORE_LINES = 0.9
"""What a size is worth with one line more: two lines must gain more than a tenth."""


class _Room(NamedTuple):
    """What a text is fitted into, in pixels and rows, and how these are drawn."""

    pixels: int
    rows: int
    mosaic: Mosaic

    def line_rows(self, high: float) -> int:
        """The rows that a line of `high` pixels takes."""
        return -int(-high // self.mosaic.down)

    def gap(self, size: float) -> int:
        """The empty rows between two lines."""
        return max(1, round(size / 16 / self.mosaic.down))

    def holds(self, lines: int, size: float, high: float) -> bool:
        """Whether there are the rows for so many lines of `high` pixels."""
        return lines * self.line_rows(high) + (lines - 1) * self.gap(size) <= self.rows


def set_large(
    text: str, width: int, rows: int, setting: Setting, style: str = "big"
) -> tuple[Line, ...] | None:
    """`text` in the largest glyphs that fit into `width` cells and `rows` rows.

    In half blocks where those are readable, in quadrants where only those are; in full blocks
    where ambiguous characters are wide. None where nothing readable fits, or where the packaged
    font lacks a character: then plain bold type is the way. Line feeds in `text` part lines.
    """
    return _set(text, width, rows, setting.language, setting.ambiguous == "wide", style)


@lru_cache(maxsize=64)
def _set(
    text: str, width: int, rows: int, language: str, wide: bool, style: str
) -> tuple[Line, ...] | None:
    text = normalize("NFC", text).strip()
    least = _LEAST_HAN if CJK.search(text) else _LEAST
    if not text or len(text) > _LONGEST or not covers(text.replace("\n", "")):
        return None
    for tear_words in (False, True):
        breaks = list(ways(text, language, _advance, rows, tear_words=tear_words))
        for mosaic in (FULL,) if wide else (HALVES, QUADRANTS):
            room = _Room(width // mosaic.cells * mosaic.across, rows, mosaic)
            sized = [(lines, _size(lines, least, room)) for lines in breaks]
            sized.sort(key=lambda each: -each[1] * _MORE_LINES ** len(each[0]))
            for lines, size in sized:
                for smaller in range(size, max(least, size - 3) - 1, -1):
                    bitmaps = [bitmap(line, smaller) for line in lines]
                    if drawn := _draw(bitmaps, smaller, room):
                        return tuple(_line(row, mosaic, style) for row in drawn)
    return None


def _advance(character: str) -> float:
    return metrics(character).advance


def _size(lines: Lines, least: int, room: _Room) -> int:
    """About the largest size, in pixels, at which `lines` fit; 0 if it is below `least`."""
    every = [metrics(character) for character in "".join(lines)]
    high = max(each.bottom for each in every) - min(each.top for each in every)
    widest = max(sum(map(_advance, line)) for line in lines)
    size = int(min(room.pixels / max(0.1, widest - _BEARINGS), room.rows * room.mosaic.down * 2))
    while size >= least and not room.holds(len(lines), size, high * size):
        size -= 1
    return size if size >= least else 0


def _draw(bitmaps: list[Bitmap], size: int, room: _Room) -> list[str]:
    """The lines in rows of symbols, on baselines equally far apart; empty if they do not fit."""
    top = min(line.top for line in bitmaps)
    bottom = max(line.bottom for line in bitmaps)
    if max(line.width for line in bitmaps) > room.pixels or not room.holds(
        len(bitmaps), size, bottom - top
    ):
        return []
    drawn: list[str] = []
    for line in bitmaps:
        if drawn:
            drawn += [""] * room.gap(size)
        above, below = (0,) * (line.top - top), (0,) * (bottom - line.bottom)
        drawn += room.mosaic.draw((*above, *line.rows, *below))
    filled = [number for number, row in enumerate(drawn) if row]
    return drawn[filled[0] : filled[-1] + 1] if filled else []


def _line(row: str, mosaic: Mosaic, style: str) -> Line:
    if not row:
        return ()
    return (Run(row.replace(" ", " " * mosaic.cells), style, len(row) * mosaic.cells),)
