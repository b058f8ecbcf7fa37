"""A theme: a palette and, by semantic name, what each style looks like; and how well it is read."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import astuple

from presenter.typeset.themes.styles import FALLBACKS, STYLES, Style

READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, success criterion 1.4.3."""


def contrast(color: str, background: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21.

    Source: WCAG 2.2, definitions of "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((_luminance(color), _luminance(background)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(first: str, second: str, part: float) -> str:
    """Two colours ``#rrggbb`` as one that has this `part` of the second."""
    pairs = zip(*(bytes.fromhex(color[1:]) for color in (first, second)), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in pairs).hex()


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


Design = Literal["ink", "paper", "vermilion", "board"]
"""How slides are composed where they are pictures: markers, rules, faces, covers and sections."""


class Theme(Struct, frozen=True, kw_only=True, dict=True):
    """A palette (see `COLORS`), styles where they differ from `STYLES`, and a design."""

    name: str
    dark: bool
    palette: dict[str, str]
    styles: dict[str, Style] = {}
    design: Design = "ink"

    @property
    def has_field(self) -> bool:
        """Whether its design sets covers on a field of the accent, up to the screen's edges."""
        return self.design == "vermilion"

    @cached_property
    def _resolved(self) -> dict[str, Style]:
        return {}

    def style(self, names: str) -> Style:
        """What ``names`` (parted by spaces, later upon earlier) looks like, colours ``#rrggbb``.

        A name that nobody has given a look changes nothing.
        """
        known = self._resolved.get(names)
        if known is None:
            known = self._look(names)
            self._resolved[names] = known
        return known

    def color(self, name: str) -> str:
        """The colour of the palette called `name`, or of the one that stands in for it."""
        while name not in self.palette and name in FALLBACKS:
            name = FALLBACKS[name]
        return self.palette.get(name, name)

    def _look(self, names: str) -> Style:
        style = self._own("")
        for name in names.split():
            style = self._own(name).over(style)
        color, background, *attributes = astuple(style)
        colors = color and self.color(color), background and self.color(background)
        return Style(*colors, *map(bool, attributes))

    def _own(self, name: str) -> Style:
        base = STYLES[name].style if name in STYLES else Style()
        own = self.styles.get(name)
        return own.over(base) if own else base
