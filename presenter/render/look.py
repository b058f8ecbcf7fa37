"""What composes a deck beyond what its slides say: the design of its theme, and colours."""

from __future__ import annotations

from typing import Any

from presenter.content import ResolvedSlide, layout_of
from presenter.content.inline import inline
from presenter.deck import Deck
from presenter.render.field import BLACK, WHITE, field_colors
from presenter.render.spans import spans
from presenter.typeset.themes import STYLES, Theme
from presenter.typeset.themes.theme import READABLE, contrast, mixed
from presenter.typeset.width import ruler

_COMPARED = 3
"""How many of the widest headings are measured: their widths in cells tell only about."""

_STRONG = 0.75
"""How much of the quiet colour is in the one strong rule of a table."""

_ON_GROUND = ("text", "code.", "callout.", "subtitle")
"""How the names of styles begin that stand on such a ground."""

_APART = 0.4
"""How far a ground is from the page's where the theme's own would make text hard to read."""


def look_data(deck: Deck, theme: Theme) -> dict[str, Any]:
    """What the slides of a deck share in their look.

    ``widest``: headings by whose width the size of all of them is chosen. ``covered``: whether a
    cover says who speaks and when, so that other slides may leave it out; ``titled``: whether one
    of the slides has the talk's title.
    """
    layouts = [layout_of(deck, index) for index in range(len(deck.slides))]
    titles = dict.fromkeys(  # in order: the same deck is to give the same data in every process
        slide.title
        for slide, layout in zip(deck.slides, layouts, strict=True)
        if slide.title and layout == "default"
    )
    widest = sorted(titles, key=ruler("narrow").width, reverse=True)[:_COMPARED]
    return {
        "design": theme.design,
        "covered": "cover" in layouts,
        "titled": any(
            slide.title == deck.title or (layout == "cover" and not slide.title)
            for slide, layout in zip(deck.slides, layouts, strict=True)
        ),
        "widest": [spans(inline(title), "title", theme) for title in widest],
        "colors": _colors(theme),
    }


def opening_data(slide: ResolvedSlide) -> dict[str, Any]:
    """Which point a slide belongs to, None for none; and that number as it is set in large."""
    part = slide.written.part
    return {"point": part.number if part.kind == "point" else None, "numeral": slide.numeral}


def _colors(theme: Theme) -> dict[str, str | None]:
    """The colours of all styles by their names; and what the page itself is made of."""
    background, quiet = theme.color("background"), theme.color("quiet")
    return {
        **{style: theme.style(style).color for style in STYLES},
        "text": theme.style("").color,
        "background": theme.style("").background,
        "accent": theme.color("accent"),
        "quiet": quiet,
        "soft": _ground(theme),
        "hair": theme.color("faint"),
        "strong": mixed(background, quiet, _STRONG),
        **field_colors(theme),
    }


def _ground(theme: Theme) -> str:
    """What is set off stands on: the theme's own ground, if all is read on it."""
    surface = theme.color("surface")
    read = {theme.style(name).color or "" for name in STYLES if name.startswith(_ON_GROUND)}
    if all(contrast(color, surface) >= READABLE for color in read):
        return surface
    return mixed(theme.color("background"), BLACK if theme.dark else WHITE, _APART)
