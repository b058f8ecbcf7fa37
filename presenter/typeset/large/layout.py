"""Text in large glyphs: the size, the line breaks and the symbols that suit a room best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from presenter.deck.characters import has_cjk
from presenter.typeset.bidi import has_right_to_left
from presenter.typeset.large import glyph_cache
from presenter.typeset.large.glyphs import (
    FULL,
    HALVES,
    QUADRANTS,
    Bitmap,
    Mosaic,
    bitmap,
    font_with,
    metrics,
)
from presenter.typeset.page import Line, PageOptions, Run

if TYPE_CHECKING:
    from presenter.fonts.choice import Font

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

_LEAST_HAN = 13
_LEAST = 10
"""The smallest readable sizes, in pixels to the em: of Han characters and Hangul, and of others."""

_BEARINGS = 0.08
"""About how much of a line's advance width, in ems, is no ink at its two ends."""


def set_large(
    text: str,
    width: int,
    rows: int,
    setting: PageOptions,
    style: str = "big",
    *,
    centred: bool = False,
    lines: int = 0,
) -> Lines | None:
    """`text` in the largest glyphs that fit into `width` cells and `rows` rows.

    In half blocks where those are readable, in quadrants where only those are; in full blocks
    where ambiguous characters are wide. None where nothing readable fits, or where no font has
    all of its characters, or where they run from right to left: then plain bold type is the
    way. Line feeds in `text` part lines. `centred` sets each line of glyphs in the middle of the
    widest one. lines: how many there may be at most; 0 for as many as have room.
    """
    if has_right_to_left(text):
        return None
    wide = setting.ambiguous == "wide"
    drawn = _large(text, width, rows, setting.language, lines, wide=wide, centred=centred)
    return _lines(drawn, style, setting) or None


def set_side_by_side(
    texts: Sequence[str], width: int, rows: int, setting: PageOptions, style: str
) -> tuple[Lines, ...] | None:
    """Each of `texts` on one line in `width` cells and `rows` rows, all in one size.

    They have equally many rows, and their baselines on the same one. None as for `set_large`.
    """
    if any(map(has_right_to_left, texts)):
        return None
    wide = setting.ambiguous == "wide"
    drawn = _side_by_side(tuple(texts), width, rows, setting.language, wide=wide)
    return tuple(_lines(each, style, setting) for each in drawn) or None


def line_size(text: str, width: int, rows: int, setting: PageOptions) -> int:
    """The largest size, in pixels to the em, of `text` on one line in this room; 0 if none is read.

    In square pixels, so that all that is set in this size looks alike.
    """
    text = _drawable(text)
    font = font_with(text, setting.language) if text and not has_right_to_left(text) else None
    if font is None:
        return 0
    room = _rooms(width, rows, font, wide=setting.ambiguous == "wide")[0]
    sizes = _sizes(room.size([text]), text)
    return next((size for size in sizes if room.draw([text], size)), 0)


def set_line(text: str, size: int, width: int, setting: PageOptions, style: str) -> Lines | None:
    """`text` on one line of this size, in pixels to the em; as high as any other of that size.

    None where it is wider than `width` cells, or no font has all of its characters.
    """
    wide = setting.ambiguous == "wide"
    drawn = _drawn_line(text, size, width, setting.language, wide=wide)
    return _lines(drawn, style, setting) or None


@lru_cache(maxsize=64)
def _drawn_line(text: str, size: int, width: int, language: str, *, wide: bool) -> tuple[str, ...]:
    text = _drawable(text)
    font = font_with(text, language) if text and not has_right_to_left(text) else None
    if font is None:
        return ()
    mosaic = _rooms(width, 1, font, wide=wide)[0].mosaic
    line = bitmap(text, size, font)
    if line.width > width // mosaic.cells * mosaic.across:
        return ()
    return tuple(mosaic.draw(_padded(line, min(line.top, round(-0.86 * size)), line.bottom)))


@lru_cache(maxsize=64)
def _large(
    text: str, width: int, rows: int, language: str, most: int, *, wide: bool, centred: bool
) -> tuple[str, ...]:
    """The rows of the large text; none if it cannot be drawn."""
    if width < _LEAST_WIDTH or rows < _LEAST_ROWS or not 0 < len(text) <= _LONGEST:
        return ()
    key = repr((text, width, rows, language, most, wide, centred))
    drawing = glyph_cache.get(key, width // 2 if wide else width, rows)
    if drawing is None:
        drawing = tuple(_draw(text, width, rows, language, most, wide=wide, centred=centred))
        glyph_cache.put(key, drawing)
    return drawing


def _draw(
    text: str, width: int, rows: int, language: str, most: int, *, wide: bool, centred: bool
) -> list[str]:
    from presenter.typeset.optimum import balanced_breaks  # not needed for what was kept

    text = _drawable(text)
    font = font_with(text.replace("\n", ""), language)
    if not text or font is None:
        return []
    ways_to_draw = _rooms(width, rows, font, wide=wide)

    def advance(character: str) -> float:
        return metrics(character, font).advance

    for tear_words in (False, True):
        most = min(most or rows, rows)
        breaks = list(balanced_breaks(text, language, advance, most, tear_words=tear_words))
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
    for room in _rooms(width, rows, font, wide=wide):
        for size in _sizes(room.size(texts, stacked=False), "".join(texts)):
            if drawn := room.draw(texts, size, stacked=False):
                return drawn
    return []


def _drawable(text: str) -> str:
    """`text` with composed characters, without soft hyphens; empty if it is too long."""
    text = normalize("NFC", text).replace("\u00ad", "").strip()
    return text if len(text) <= _LONGEST else ""


def _sizes(about: int, text: str) -> range:
    return range(about, max(_least_size(text), about - _TRIES + 1) - 1, -1)


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


def _lines(drawn: Sequence[str], style: str, setting: PageOptions) -> Lines:
    """Rows of symbols as lines; blanks are doubled where ambiguous characters are wide.

    On a page that begins at the right all are equally long, so that they stay where they are to
    each other.
    """
    widest = max(map(len, drawn), default=0) if setting.right_to_left else 0
    cells = 2 if setting.ambiguous == "wide" else 1
    return tuple(
        (Run(row.ljust(widest).replace(" ", " " * cells), style, cells * max(len(row), widest)),)
        if row
        else ()
        for row in drawn
    )


class _Room(NamedTuple):
    """So many pixels of width and rows, drawn as the mosaic says in a font (see `glyphs`)."""

    pixels: int
    rows: int
    mosaic: Mosaic
    font: Font

    def size(self, lines: Sequence[str], *, stacked: bool = True) -> int:
        """About the largest size, in pixels, at which `lines` fit; 0 if that is not readable.

        They stand one under another, or not `stacked`, each on its own in a room like this.
        """
        text = "".join(lines)
        least = _least_size(text)
        every = [metrics(character, self.font) for character in text]
        high = max(each.bottom for each in every) - min(each.top for each in every)
        widest = max(
            sum(metrics(character, self.font).advance for character in line) for line in lines
        )
        size = int(
            min(self.pixels / max(0.1, widest - _BEARINGS), self.rows * self.mosaic.down * 2)
        )
        while size >= least and not self._holds(len(lines) if stacked else 1, size, high * size):
            size -= 1
        return size if size >= least else 0

    def draw(self, lines: Sequence[str], size: int, *, stacked: bool = True) -> list[list[str]]:
        """Each line as rows of symbols, equally many for each; empty if they do not fit after all.

        The baselines are on the same row of each line.
        """
        bitmaps = [bitmap(line, size, self.font) for line in lines]
        top = min(line.top for line in bitmaps)
        bottom = max(line.bottom for line in bitmaps)
        count = len(bitmaps) if stacked else 1
        wide = max(line.width for line in bitmaps) > self.pixels
        if wide or top == bottom or not self._holds(count, size, bottom - top):
            return []
        return [self.mosaic.draw(_padded(line, top, bottom)) for line in bitmaps]

    def gap(self, size: float) -> int:
        """The empty rows between two lines."""
        return max(1, round(size / 16 / self.mosaic.down))

    def _holds(self, lines: int, size: float, high: float) -> bool:
        """Whether there are the rows for so many lines of `high` pixels each."""
        each = -int(-high // self.mosaic.down)
        return lines * each + (lines - 1) * self.gap(size) <= self.rows


def _least_size(text: str) -> int:
    """The smallest size, in pixels to the em, at which `text` can be read."""
    dense = has_cjk(text) or any("가" <= character <= "힣" for character in text)
    return _LEAST_HAN if dense else _LEAST


def _rooms(width: int, rows: int, font: Font, *, wide: bool) -> list[_Room]:
    """The ways to draw in `width` cells and `rows` rows, the best first.

    `wide` says that the terminal draws ambiguous characters two cells wide.
    """
    mosaics = (FULL,) if wide else (HALVES, QUADRANTS)
    return [_Room(width // mosaic.cells * mosaic.across, rows, mosaic, font) for mosaic in mosaics]


def _padded(line: Bitmap, top: int, bottom: int) -> tuple[int, ...]:
    return ((0,) * (line.top - top)) + line.rows + ((0,) * (bottom - line.bottom))
