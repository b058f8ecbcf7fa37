"""The 256 colours of terminals that show no others: which of them is seen as nearest to a theme's.

Rich rounds each channel by itself: a chalkboard's dark green, #1d3b2f, becomes the glaring #005f00.
Here the nearest is the one that the eye finds least different. Sources: xterm's 256colres.h (a cube
of 6 levels a channel, then 24 greys); Björn Ottosson, "A perceptual color space for image
processing" (Oklab).
"""

from __future__ import annotations

from functools import lru_cache
from math import dist

_LEVELS = (0, 95, 135, 175, 215, 255)

_FIRST = 16
"""Those before are whatever the terminal's owner likes."""

_CUBE = [(red, green, blue) for red in _LEVELS for green in _LEVELS for blue in _LEVELS]
_GREYS = [(8 + 10 * number,) * 3 for number in range(24)]


@lru_cache
def nearest(color: str) -> int:
    """The number of the colour that looks most like `color`, ``#rrggbb``."""
    red, green, blue = bytes.fromhex(color[1:])
    wanted = _oklab(red, green, blue)
    return _FIRST + min(range(len(_seen())), key=lambda at: dist(wanted, _seen()[at]))


@lru_cache
def _seen() -> list[tuple[float, float, float]]:
    return [_oklab(*each) for each in (*_CUBE, *_GREYS)]


def _oklab(*channels: int) -> tuple[float, float, float]:
    red, green, blue = (_linear(channel / 255) for channel in channels)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
