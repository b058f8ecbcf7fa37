"""Text in large glyphs: the size, the line breaks and the symbols that suit a room best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from presenter.typeset.large.breaks import ways
from presenter.typeset.large.glyphs import covers, metrics
from presenter.typeset.large.mosaic import Mosaic
from presenter.typeset.large.room import Room, least_size, rooms
from presenter.typeset.page import Line, Run
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting

Lines = tuple[Line, ...]

_LONGEST = 60
"""Characters; a longer text is not tried, as no usual screen has room for it."""

_MORE_LINES = 0.9
"""What a size is worth with one line more: two lines must gain more than a tenth."""

_TRIES = 3
"""How many sizes are tried from the one reckoned: hinting makes glyphs a little larger or less."""


def set_large(
    text: str,
    width: int,
    rows: int,
    setting: Setting,
    style: str = "big",
    *,
    centred: bool = False,
) -> Lines | None:
    """`text` in the largest glyphs that fit into `width` cells and `rows` rows.

    In half blocks where those are readable, in quadrants where only those are; in full blocks
    where ambiguous characters are wide. None where nothing readable fits, or where the packaged
    font lacks a character: then plain bold type is the way. Line feeds in `text` part lines.
    `centred` sets each line of glyphs in the middle of the widest one.
    """
    wide = setting.ambiguous == "wide"
    return _large(text, width, rows, setting.language, style, wide=wide, centred=centred)


def set_side_by_side(
    texts: Sequence[str], width: int, rows: int, setting: Setting, style: str
) -> tuple[Lines, ...] | None:
    """Each of `texts` on one line in `width` cells and `rows` rows, all in one size.

    They have equally many rows, and their baselines on the same one. None as for `set_large`.
    """
    return _side_by_side(tuple(texts), width, rows, style, wide=setting.ambiguous == "wide")


@lru_cache(maxsize=64)
def _large(
    text: str, width: int, rows: int, language: str, style: str, *, wide: bool, centred: bool
) -> Lines | None:
    text = _drawable(text)
    if not text:
        return None
    for tear_words in (False, True):
        breaks = list(ways(text, language, _advance, rows, tear_words=tear_words))
        for room in rooms(width, rows, wide=wide):
            sized = [(lines, room.size(lines)) for lines in breaks]
            sized.sort(key=lambda each: -each[1] * _MORE_LINES ** len(each[0]))
            for lines, about in sized:
                for size in _sizes(about, text):
                    if drawn := room.draw(lines, size):
                        return _stacked(drawn, room, size, style, centred=centred)
    return None


@lru_cache(maxsize=64)
def _side_by_side(
    texts: tuple[str, ...], width: int, rows: int, style: str, *, wide: bool
) -> tuple[Lines, ...] | None:
    texts = tuple(map(_drawable, texts))
    if not all(texts) or any("\n" in text for text in texts):
        return None
    for room in rooms(width, rows, wide=wide):
        for size in _sizes(room.size(texts, stacked=False), "".join(texts)):
            if drawn := room.draw(texts, size, stacked=False):
                return tuple(
                    tuple(_line(row, room.mosaic, style) for row in text) for text in drawn
                )
    return None


def _drawable(text: str) -> str:
    """`text` with composed characters, without soft hyphens; empty if it cannot be drawn."""
    text = normalize("NFC", text).replace("\u00ad", "").strip()
    if len(text) > _LONGEST or not covers(text.replace("\n", "")):
        return ""
    return text


def _sizes(about: int, text: str) -> range:
    return range(about, max(least_size(text), about - _TRIES + 1) - 1, -1)


def _advance(character: str) -> float:
    return metrics(character).advance


def _stacked(drawn: list[list[str]], room: Room, size: int, style: str, *, centred: bool) -> Lines:
    """Lines of glyphs one under another, without empty rows at the ends."""
    widths = [max(map(len, rows)) * room.mosaic.cells for rows in drawn]
    lines: list[Line] = []
    for rows, width in zip(drawn, widths, strict=True):
        if lines:
            lines += [()] * room.gap(size)
        left = (max(widths) - width) // 2 if centred else 0
        for row in rows:
            line = _line(row, room.mosaic, style)
            lines.append((space(left), *line) if left and line else line)
    filled = [number for number, line in enumerate(lines) if line]
    return tuple(lines[filled[0] : filled[-1] + 1])


def _line(row: str, mosaic: Mosaic, style: str) -> Line:
    if not row:
        return ()
    return (Run(row.replace(" ", " " * mosaic.cells), style, len(row) * mosaic.cells),)
