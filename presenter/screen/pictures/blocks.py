"""Pictures in half blocks: two pixels a cell, one over the other. Every terminal shows them."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from time import sleep

from PIL import Image

from presenter.screen.pictures.drawn import Drawn

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
