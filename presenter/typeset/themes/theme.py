"""A theme: a palette and, by semantic name, what each style looks like."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from presenter.typeset.themes.palette import FALLBACKS
from presenter.typeset.themes.style import Style
from presenter.typeset.themes.styles import STYLES


class Theme(Struct, frozen=True, kw_only=True, dict=True):
    """A palette (see `palette.COLORS`), and styles where they differ from `STYLES`."""

    name: str
    dark: bool
    palette: dict[str, str]
    styles: dict[str, Style] = {}

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
        return Style(
            None if style.color is None else self.color(style.color),
            None if style.background is None else self.color(style.background),
            bool(style.bold),
            bool(style.italic),
            bool(style.underline),
            bool(style.strike),
        )

    def _own(self, name: str) -> Style:
        base = STYLES[name].style if name in STYLES else Style()
        own = self.styles.get(name)
        return own.over(base) if own else base
