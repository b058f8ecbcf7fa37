"""What composes a deck beyond what its slides say: the design of its theme, and colours."""

from __future__ import annotations

from typing import Any

from presenter.content import ResolvedSlide, layout_of
from presenter.content.inline import inline
from presenter.deck import Deck
from presenter.render.spans import spans
from presenter.typeset.themes import STYLES, Theme
from presenter.typeset.width import ruler

_COMPARED = 3
"""How many of the widest headings are measured: their widths in cells tell only about."""

_STRONG = 0.75
"""How much of the quiet colour is in the one strong rule of a table."""


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
        "soft": theme.color("surface"),
        "hair": theme.color("faint"),
        "strong": _mixed(background, quiet, _STRONG),
    }


def _mixed(first: str, second: str, part: float) -> str:
    """Two colours ``#rrggbb`` as one that has this `part` of the second."""
    pairs = zip(*(bytes.fromhex(color[1:]) for color in (first, second)), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in pairs).hex()
