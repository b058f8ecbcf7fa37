"""Text in large glyphs: the size, the line breaks and the symbols that suit a room best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from presenter.typeset.bidi import has_right_to_left
from presenter.typeset.large.glyphs import font_with, metrics
from presenter.typeset.large.kept import keep, kept
from presenter.typeset.large.room import least_size, rooms
from presenter.typeset.page import Line, Run
from presenter.typeset.setting import Setting

Lines = tuple[Line, ...]

_LONGEST = 60
"""Characters; a longer text is not tried, as no usual screen has room for it."""

_LEAST_WIDTH = 8
_LEAST_ROWS = 4
"""In less room nothing readable fits; the font need not be asked."""

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
    where ambiguous characters are wide. None where nothing readable fits, or where no font has
    all of its characters, or where they run from right to left: then plain bold type is the
    way. Line feeds in `text` part lines. `centred` sets each line of glyphs in the middle of the
    widest one.
    """
    if has_right_to_left(text):
        return None
    wide = setting.ambiguous == "wide"
    drawn = _large(text, width, rows, setting.language, wide=wide, centred=centred)
    return tuple(_line(row, style, wide=wide) for row in drawn) or None


def set_side_by_side(
    texts: Sequence[str], width: int, rows: int, setting: Setting, style: str
) -> tuple[Lines, ...] | None:
    """Each of `texts` on one line in `width` cells and `rows` rows, all in one size.

    They have equally many rows, and their baselines on the same one. None as for `set_large`.
    """
    if any(map(has_right_to_left, texts)):
        return None
    wide = setting.ambiguous == "wide"
    drawn = _side_by_side(tuple(texts), width, rows, setting.language, wide=wide)
    return tuple(tuple(_line(row, style, wide=wide) for row in each) for each in drawn) or None


@lru_cache(maxsize=64)
def _large(
    text: str, width: int, rows: int, language: str, *, wide: bool, centred: bool
) -> tuple[str, ...]:
    """The rows of the large text; none if it cannot be drawn."""
    if width < _LEAST_WIDTH or rows < _LEAST_ROWS or not 0 < len(text) <= _LONGEST:
        return ()
    key = repr((text, width, rows, language, wide, centred))
    drawing = kept(key, width // 2 if wide else width, rows)
    if drawing is None:
        drawing = tuple(_draw(text, width, rows, language, wide=wide, centred=centred))
        keep(key, drawing)
    return drawing


def _draw(
    text: str, width: int, rows: int, language: str, *, wide: bool, centred: bool
) -> list[str]:
    from presenter.typeset.large.breaks import ways  # not needed for what was kept

    text = _drawable(text)
    font = font_with(text.replace("\n", ""), language)
    if not text or font is None:
        return []
    ways_to_draw = rooms(width, rows, font, wide=wide)

    def advance(character: str) -> float:
        return metrics(character, font).advance

    for tear_words in (False, True):
        most = ways_to_draw[0].rows
        breaks = list(ways(text, language, advance, most, tear_words=tear_words))
        for room in ways_to_draw:
            sized = [(lines, room.size(lines)) for lines in breaks]
            sized.sort(key=lambda each: -each[1] * _MORE_LINES ** len(each[0]))
            for lines, about in sized:
                for size in _sizes(about, text):
                    if drawn := room.draw(lines, size):
                        return _stacked(drawn, room.gap(size), centred=centred)
    return []


@lru_cache(maxsize=64)
def _side_by_side(
    texts: tuple[str, ...], width: int, rows: int, language: str, *, wide: bool
) -> list[list[str]]:
    texts = tuple(map(_drawable, texts))
    font = font_with("".join(texts), language)
    if font is None or not all(texts) or any("\n" in text for text in texts):
        return []
    for room in rooms(width, rows, font, wide=wide):
        for size in _sizes(room.size(texts, stacked=False), "".join(texts)):
            if drawn := room.draw(texts, size, stacked=False):
                return drawn
    return []


def _drawable(text: str) -> str:
    """`text` with composed characters, without soft hyphens; empty if it is too long."""
    text = normalize("NFC", text).replace("\u00ad", "").strip()
    return text if len(text) <= _LONGEST else ""


def _sizes(about: int, text: str) -> range:
    return range(about, max(least_size(text), about - _TRIES + 1) - 1, -1)


def _stacked(drawn: list[list[str]], gap: int, *, centred: bool) -> list[str]:
    """Lines of glyphs one under another, without empty rows at the ends."""
    widths = [max(map(len, rows)) for rows in drawn]
    stack: list[str] = []
    for rows, width in zip(drawn, widths, strict=True):
        if stack:
            stack += [""] * gap
        left = " " * ((max(widths) - width) // 2 if centred else 0)
        stack += [left + row if row else "" for row in rows]
    filled = [number for number, row in enumerate(stack) if row]
    return stack[filled[0] : filled[-1] + 1]


def _line(row: str, style: str, *, wide: bool) -> Line:
    """A row of symbols as a line; where they are `wide`, blanks are doubled to match."""
    if not row:
        return ()
    if wide:
        return (Run(row.replace(" ", "  "), style, 2 * len(row)),)
    return (Run(row, style, len(row)),)
