"""How a run of text looks."""

from __future__ import annotations

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
        return Style(
            below.color if self.color is None else self.color,
            below.background if self.background is None else self.background,
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.underline if self.underline is None else self.underline,
            below.strike if self.strike is None else self.strike,
        )
