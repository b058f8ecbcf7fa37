"""A picture's file to what is written to the terminal. Runs in a thread; imports Pillow.

Half blocks are two pixels a cell, one over the other: every terminal shows them.

Sixels are bands of six pixels' height, colour by colour. Sources: DEC STD 070, chapter 9;
VT330/VT340 Programmer Reference, chapter 14.

By kitty's graphics protocol a picture is sent once; cells of text (Unicode placeholders) then say
which part of it they show. So it moves, is covered and is erased like text, and nothing is left
when the screen is. Every command says q=2: the terminal answers nothing. Source:
https://sw.kovidgoyal.net/kitty/graphics-protocol/, "Unicode placeholders" and "Remote client".

By iTerm2's protocol it is the file itself that is drawn over the cells, whenever they are written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from itertools import chain
from time import sleep

from msgspec.structs import replace
from PIL import Image

from presenter.deck.pixels import PictureError, read_pixels
from presenter.deck.safe_files import DeckFile
from presenter.screen.pictures.protocol import Drawn, Protocol
from presenter.screen.surfaces.iterm import file_command
from presenter.screen.surfaces.kitty import transmission
from presenter.screen.surfaces.placeholders import MARKS, PLACEHOLDER
from presenter.typeset import Picture

_MOST_ACROSS, _MOST_DOWN = 1920, 1080
"""More pixels than these are not sent; the terminal enlarges what it gets."""

_SLACK = 0.1
"""Cells are coarse: a picture may be stretched by so much to fill its room."""


def draw(
    picture: Picture,
    background: str,
    protocol: Protocol,
    cell: tuple[int, int],
    number: int,
    *,
    truecolor: bool,
    wide: bool = False,
) -> Drawn:
    """`picture` on `background` (``#rrggbb``) for a terminal with cells of `cell` pixels.

    number: under which a terminal that keeps pictures is to keep it. wide: whether it draws
    half blocks, whose width is ambiguous, two cells wide. Raises PictureError if it
    cannot be had.
    """
    width, height = picture.width, picture.height
    if protocol == "iterm" or (protocol == "kitty" and max(width, height) <= MOST_CELLS):
        across, down = width * cell[0], height * cell[1]
        scale = min(1.0, _MOST_ACROSS / across, _MOST_DOWN / down)
        box = max(1, int(across * scale)), max(1, int(down * scale))
        image = _image(picture.file, box, background)
        if protocol == "iterm":
            return iterm(image, width, height, background)
        return kitty(image, width, height, number)
    if protocol == "sixel":
        box = width * cell[0], height * cell[1] // BAND * BAND
        if box[1] > 0 and box[0] <= _MOST_ACROSS * 2 and box[1] <= _MOST_DOWN * 2:
            return sixel(_image(picture.file, box, background), width, height, background)
    image = _image(picture.file, (width, 2 * height), background)
    if wide:
        if width < 2:
            raise PictureError("no room")
        image = image.resize((width // 2, 2 * height), Image.Resampling.BOX)
    drawn = half_blocks(image, image.width, height, truecolor=truecolor)
    odd = background_run(background, width - 2 * image.width) if wide else ""
    return replace(drawn, rows=tuple(row + odd for row in drawn.rows), width=width)


def _image(file: DeckFile, box: tuple[int, int], background: str) -> Image.Image:
    """The picture in the middle of a box of so many pixels, in RGB."""
    image = read_pixels(file, *box, slack=_SLACK)
    if image.size == box and image.mode == "RGB":
        return image
    under = Image.new("RGB", box, background)
    at = ((box[0] - image.width) // 2, (box[1] - image.height) // 2)
    under.paste(image, at, image if image.mode == "RGBA" else None)
    return under


def background_run(color: str, cells: int) -> str:
    """So many blank cells in `color` (``#rrggbb``)."""
    if cells <= 0:
        return ""
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return f"\x1b[48;2;{red};{green};{blue}m{' ' * cells}\x1b[0m"


# Half blocks

_CUBE = (0, 95, 135, 175, 215, 255)
"""The steps of xterm's colour cube (256colres.pl), colours 16 to 231; then 24 greys."""


def half_blocks(image: Image.Image, width: int, height: int, *, truecolor: bool) -> Drawn:
    """`image`, in RGB and of `width` by twice `height` pixels, in cells."""
    if truecolor:
        pixels = list(_triples(image.tobytes()))
        names = {(r, g, b): f"2;{r};{g};{b}" for r, g, b in set(pixels)}
        colors = [names[pixel] for pixel in pixels]
    else:
        indexed = image.quantize(palette=_xterm(), dither=Image.Dither.FLOYDSTEINBERG)
        colors = [f"5;{16 + index}" for index in indexed.tobytes()]
    rows = []
    for row in range(height):
        start = 2 * row * width
        upper = colors[start : start + width]
        rows.append(_row(upper, colors[start + width : start + 2 * width]))
        sleep(0)  # lets the interface's thread have its turn
    return Drawn(tuple(rows), width)


def _triples(data: bytes) -> zip[tuple[int, int, int]]:
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def _row(upper: list[str], lower: list[str]) -> str:
    parts: list[str] = []
    last: tuple[str, str] | None = None
    for pair in zip(upper, lower, strict=True):
        if pair != last:
            parts.append(f"\x1b[38;{pair[0]};48;{pair[1]}m")
            last = pair
        parts.append("▀")
    return "".join(parts) + "\x1b[0m"


@lru_cache(1)
def _xterm() -> Image.Image:
    """The colours of a terminal with 256 of them, but for the first 16, which anybody may set."""
    cube = ((r, g, b) for r in _CUBE for g in _CUBE for b in _CUBE)
    greys = ((8 + 10 * step,) * 3 for step in range(24))
    colors = list(chain.from_iterable(chain(cube, greys)))
    palette = Image.new("P", (1, 1))
    palette.putpalette(colors + colors[-3:] * 16)
    return palette


# Sixels

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


# iTerm2's protocol


def iterm(image: Image.Image, width: int, height: int, background: str) -> Drawn:
    """`image`, in RGB, over `width` cells and `height` rows that are blank in `background`."""
    command = file_command(_png(image), width, height)
    return Drawn((background_run(background, width),) * height, width, after=command)


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


# kitty's protocol

MOST_CELLS = len(MARKS)
"""The most cells or rows that can be counted so."""


def kitty(image: Image.Image, width: int, height: int, number: int) -> Drawn:
    """`image`, in RGB, on `width` cells and `height` rows, both at most `MOST_CELLS`."""
    keys = f"a=T,U=1,q=2,i={number},f=100,c={width},r={height}"
    columns = MARKS[:width]
    rows = (
        f"\x1b[38;5;{number}m"
        + "".join(f"{PLACEHOLDER}{MARKS[row]}{column}" for column in columns)
        + "\x1b[0m"
        for row in range(height)
    )
    before = "".join(transmission(keys, _png(image)))
    return Drawn(tuple(rows), width, before, number=number)
