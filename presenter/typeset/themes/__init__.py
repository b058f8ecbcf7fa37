"""Themes: names of styles to colours, once, for every surface. Ours, Textual's, and files."""

from __future__ import annotations

from functools import cache
from typing import cast

from msgspec import Struct

from presenter.deck import Diagnostic
from presenter.deck.source import Source
from presenter.typeset.themes.styles import STYLES, Style
from presenter.typeset.themes.theme import Design, Theme

__all__ = ["OURS", "STYLES", "Chosen", "Style", "Theme", "choose", "find", "names"]

_OURS = """
name        ink        paper      vermilion  board
dark        yes        no         no         yes
background  #14171c    #faf7f0    #ffffff    #1d3b2f
surface     #1d2129    #f1ecdf    #fbf2f0    #244738
text        #e8e6e1    #23262b    #2a1715    #f2f1e8
quiet       #949aa5    #62676f    #75605d    #abc2b4
faint       #3b424e    #cfc9ba    #e6c6c2    #41695a
accent      #e0b164    #1f4e79    #b8170f    #f4d58d
second      #8fb8dc    #7a2e5d    #1f4f7f    #a9d8e8
third       #aac888    #4c6420    #1f5c4d    #f0bfae
code        #8fc7b5    #0f6152    #7a3a06    #a9d8e8
good        #aac888    #2f6b36    #2f6b36    #c4e4b0
warning     #eda35f    #8a5300    #8f5400    #f6c48a
error       #f0857d    #a8201a    #8f0f3c    #ffb3a7
"""


_STYLES = {"vermilion": {"part.label": Style(color="accent")}}


def _ours() -> dict[str, Theme]:
    keys, *columns = zip(*(row.split() for row in _OURS.strip().splitlines()), strict=True)
    themes = {}
    for name, dark, *colors in columns:
        palette = dict(zip(keys[2:], colors, strict=True))
        themes[name] = Theme(
            name=name,
            dark=dark == "yes",
            palette=palette,
            styles=_STYLES.get(name, {}),
            design=cast(Design, name),
        )
    return themes


OURS = _ours()
"""By name; the first is the default."""


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


class Chosen(Struct, frozen=True):
    """A theme, and what is wrong with the file that was to give one."""

    theme: Theme
    """The one that was named; the default if it cannot be had."""
    found: bool
    """Whether it is the one that was named."""
    problems: tuple[Diagnostic, ...] = ()


def choose(name: str, file: Source | None) -> Chosen:
    """The theme called `name`, which stands in `file` where it has one; the default for no name.

    For a deck: ``choose(deck.theme, loaded.theme)``.
    """
    default = find("")
    assert default is not None
    if file is None:
        theme = find(name)
        return Chosen(theme or default, theme is not None)
    from presenter.typeset.themes.reading import read_theme  # 10 ms, for a theme's file alone

    read = read_theme(file)
    return Chosen(read.theme or default, read.theme is not None, read.problems)
