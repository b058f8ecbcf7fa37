"""A theme: a palette and, by semantic name, what each style looks like."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct


class Style(Struct, frozen=True):
    """How a run looks. Colours are names of the palette or ``#rrggbb``; None leaves it as it is."""

    color: str | None = None
    background: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None

    def over(self, below: Style) -> Style:
        """This style upon another: what it leaves open shows through."""
        values = (
            below_value if own is None else own
            for own, below_value in zip(self._values(), below._values(), strict=True)
        )
        return Style(*values)

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__)


BASE: dict[str, Style] = {
    "": Style(color="text", background="background"),
    "title": Style(color="accent", bold=True),
    "title.rule": Style(color="accent"),
    "subtitle": Style(color="quiet"),
    "text": Style(color="text"),
    "bullet.marker": Style(color="accent"),
    "bullet.text": Style(color="text"),
    "quote.bar": Style(color="accent"),
    "quote.text": Style(color="text", italic=True),
    "quote.by": Style(color="quiet"),
    "head.title": Style(color="quiet"),
    "part.label": Style(color="quiet"),
    "foot.text": Style(color="quiet"),
    "foot.number": Style(color="quiet"),
    "progress.done": Style(color="accent"),
    "progress.rest": Style(color="faint"),
    "error.place": Style(color="quiet"),
    "error.message": Style(color="error", bold=True),
    "error.help": Style(color="text"),
    "notice": Style(color="background", background="quiet"),
    "blank.black": Style(background="#000000"),
    "blank.white": Style(background="#ffffff"),
    "menu.query": Style(color="text", bold=True),
    "menu.label": Style(color="text"),
    "menu.detail": Style(color="quiet"),
    "menu.chosen": Style(color="background", background="accent"),
    "strong": Style(bold=True),
    "emphasis": Style(italic=True),
    "code": Style(color="code"),
    "strike": Style(strike=True),
    "link": Style(underline=True),
}
"""What styles look like in every theme that does not say otherwise."""


class Theme(Struct, frozen=True, kw_only=True, dict=True):
    """A palette, and styles where they differ from `BASE`.

    Every palette names ``background text accent quiet faint code error``.
    """

    name: str
    dark: bool
    palette: dict[str, str]
    styles: dict[str, Style] = {}

    @cached_property
    def _resolved(self) -> dict[str, Style]:
        return {}

    def style(self, names: str) -> Style:
        """What ``names`` (parted by spaces, later upon earlier) looks like, colours as ``#rrggbb``."""
        known = self._resolved.get(names)
        if known is None:
            known = self._look(names)
            self._resolved[names] = known
        return known

    def _look(self, names: str) -> Style:
        style = self._own("")
        for name in names.split():
            style = self._own(name).over(style)
        return Style(
            self._color(style.color),
            self._color(style.background),
            bool(style.bold),
            bool(style.italic),
            bool(style.underline),
            bool(style.strike),
        )

    def _own(self, name: str) -> Style:
        base = BASE.get(name, Style())
        own = self.styles.get(name)
        return own.over(base) if own else base

    def _color(self, color: str | None) -> str | None:
        return None if color is None else self.palette.get(color, color)
