"""A theme's styles as cells have them, in the colours that a terminal has."""

from __future__ import annotations

import os
from typing import NamedTuple

from presenter.screen.colors import Color, ColorSystem, nearest
from presenter.screen.lines import PICTURE
from presenter.typeset.themes import Style, Theme


class CellStyle(NamedTuple):
    """How cells look; a colour that is None is the terminal's own."""

    color: Color | None = None
    background: Color | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    dim: bool = False
    reverse: bool = False

    def sgr(self, colors: ColorSystem | None) -> str:
        """The sequence that begins it (ECMA-48, 8.3.117); empty where all is the terminal's own."""
        codes = {
            "1": self.bold,
            "2": self.dim,
            "3": self.italic,
            "4": self.underline,
            "7": self.reverse,
            "9": self.strike,
        }
        told = [code for code, wanted in codes.items() if wanted]
        told += [
            _code(nearest(color, colors) if isinstance(color, str) else color, first)
            for color, first in ((self.color, 30), (self.background, 40))
            if color is not None
        ]
        return f"\x1b[{';'.join(told)}m" if told else ""


def _code(color: Color, first: int) -> str:
    """The parameters that choose `color`; `first`: 30 for that of the text, 40 for what is behind.

    Sources: ECMA-48; xterm's ctlseqs for the bright ones of 16 (90, 100), 256 and all colours.
    """
    if isinstance(color, str):
        return f"{first + 8};2;{';'.join(map(str, bytes.fromhex(color[1:])))}"
    if color < 8:
        return str(first + color)
    return str(first + 60 + color - 8) if color < 16 else f"{first + 8};5;{color}"


class CellStyles:
    """Those of `theme` by the names that runs have, made once each.

    Where ``NO_COLOR`` is set (https://no-color.org), what colours say is said by reversed and
    faint text instead.
    """

    def __init__(self, theme: Theme, colors: ColorSystem | None = "truecolor") -> None:
        """`colors`: that the terminal has."""
        self.theme = theme
        self.colors = colors
        self._known: dict[str, CellStyle] = {PICTURE: CellStyle()}
        self._colored = not os.environ.get("NO_COLOR")
        self._faint = {theme.palette.get("quiet"), theme.palette.get("faint")}

    def of(self, names: str) -> CellStyle:
        """What a run of these style names looks like."""
        known = self._known.get(names)
        if known is None:
            known = self._known[names] = self._made(self.theme.style(names))
        return known

    def _made(self, look: Style) -> CellStyle:
        bare = CellStyle(
            bold=bool(look.bold),
            italic=bool(look.italic),
            underline=bool(look.underline),
            strike=bool(look.strike),
        )
        if self._colored:
            return bare._replace(
                color=self._nearest(look.color), background=self._nearest(look.background)
            )
        plain = look.background == self.theme.style("").background
        return bare._replace(
            dim=plain and look.color in self._faint,
            reverse=not plain and look.background != "#000000",
        )

    def _nearest(self, color: str | None) -> Color | None:
        """Of 16 colours the nearest is for who paints to find, as Rich does."""
        return nearest(color, self.colors) if color and self.colors == "256" else color
