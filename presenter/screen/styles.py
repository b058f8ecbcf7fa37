"""A theme's styles as Rich styles, which Textual's strips are made of."""

from __future__ import annotations

import os
from functools import lru_cache

from rich.color import Color
from rich.style import Style as RichStyle

from presenter.typeset.themes import Style, Theme


class Palette:
    """A theme's styles by name, made once each.

    Where ``NO_COLOR`` is set (https://no-color.org), what colours say is said by reversed and
    faint text instead.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._styles: dict[tuple[str, str], RichStyle] = {}
        self._colored = not os.environ.get("NO_COLOR")
        self._faint = {theme.palette.get("quiet"), theme.palette.get("faint")}

    def style(self, names: str, link: str = "") -> RichStyle:
        """The Rich style for a run's style names, with its link."""
        key = (names, link)
        style = self._styles.get(key)
        if style is None:
            look = self.theme.style(names)
            style = RichStyle(
                bold=look.bold or None,
                italic=look.italic or None,
                underline=look.underline or None,
                strike=look.strike or None,
                link=link or None,
            )
            style += self._colors(look) if self._colored else self._contrast(look)
            self._styles[key] = style
        return style

    def _colors(self, look: Style) -> RichStyle:
        return RichStyle(color=_color(look.color), bgcolor=_color(look.background))

    def _contrast(self, look: Style) -> RichStyle:
        plain = look.background == self.theme.style("").background
        return RichStyle(
            reverse=None if plain or look.background == "#000000" else True,
            dim=True if plain and look.color in self._faint else None,
        )


@lru_cache
def _color(color: str | None) -> Color | None:
    return None if color is None else Color.parse(color)


__all__ = ["Palette"]
