"""The colours that a terminal has, and which of them is nearest to a theme's.

Of 256 colours Rich rounds each channel by itself: a chalkboard's dark green, #1d3b2f, becomes the
glaring #005f00. Here the nearest is the one that the eye finds least different. Sources: xterm's
256colres.h (a cube of 6 levels a channel, then 24 greys); Björn Ottosson, "A perceptual color space
for image processing" (Oklab); for 16 colours, which the terminal's owner may have chosen, the
weights of compuphase.com/cmetric.htm, as Rich and Textual have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import dist
from typing import Literal

ColorSystem = Literal["standard", "256", "truecolor"]
"""16 colours, 256, or all; as Rich calls them."""

Color = int | str
"""The number of one of 16 or 256 colours, or ``#rrggbb``."""

_SYSTEM_OF_TERM: dict[str, ColorSystem] = {"256color": "256", "kitty": "256"}
_SYSTEMS: dict[str, ColorSystem] = {
    "standard": "standard",
    "256": "256",
    "truecolor": "truecolor",
}

_LEVELS = (0, 95, 135, 175, 215, 255)

_FIRST = 16
"""Those before are whatever the terminal's owner likes."""

_CUBE = [(red, green, blue) for red in _LEVELS for green in _LEVELS for blue in _LEVELS]
_GREYS = [(8 + 10 * number,) * 3 for number in range(24)]


_SIXTEEN = [
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0)),
    *((0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
]
"""Those of the VGA, which most terminals' are like."""


def color_system(environment: Mapping[str, str]) -> ColorSystem | None:
    """What its `environment` tells of a terminal; None for one that is said to have no colours."""
    if forced := _SYSTEMS.get(environment.get("TEXTUAL_COLOR_SYSTEM", "")):
        return forced
    term = environment.get("TERM", "").strip().lower()
    if term in ("dumb", "unknown"):
        return None
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    return _SYSTEM_OF_TERM.get(term.rpartition("-")[2], "standard")


@lru_cache
def nearest(color: str, system: ColorSystem | None) -> Color:
    """What a terminal of these colours shows for `color`, ``#rrggbb``."""
    red, green, blue = bytes.fromhex(color[1:])
    if system == "256":
        wanted = _oklab(red, green, blue)
        return _FIRST + min(range(len(_seen())), key=lambda at: dist(wanted, _seen()[at]))
    if system == "standard":
        return min(range(16), key=lambda at: _difference((red, green, blue), _SIXTEEN[at]))
    return color


def as_shown(color: str, system: ColorSystem | None) -> str:
    """`color` as such a terminal shows it, ``#rrggbb``."""
    shown = nearest(color, system)
    if isinstance(shown, str):
        return shown
    known = _SIXTEEN if system == "standard" else [*_SIXTEEN, *_CUBE, *_GREYS]
    return "#" + bytes(known[shown]).hex()


def _difference(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Not its root, as only the order counts."""
    mean = (one[0] + other[0]) // 2
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    weighted: int = ((512 + mean) * red * red >> 8) + 4 * green * green
    return weighted + ((767 - mean) * blue * blue >> 8)


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
