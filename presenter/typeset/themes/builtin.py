"""The themes that come with presenter: its own four, and Textual's."""

from __future__ import annotations

from functools import cache

from presenter.typeset.themes.ours import OURS
from presenter.typeset.themes.theme import Theme


def find(name: str) -> Theme | None:
    """The theme of that name, ours before Textual's; the default for no name, None for none."""
    if not name:
        return next(iter(OURS.values()))
    return OURS.get(name) or _textual(name)


def names() -> list[str]:
    """The names of all themes: ours, the default first, then Textual's."""
    from presenter.typeset.themes.textual_palettes import PALETTES

    return [*OURS, *PALETTES]


@cache
def _textual(name: str) -> Theme | None:
    from presenter.typeset.themes.textual_palettes import PALETTES

    if name not in PALETTES:
        return None
    dark, palette = PALETTES[name]
    return Theme(name=name, dark=dark, palette=palette)
