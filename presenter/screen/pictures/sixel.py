"""Pictures in sixels: bands of six pixels' height, colour by colour.

Sources: DEC STD 070, chapter 9; VT330/VT340 Programmer Reference, chapter 14.
"""

from __future__ import annotations

import re
from time import sleep

from PIL import Image

from presenter.screen.pictures.drawn import Drawn, background_run

BAND = 6
"""Rows of pixels in a band. A picture that ends within one may get the rest in any colour."""

_COLORS = 255
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)


def sixel(image: Image.Image, width: int, height: int, background: str) -> Drawn:
    """`image`, in RGB, over `width` cells and `height` rows that are blank in `background`."""
    return Drawn((background_run(background, width),) * height, width, after=encoded(image))


def encoded(image: Image.Image) -> str:
    """`image`, in RGB, as one control string."""
    indexed = image.quantize(_COLORS, method=Image.Quantize.FASTOCTREE)
    palette = indexed.getpalette() or []
    across, down = image.size
    parts = [f'\x1bP0;1;0q"1;1;{across};{down}']
    for index in range(len(palette) // 3):
        red, green, blue = (
            round(value * 100 / 255) for value in palette[3 * index : 3 * index + 3]
        )
        parts.append(f"#{index};2;{red};{green};{blue}")
    pixels = indexed.tobytes()
    bands: list[str] = []
    for top in range(0, down, BAND):
        rows = [
            pixels[row * across : (row + 1) * across] for row in range(top, min(top + BAND, down))
        ]
        bands.append("$".join(_color(index, rows) for index in sorted(set(b"".join(rows)))))
        sleep(0)  # lets the interface's thread have its turn
    # No line feed ends the last band: on the lowest row it would scroll.
    return "".join(parts) + "-".join(bands) + "\x1b\\"


def _color(index: int, rows: list[bytes]) -> str:
    """One colour's pixels of a band: a character for each column, bit by bit from the top."""
    table = bytearray(256)
    columns = int.from_bytes(b"?" * len(rows[0]), "big")
    for bit, row in enumerate(rows):
        table[index] = 1 << bit
        # Each byte holds other bits, so that adding never carries.
        columns += int.from_bytes(row.translate(table), "big")
    data = columns.to_bytes(len(rows[0]), "big").rstrip(b"?")
    return f"#{index}" + _RUN.sub(_repeated, data).decode("ascii")


def _repeated(match: re.Match[bytes]) -> bytes:
    return b"!%d%c" % (len(match[0]), match[1][0])
