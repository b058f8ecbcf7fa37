"""A theme's styles as Rich styles, which Textual's strips are made of."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color
from rich.style import Style as RichStyle

from presenter.typeset.themes import Theme


class Palette:
    """A theme's styles by name, made once each."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._styles: dict[tuple[str, str], RichStyle] = {}

    def style(self, names: str, link: str = "") -> RichStyle:
        """The Rich style for a run's style names, with its link."""
        key = (names, link)
        style = self._styles.get(key)
        if style is None:
            look = self.theme.style(names)
            style = RichStyle(
                color=_color(look.color),
                bgcolor=_color(look.background),
                bold=look.bold,
                italic=look.italic,
                underline=look.underline,
                strike=look.strike,
                link=link or None,
            )
            self._styles[key] = style
        return style


@lru_cache
def _color(color: str | None) -> Color | None:
    return None if color is None else Color.parse(color)


__all__ = ["Palette"]
