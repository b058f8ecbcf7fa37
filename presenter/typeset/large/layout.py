"""Text in large glyphs: the size, the line breaks and the symbols that suit a room best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from presenter.typeset.bidi import joins, runs_from_right
from presenter.typeset.large import glyph_cache
from presenter.typeset.large.glyph_cache import Drawing
from presenter.typeset.large.glyphs import font_with, is_dense
from presenter.typeset.large.line import advance, bitmap
from presenter.typeset.large.mosaic import FULL, HALVES, QUADRANTS
from presenter.typeset.large.room import TRIES, Room, padded
from presenter.typeset.page import Line, PageOptions, Run

if TYPE_CHECKING:
    from presenter.fonts.choice import Font
    from presenter.typeset.opportunities import Quality

Lines = tuple[Line, ...]

_LONGEST = 60
"""Characters; a longer text is not tried, as no usual screen has room for it."""

_LEAST_WIDTH = 8
_LEAST_ROWS = 4
"""In less room nothing readable fits; the font need not be asked."""

_MORE_LINES = 0.75
"""What a size is worth with one line more: two lines must gain a third."""

_SHORT = 0.4
_SHORT_WORTH = 0.6
"""A line that is shorter than this part of the longest, and what a size is worth with one."""

_LEANING_WORTH = 0.75
_LEANING_WORTH_SMALL = 0.9
_AMPLE = 17
"""The same where a line begins with what belongs to the one before, as 的 does, from this size on;
and in smaller type, where each pixel counts."""

_NARROW_FROM = 60
"""Columns of the smallest page with quadrants: in the miniature of a page nobody reads them."""

_LARGEST = 1000


class LargeText(NamedTuple):
    """A text in large type: its lines, its size in pixels to the em, whether they break awkwardly.

    See `Drawing`.
    """

    lines: Lines
    size: int
    awkward: bool


def set_large(
    text: str,
    width: int,
    rows: int,
    setting: PageOptions,
    style: str = "big",
    *,
    centred: bool = False,
    lines: int = 0,
    tight: bool = False,
) -> Lines | None:
    """`text` in the largest glyphs that fit into `width` cells and `rows` rows.

    In half blocks where those are readable, in quadrants where only those are; in full blocks
    where ambiguous characters are wide. None where nothing readable fits, or where no font has
    all of its characters, or where they join, as Arabic ones do: then plain bold type is the
    way. Line feeds in `text` part lines. `centred` sets each line of glyphs in the middle of the
    widest one. lines: how many there may be at most; 0 for as many as have room. tight: whether
    glyphs may be as small as can just be read.
    """
    large = large_text(text, width, rows, setting, style, centred=centred, lines=lines, tight=tight)
    return large and large.lines


def large_text(
    text: str,
    width: int,
    rows: int,
    setting: PageOptions,
    style: str = "big",
    *,
    centred: bool = False,
    lines: int = 0,
    most: int = 0,
    tight: bool = False,
) -> LargeText | None:
    """As `set_large`, with the size. most: the largest size that it may have; 0 for any."""
    if joins(text):
        return None
    wide = setting.ambiguous == "wide"
    narrow = not wide and setting.width >= _NARROW_FROM
    tight = tight and is_dense(text)
    ways = _Ways(width, rows, setting.language, wide=wide, narrow=narrow, tight=tight)
    drawn = _large(text, ways, lines, most, centred=centred)
    if not drawn.rows:
        return None
    return LargeText(_lines(drawn.rows, style, setting), drawn.size, drawn.awkward)


def set_side_by_side(
    texts: Sequence[str], width: int, rows: int, setting: PageOptions, style: str
) -> tuple[Lines, ...] | None:
    """Each of `texts` on one line in `width` cells and `rows` rows, all in one size.

    They have equally many rows, and their baselines on the same one. None as for `set_large`.
    """
    if any(map(joins, texts)):
        return None
    wide = setting.ambiguous == "wide"
    narrow = not wide and setting.width >= _NARROW_FROM
    ways = _Ways(width, rows, setting.language, wide=wide, narrow=narrow)
    drawn = _side_by_side(tuple(texts), ways)
    return tuple(_lines(each, style, setting) for each in drawn) or None


def line_size(texts: Sequence[str], width: int, rows: int, setting: PageOptions) -> int:
    """The largest size, in pixels to the em, of each of `texts` on one line in this room.

    0 if one of them is not read. In square pixels, so that all that is set in it looks alike.
    """
    wide = setting.ambiguous == "wide"
    ways = _Ways(width, rows, setting.language, wide=wide, narrow=False)
    return _line_size(tuple(texts), ways)


def set_line(text: str, size: int, width: int, setting: PageOptions, style: str) -> Lines | None:
    """`text` on one line of this size, in pixels to the em; as high as any other of that size.

    None where it is wider than `width` cells, or no font has all of its characters.
    """
    wide = setting.ambiguous == "wide"
    drawn = _drawn_line(text, size, _Ways(width, size, setting.language, wide=wide, narrow=False))
    return _lines(drawn.rows, style, setting) or None


class _Ways(NamedTuple):
    """The room for a text, its language, and how it may be drawn there.

    wide: the terminal draws ambiguous characters two cells wide. narrow: in quadrants too. tight:
    in the smallest glyphs too.
    """

    width: int
    rows: int
    language: str
    wide: bool
    narrow: bool
    tight: bool = False

    def rooms(self, font: Font) -> list[Room]:
        """The ways to draw in this font, the best first."""
        mosaics = [FULL] if self.wide else [HALVES, QUADRANTS] if self.narrow else [HALVES]
        return [
            Room(self.width // mosaic.cells * mosaic.across, self.rows, mosaic, font, self.tight)
            for mosaic in mosaics
        ]

    def kept(self, *key: object) -> Drawing | None:
        """What an earlier run has drawn in this room for `key`."""
        symbols = self.width // 2 if self.wide else self.width
        return glyph_cache.get(repr((*key, *self)), symbols, self.rows)

    def keep(self, drawing: Drawing, *key: object) -> Drawing:
        """Keep what was drawn in this room for `key`, and give it back."""
        glyph_cache.put(repr((*key, *self)), drawing)
        return drawing


@lru_cache(maxsize=64)
def _line_size(texts: tuple[str, ...], ways: _Ways) -> int:
    if not all(0 < len(text) <= _LONGEST for text in texts):
        return 0
    drawing = ways.kept("size", *texts)
    return (drawing or ways.keep(Drawing(_measured(texts, ways), ()), "size", *texts)).size


def _measured(texts: tuple[str, ...], ways: _Ways) -> int:
    """Drawn only in sizes in which all are likely to fit: what is drawn once is not free."""
    lines: list[tuple[str, Room]] = []
    for text in map(_drawable, texts):
        font = font_with(text, ways.language) if text and not joins(text) else None
        if font is None:
            return 0
        lines.append((text, ways.rooms(font)[0]))
    about = min(room.size([text]) for text, room in lines)
    least = max(room.least(text) for text, room in lines)
    sizes = range(about, max(least, about - TRIES + 1) - 1, -1)
    return next((size for size in sizes if all(room.draw([text], size) for text, room in lines)), 0)


@lru_cache(maxsize=64)
def _drawn_line(text: str, size: int, ways: _Ways) -> Drawing:
    """Without rows if it cannot be drawn."""
    return ways.kept("line", text, size) or ways.keep(
        Drawing(size, _one_line(text, size, ways)), "line", text, size
    )


def _one_line(text: str, size: int, ways: _Ways) -> tuple[str, ...]:
    text = _drawable(text)
    font = font_with(text, ways.language) if text and not joins(text) else None
    if font is None:
        return ()
    room = ways.rooms(font)[0]
    line = bitmap(text, size, font, beside_han=is_dense(text))
    if line.width > room.pixels:
        return ()
    top = min(line.top, round(-0.86 * size))
    return tuple(room.mosaic.draw(padded(line, top, line.bottom)))


@lru_cache(maxsize=64)
def _large(text: str, ways: _Ways, lines: int, most: int, *, centred: bool) -> Drawing:
    """The large text; without rows if it cannot be drawn."""
    if ways.width < _LEAST_WIDTH or ways.rows < _LEAST_ROWS or not 0 < len(text) <= _LONGEST:
        return Drawing(0, ())
    key = (text, lines, most, centred)
    return ways.kept(*key) or ways.keep(_draw(text, ways, lines, most, centred=centred), *key)


def _draw(text: str, ways: _Ways, lines: int, most: int, *, centred: bool) -> Drawing:
    from presenter.typeset.opportunities import Quality  # not needed for what was kept

    text = _drawable(text)
    font = font_with(text.replace("\n", ""), ways.language)
    if not text or font is None:
        return Drawing(0, ())
    width_of = partial(advance, font=font)
    breaks = partial(_breaks, text, ways.language, font, min(lines or ways.rows, ways.rows))
    whole = breaks(worst=Quality.WORD)

    def worth(lines: tuple[str, ...], size: int) -> float:
        leaning = _LEANING_WORTH if size >= _AMPLE else _LEANING_WORTH_SMALL
        return size * (1 if lines in whole else leaning) * _worth(lines, width_of)

    for worst in (Quality.LEANING, Quality.CHARACTER):
        found = dict.fromkeys((*whole, *breaks(worst=worst)))
        for room in ways.rooms(font):
            sized = [(each, min(room.size(each), most or _LARGEST)) for each in found]
            sized.sort(key=lambda each: -worth(*each))
            for each, about in sized:
                for size in room.sizes(about, text):
                    if drawn := room.draw(each, size):
                        side = 0.5 if centred else float(runs_from_right(text, in_such=False))
                        rows = _stacked(drawn, room.gap(size), side)
                        awkward = each not in whole or _has_short_line(each, width_of)
                        return Drawing(size, tuple(rows), awkward)
    return Drawing(0, ())


@lru_cache(maxsize=16)
def _breaks(
    text: str, language: str, font: Font, most: int, *, worst: Quality
) -> tuple[tuple[str, ...], ...]:
    """See `balanced_breaks`: one text is tried in room after room."""
    from presenter.typeset.large.breaks import balanced_breaks

    return tuple(balanced_breaks(text, language, partial(advance, font=font), most, worst=worst))


def _worth(lines: Sequence[str], width_of: Callable[[str], float]) -> float:
    """What a pixel of size is worth with these lines: less for each, less with a short one."""
    short = _has_short_line(lines, width_of)
    return _MORE_LINES ** len(lines) * (_SHORT_WORTH if short else 1)


def _has_short_line(lines: Sequence[str], width_of: Callable[[str], float]) -> bool:
    widths = [sum(map(width_of, line)) for line in lines]
    return min(widths) < _SHORT * max(widths)


@lru_cache(maxsize=64)
def _side_by_side(texts: tuple[str, ...], ways: _Ways) -> list[list[str]]:
    texts = tuple(map(_drawable, texts))
    font = font_with("".join(texts), ways.language)
    if font is None or not all(texts) or any("\n" in text for text in texts):
        return []
    for room in ways.rooms(font):
        for size in room.sizes(room.size(texts, stacked=False), "".join(texts)):
            if drawn := room.draw(texts, size, stacked=False):
                return drawn
    return []


def _drawable(text: str) -> str:
    """`text` with composed characters, without soft hyphens; empty if it is too long."""
    text = normalize("NFC", text).replace("\u00ad", "").strip()
    return text if len(text) <= _LONGEST else ""


def _stacked(drawn: list[list[str]], gap: int, side: float) -> list[str]:
    """Lines of glyphs one under another, without empty rows at the ends.

    side: which part of what a line leaves empty is at its left.
    """
    widths = [max(map(len, rows)) for rows in drawn]
    stack: list[str] = []
    for rows, width in zip(drawn, widths, strict=True):
        if stack:
            stack += [""] * gap
        left = " " * int((max(widths) - width) * side)
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
