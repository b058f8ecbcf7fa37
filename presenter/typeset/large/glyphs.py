"""Bitmaps of text, in the packaged font or one of the system's, and the symbols that draw them.

FreeType renders them without grey levels: its hinting puts the horizontal strokes of a Han
character onto whole rows of pixels, which a sampled outline does not. A heavier stroke than the
font's runs together (both looked at from 10 to 56 pixels).

Pillow and the choice of fonts are imported at the first call: a deck without large type, or one
whose drawings are kept, starts without them.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import bidirectional, category

from msgspec import Struct
from msgspec.structs import replace

from presenter.deck.characters import has_cjk

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    from presenter.fonts.choice import Font

_EM = 1000
"""The size, in pixels, at which characters are measured."""

_FINE = 250
"""The size at which the ink of letters is measured."""

_ROUGH = 64
"""The size at which it is measured where a line begins and ends."""

_STEM = 0.092
"""The width of a letter's stem in the packaged font, in ems; about that of others."""

_STEMS = {10: 1, 11: 1.2, 12: 1.95}
"""How wide stems are at the smallest sizes, in pixels. Two would fill letters; with a little less
than two, and more than one, no thin stroke is lost and no gap is closed."""

_THIN_BESIDE_HAN = 20
"""The size below which stems beside Han characters are one pixel wide, as strokes of those are."""

_AT_HALF = [0] * 130 + [255] * 126
"""Which greys are ink. Half a pixel is not: else what falls between two would take both."""

_INK = re.compile(b"[\x82-\xff]+")
"""Such greys, beside each other."""

_DOTTED = frozenset(".:?ij…")
"""Letters and marks that have dots."""

_MISSING = "\U0010ffff"
"""A character that no font has: it is drawn as a missing one."""


class Metrics(Struct, frozen=True):
    """A character's advance width, and where its ink begins and ends below the baseline; in ems."""

    advance: float
    top: float
    bottom: float


class Bitmap(Struct, frozen=True):
    """The ink of a text: its size in pixels, its first row below the baseline, its rows.

    A row is an integer whose bits are its pixels, the leftmost one lowest.
    """

    width: int
    top: int
    rows: tuple[int, ...]

    @property
    def bottom(self) -> int:
        """The row after the last, counted from the baseline."""
        return self.top + len(self.rows)


class Glyph(NamedTuple):
    """A character's ink, and how far right of where it is set that begins, in pixels."""

    left: int
    ink: Bitmap


@lru_cache(maxsize=64)
def font_with(text: str, language: str) -> Font | None:
    """A font that has all characters of `text`, the packaged one if it has; None if none has.

    Han characters outside the mainland take the font of documents, if that has the shapes of the
    country. None, too, where letters join, reorder or carry marks, which Pillow does not see to by
    itself.
    """
    from presenter.fonts.choice import fallbacks, font_for, han_script, packaged_font

    script = han_script(language)
    if script != "SC" and has_cjk(text):
        own = font_for(script)
        if own.family != packaged_font().family and _has(own, text):
            return own
    if covers(text):
        return packaged_font()
    if not all(map(_stands_alone, text)):
        return None
    return next((font for font in fallbacks(script) if _has(font, text)), None)


def _stands_alone(character: str) -> bool:
    return (
        category(character)[0] not in "MC"
        and (bidirectional(character) not in ("R", "AL") or "\u05be" <= character <= "\u05f4")
        and not "\u1100" <= character <= "\u11ff"
    )


def _has(font: Font, text: str) -> bool:
    try:
        return covers(text, font)
    except OSError:  # damaged, or one of bitmaps
        return False


def covers(text: str, font: Font | None = None) -> bool:
    """Whether `font` has a glyph for each character of `text`. Raises OSError if it is no font."""
    missing = metrics(_MISSING, font)
    return all(
        # A few bars and blocks are as large as the box that stands for what is missing.
        metrics(character, font) != missing
        or _drawn(character, 20, font, "1") != _drawn(_MISSING, 20, font, "1")
        for character in set(text)
    )


@lru_cache(maxsize=1024)
def metrics(character: str, font: Font | None = None) -> Metrics:
    """The metrics of one character."""
    sized = _sized(font, _EM)
    _, top, _, bottom = sized.getbbox(character, anchor="ls")
    return Metrics(sized.getlength(character) / _EM, top / _EM, bottom / _EM)


@lru_cache(maxsize=256)
def bearings(character: str, font: Font | None = None) -> tuple[float, float]:
    """The ems without ink at the left and the right of one character."""
    left, ink = _drawn(character, _ROUGH, font, "1")
    width = metrics(character, font).advance
    return (left / _ROUGH, width - (left + ink.width) / _ROUGH) if ink.rows else (0, width)


@lru_cache(maxsize=512)
def glyph(
    character: str, size: int, font: Font | None = None, *, beside_han: bool = False
) -> Glyph:
    """One character at `size` pixels to the em, as it looks best in whole pixels.

    beside_han: whether it is a letter in a text with Han characters.
    """
    stem = _stem(font) * size if is_letter(character) else 0
    if stem:
        # A stem that is as wide as whole pixels takes so many of them, wherever it falls.
        wanted = 1 if beside_han and size < _THIN_BESIDE_HAN else stem_width(size, font)
        if wanted < stem and character.isalnum():
            own = _drawn(character, size, font, "L", most=round(wanted))
        else:
            own = _drawn(character, size, font, "L", max(0, (wanted - stem) / 2))
        if character == "!":
            return _exclamation_mark(own, round(wanted))
        return own._replace(ink=_with_even_dots(own.ink, size)) if character in _DOTTED else own
    drawn = _drawn(character, size, font, "1")
    # Pillow sets a glyph without grey levels at the top of its box, also where FreeType has left
    # out the row there: then it is a row too high.
    _, top, _, bottom = _sized(font, size).getbbox(character, "1", anchor="ls")
    if len(drawn.ink.rows) == bottom - top:
        return drawn
    lower = drawn._replace(ink=replace(drawn.ink, top=drawn.ink.top + 1))
    model = _drawn(character, size, font, "L")
    return max(drawn, lower, key=lambda each: _common(each, model))


def _drawn(
    character: str,
    size: int,
    font: Font | None,
    mode: Literal["1", "L"],
    more: float = 0,
    most: int = 0,
) -> Glyph:
    """`character`, in FreeType's way without grey levels or by levels.

    more: by how many pixels it is heavier on either side. most: how many columns its stems may
    take where they fall on one more; 0 for as they fall.
    """
    from PIL import Image, ImageDraw

    sized = _sized(font, size)
    # The box has room for the whole advance and more than any ink around it.
    image = Image.new(mode, (int(sized.getlength(character)) + 2 * size, 3 * size))
    place = (size, 2 * size)
    ImageDraw.Draw(image).text(place, character, 255, sized, anchor="ls", stroke_width=more)
    bits = image.point(_AT_HALF, "1") if mode == "L" else image
    ink = bits.getbbox()
    if ink is None:
        return Glyph(0, Bitmap(0, 0, ()))
    left, top, right, _ = ink
    if most:
        rows = _trimmed(image.crop(ink), most)
    else:
        data = bits.crop(ink).tobytes("raw", "1;R")
        line = (right - left + 7) // 8
        rows = [int.from_bytes(data[at : at + line], "little") for at in range(0, len(data), line)]
    return Glyph(left - size, Bitmap(right - left, top - 2 * size, tuple(rows)))


def _trimmed(grey: Image, most: int) -> list[int]:
    """The rows of a bitmap of `grey`, its stems `most` columns wide where they fall on one more.

    They lose the column with less of their ink. A stem takes the same columns in two rows at least.
    """
    data, width = grey.tobytes(), grey.width
    lines = [data[at : at + width] for at in range(0, len(data), width)]
    runs: list[set[tuple[int, int]]] = [
        set(),
        *({found.span() for found in _INK.finditer(line)} for line in lines),
        set(),
    ]
    rows = []
    for line, above, own, below in zip(lines, runs, runs[1:], runs[2:], strict=False):
        row = 0
        for start, end in own:
            row |= (1 << end) - (1 << start)
            if end - start == most + 1 and (start, end) in above | below:
                row -= 1 << (start if line[start] < line[end - 1] else end - 1)
        rows.append(row)
    return rows


def _exclamation_mark(outline: Glyph, stem: int) -> Glyph:
    """One as high as `outline`: in whole pixels the font's tapers to one side of its dot."""
    left, ink = outline
    high, row = len(ink.rows), (1 << stem) - 1
    dot, gap = max(stem, round(high / 6)), max(1, round(high / 8))
    rows = (row,) * (high - dot - gap) + (0,) * gap + (row,) * dot
    return Glyph(left + (ink.width - stem) // 2, Bitmap(stem, ink.top, rows))


def _with_even_dots(ink: Bitmap, size: int) -> Bitmap:
    """`ink` with rectangles for dots: a circle of three pixels looks like a plus."""
    rows: list[int] = []
    for inked, group in groupby(ink.rows, key=bool):
        part = list(group)
        whole = reduce(or_, part)
        lowest = whole & -whole
        if inked and len(part) <= size // 5 and whole < lowest << size // 4:
            part = [(1 << whole.bit_length()) - lowest] * len(part)
        rows += part
    return replace(ink, rows=tuple(rows))


def _common(first: Glyph, second: Glyph) -> int:
    """How many pixels are set in both."""
    down, across = second.ink.top - first.ink.top, second.left - first.left
    ours, theirs = first.ink.rows[max(0, down) :], second.ink.rows[max(0, -down) :]
    return sum(
        (one << max(0, -across) & other << max(0, across)).bit_count()
        for one, other in zip(ours, theirs, strict=False)
    )


def is_letter(character: str) -> bool:
    """Whether it is of the alphabets, or one of their digits and marks, rather than Chinese."""
    return character < "\u0600" or "\u1e00" <= character < "\u2000" or character in "–€"


def is_dense(text: str) -> bool:
    """Whether there are Han characters or Hangul in it, whose strokes are thin."""
    return has_cjk(text) or any("가" <= character <= "힣" for character in text)


def stem_width(size: int, font: Font | None = None) -> float:
    """How wide the stem of a letter is at `size`, in pixels.

    Two as soon as there is room: with one, strokes break up. From then on as near to the font's
    as whole pixels come, so that letters are about as heavy as Han characters.
    """
    return _STEMS.get(size) or max(2, round(_stem(font) * size))


@lru_cache(maxsize=8)
def _stem(font: Font | None) -> float:
    """How wide the stem of a letter is in `font`, in ems; 0 if it cannot be told."""
    left, _, right, _ = _sized(font, _FINE).getmask("I", "1").getbbox() or (0, 0, 0, 0)
    width = (right - left) / _FINE
    return width if _STEM / 2 < width < _STEM * 1.5 else 0


@lru_cache(maxsize=8)
def _sized(font: Font | None, size: int) -> FreeTypeFont:
    """`font` at a size; opening it takes half a millisecond and a megabyte."""
    from PIL import ImageFont

    from presenter.fonts.choice import packaged_font

    font = font or packaged_font()
    # The other layout engine, Raqm, is not in every build of Pillow and sets glyphs differently.
    layout = ImageFont.Layout.BASIC
    sized = ImageFont.truetype(font.file, size, font.number, layout_engine=layout)
    if font.variation:
        sized.set_variation_by_axes(list(font.variation))
    return sized
