"""Whole pictures to sixels: bands of six pixels' height, colour by colour.

Sources: DEC STD 070, chapter 9; VT330/VT340 Programmer Reference, chapter 14. A slide is mostly
background: each band is filled with its commonest colour first, and only what differs is drawn
over it, few pixels of a colour one by one, many of them by arithmetic on whole rows. Bands that
were met before, in this picture or another, are not encoded again.
"""

from __future__ import annotations

import re
from io import BytesIO
from time import sleep
from typing import NamedTuple

from PIL import Image

from presenter.render.few_colors import FewColors, Palette

BAND = 6
"""Rows of pixels in a band."""

MORE_COLORS = 128
"""For photographs, and for grounds that run from one colour to another."""

_FEW = 60
"""Pixels of a colour in a band up to which they are drawn one by one."""

_MOST_BANDS = 4000

_DOTS = [chr(63 + bits) for bits in range(64)]
_COLUMN = [place // BAND for place in range(BAND * 8192)]
_BIT = [1 << place % BAND for place in range(BAND * 8192)]
"""Of each place in a band that is read column by column."""

_GAPS = ["?" * columns if columns < 4 else f"!{columns}?" for columns in range(8192)]
"""Columns in which nothing is drawn, by how many they are."""

_RUN = re.compile(rb"\?{4,}|~{4,}|([@-}])\1{3,}")


class Sixels(NamedTuple):
    """A picture of so many pixels: the colours' definitions, and each band from the top."""

    width: int
    height: int
    palette: str
    bands: tuple[str, ...]

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return sum(map(len, self.bands)) + len(self.palette)

    def part(self, top: int = 0, bottom: int | None = None) -> str:
        """The control string for the rows of pixels from `top` to before `bottom`.

        It is to be drawn where the whole picture would be: what is above is left out.
        """
        end = self.height if bottom is None else bottom
        drawn = []
        for number in range(top // BAND, -(-end // BAND)):
            start = number * BAND
            drawn.append(_rows(self.bands[number], top - start, end - start))
        # Where rows are left out, xterm is not told the size: it would take them for drawn.
        size = "" if top else f'"1;1;{self.width};{end}'
        head = f"\x1bP0;1;0q{size}{self.palette}"
        # No line feed ends the last band: on the lowest row it would scroll.
        return head + "-" * (top // BAND) + "-".join(drawn) + "\x1b\\"

    def differs(self, other: Sixels, top: int, bottom: int) -> bool:
        """Whether any of these rows of pixels looks otherwise in a picture of the same size."""
        if self.palette != other.palette:
            return True
        bands = slice(top // BAND, -(-bottom // BAND))
        return self.bands[bands] != other.bands[bands]


class Encoder:
    """Encodes pictures one after the other, as those of a deck have much in common."""

    def __init__(self, most_colors: int = MORE_COLORS) -> None:
        """`most_colors`: that the terminal can show at once; at least `COLORS`."""
        self._few = FewColors(min(most_colors, MORE_COLORS))
        self._palette: Palette | None = None
        self._definitions = ""
        self._known: dict[int, str] = {}
        """Bands by the hash of their pixels, in the palette at hand."""

    def encode(self, png: bytes) -> Sixels:
        """A picture, opaque, in sixels. Raises OSError for one that cannot be read."""
        return self.encode_image(Image.open(BytesIO(png)).convert("RGB"))

    def encode_image(self, image: Image.Image) -> Sixels:
        """The same of one that is read, in red, green and blue."""
        pixels, (width, height) = self._indexed(image).tobytes(), image.size
        bands = []
        for top in range(0, height, BAND):
            data = pixels[top * width : min(top + BAND, height) * width]
            key = hash((width, data))
            if (band := self._known.get(key)) is None:
                band = self._known[key] = _band(data, width)
                sleep(0)  # lets the interface's thread have its turn
            bands.append(band)
        if len(self._known) > _MOST_BANDS:
            self._known.clear()
        return Sixels(width, height, self._definitions, tuple(bands))

    def _indexed(self, image: Image.Image) -> Image.Image:
        """`image` in colours of a palette: the one before, if it will do, else one of its own."""
        found = self._few.reduced(image)
        if self._few.palette is not self._palette:
            self._palette = self._few.palette
            self._known.clear()
            self._definitions = "".join(
                f"#{number};2;{_per_cent(red)};{_per_cent(green)};{_per_cent(blue)}"
                for number, (red, green, blue) in enumerate(self._palette.colors)
            )
        return found


def _per_cent(value: int) -> int:
    return round(value * 100 / 255)


def _band(data: bytes, width: int) -> str:
    """Up to six rows of indices."""
    height = len(data) // width
    # Pillow counts all colours in the time that a set of them takes for a few.
    counts = Image.frombytes("L", (width, height), data).histogram()
    ground = counts.index(max(counts))
    drawn = [f"#{ground}{_times(_DOTS[(1 << height) - 1], width)}"]
    if counts[ground] < len(data):
        rows = [data[at : at + width] for at in range(0, len(data), width)]
        columns = bytearray([ground]) * (BAND * width)
        for number, row in enumerate(rows):
            columns[number::BAND] = row
        places = bytes(columns)
        for color, count in enumerate(counts):
            if count and color != ground:
                dots = _few(places, color) if count <= _FEW else _many(rows, places, color)
                drawn.append(f"#{color}{dots}")
    return "$".join(drawn)


def _few(places: bytes, color: int) -> str:
    """The pixels of a colour, found one by one."""
    drawn: list[str] = []
    last, bits, end = -1, 0, 0
    place = places.find(color)
    while place >= 0:
        column = _COLUMN[place]
        if column == last:
            bits |= _BIT[place]
        else:
            if bits:
                drawn.append(_DOTS[bits])
            if column > end:
                drawn.append(_GAPS[column - end])
            last, bits, end = column, _BIT[place], column + 1
        place = places.find(color, place + 1)
    drawn.append(_DOTS[bits])
    return "".join(drawn)


def _many(rows: list[bytes], places: bytes, color: int) -> str:
    """The pixels of a colour, by rows: a character for each column, bit by bit from the top."""
    first, end = places.find(color) // BAND, places.rfind(color) // BAND + 1
    columns = int.from_bytes(b"?" * (end - first), "big")
    table = bytearray(256)
    for bit, row in enumerate(rows):
        table[color] = 1 << bit
        # Each byte holds other bits, so that adding never carries.
        columns += int.from_bytes(row[first:end].translate(table), "big")
    data = columns.to_bytes(end - first, "big")
    return _times("?", first) + _RUN.sub(_repeated, data).decode("ascii")


def _repeated(match: re.Match[bytes]) -> bytes:
    return b"!%d%c" % (len(match[0]), match[0][0])


def _times(dots: str, count: int) -> str:
    return dots * count if count < 4 else f"!{count}{dots}"


def _rows(band: str, first: int, end: int) -> str:
    """A band with only its rows from `first` to before `end`, both counted from its top."""
    if first <= 0 and end >= BAND:
        return band
    bits = ((1 << min(end, BAND)) - 1) & -(1 << max(first, 0))
    # Numbers, colours and repetitions are of characters below those that are dots.
    return band.translate({63 + dots: 63 + (dots & bits) for dots in range(64)})
