"""Bitmaps of text, in the packaged font or one of the system's, and the symbols that draw them.

FreeType renders them without grey levels: its hinting puts the horizontal strokes of a Han
character onto whole rows of pixels, which a sampled outline does not. A heavier stroke than the
font's runs together (both looked at from 10 to 56 pixels).

Pillow and the choice of fonts are imported at the first call: a deck without large type, or one
whose drawings are kept, starts without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional, category

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from presenter.fonts.choice import Font

_EM = 1000
"""The size, in pixels, at which characters are measured."""

_WORD_SPACE = "  "
"""What a space is drawn as. A font's own, a quarter of an em, is hardly more than the gap that
whole pixels leave between two letters at these sizes: words ran together."""

_MISSING = "\U0010ffff"
"""A character that no font has: it is drawn as a missing one."""


class Metrics(NamedTuple):
    """A character's advance width, and where its ink begins and ends below the baseline; in ems."""

    advance: float
    top: float
    bottom: float


class Bitmap(NamedTuple):
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


@lru_cache(maxsize=64)
def font_with(text: str, language: str) -> Font | None:
    """A font that has all characters of `text`, the packaged one if it has; None if none has.

    Nor where letters join, reorder or carry marks, which Pillow does not see to by itself.
    """
    from presenter.fonts.choice import fallbacks, han_script, packaged_font

    if covers(text):
        return packaged_font()
    if not all(map(_stands_alone, text)):
        return None
    return next((font for font in fallbacks(han_script(language)) if _has(font, text)), None)


def _stands_alone(character: str) -> bool:
    return (
        category(character)[0] not in "MC"
        and bidirectional(character) not in ("R", "AL")
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
        or bitmap(character, 20, font) != bitmap(_MISSING, 20, font)
        for character in set(text)
    )


@lru_cache(maxsize=1024)
def metrics(character: str, font: Font | None = None) -> Metrics:
    """The metrics of one character."""
    sized = _sized(font, _EM)
    drawn = _drawn(character)
    _, top, _, bottom = sized.getbbox(drawn, anchor="ls")
    return Metrics(sized.getlength(drawn) / _EM, top / _EM, bottom / _EM)


@lru_cache(maxsize=64)
def bitmap(text: str, size: int, font: Font | None = None) -> Bitmap:
    """`text` at `size` pixels to the em, cropped to its ink; without rows if it has none."""
    from PIL import Image, ImageDraw

    sized, text = _sized(font, size), _drawn(text)
    # The box has room for the whole advance and more than any ink above and below.
    image = Image.new("1", (int(sized.getlength(text)) + 2 * size, 3 * size))
    draw = ImageDraw.Draw(image)
    draw.text((size, 2 * size), text, 1, sized, anchor="ls")
    box = image.getbbox()
    if box is None:
        return Bitmap(0, 0, ())
    left, top, right, bottom = box
    pixels = image.load()
    assert pixels is not None
    rows = tuple(
        sum(1 << x - left for x in range(left, right) if pixels[x, y]) for y in range(top, bottom)
    )
    return Bitmap(right - left, top - 2 * size, rows)


def _drawn(text: str) -> str:
    return text.replace(" ", _WORD_SPACE)


@lru_cache(maxsize=3)
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


class Mosaic(NamedTuple):
    """A way of drawing pixels: `across` times `down` of them in one symbol of `cells` cells.

    symbols: by a number whose bits say which pixels are set, the upper left one lowest, row by row.
    """

    across: int
    down: int
    cells: int
    symbols: str

    def draw(self, rows: Sequence[int]) -> list[str]:
        """Rows of pixels as rows of symbols, without the blanks at their ends.

        A row of pixels is an integer whose bits are its pixels, the leftmost one lowest.
        """
        drawn = []
        for top in range(0, len(rows), self.down):
            left = list(rows[top : top + self.down])
            row = ""
            while any(left):
                row += self.symbols[self._corner(left)]
                left = [bits >> self.across for bits in left]
            drawn.append(row)
        return drawn

    def _corner(self, rows: Sequence[int]) -> int:
        """The symbol's number for the leftmost pixels of `rows`."""
        mask = (1 << self.across) - 1
        return sum((bits & mask) << number * self.across for number, bits in enumerate(rows))


HALVES = Mosaic(1, 2, 1, " ▀▄█")
"""Square pixels, as a cell is about twice as high as wide."""

QUADRANTS = Mosaic(2, 2, 1, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
"""Pixels twice as high as wide: glyphs half as wide as they should be, and quite readable."""

FULL = Mosaic(1, 1, 2, " █")
"""Square pixels where the terminal draws ambiguous characters, as ``█`` is, two cells wide.

Quadrants are no help there: ``▀▄█▌`` are ambiguous (UAX #11), their kin are not.
"""
