"""What composes a deck beyond what its slides say: the design of its theme, and colours."""

from __future__ import annotations

from typing import Any

from presenter.content import ResolvedSlide, layout_of
from presenter.content.inline import inline
from presenter.deck import Deck
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

_WHITE, _BLACK = "#ffffff", "#000000"

_GILT = "#e8c27a"
"""Of a fine rule on a field of the accent, whichever that is."""

_WARMTH = 0.12
"""How much of that is in the white of type on such a field."""

_SEEN = 2.0
"""The least contrast of a rule, which nobody reads."""


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


def field_color(deck: Deck, index: int, theme: Theme) -> str:
    """The colour of the slide's page at its edges, below and at its end; empty for the theme's."""
    if not theme.has_field or deck.slides[index].content:
        return ""
    end = _field_colors(theme)["field-end"]
    return mixed(theme.color("accent"), end, 0.75) if layout_of(deck, index) == "cover" else ""


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
        **_field_colors(theme),
    }


def _ground(theme: Theme) -> str:
    """What is set off stands on: the theme's own ground, if all is read on it."""
    surface = theme.color("surface")
    read = {theme.style(name).color or "" for name in STYLES if name.startswith(_ON_GROUND)}
    if all(contrast(color, surface) >= READABLE for color in read):
        return surface
    return mixed(theme.color("background"), _BLACK if theme.dark else _WHITE, _APART)


def _field_colors(theme: Theme) -> dict[str, str]:
    """A field of the accent, as one design has it, where it ends, and what stands on it.

    Whatever the palette is, what is read there is read: each has the contrast of text.
    """
    field = theme.color("accent")
    own = (mixed(_WHITE, _GILT, _WARMTH), theme.color("background"), theme.style("").color)
    choices = [each for each in (*own, _WHITE, _BLACK) if each]
    best = next(
        (each for each in choices if contrast(each, field) >= READABLE),
        max(choices, key=lambda each: contrast(each, field)),
    )
    # To where it is read even better.
    end = mixed(field, _WHITE if contrast(best, _WHITE) > contrast(best, _BLACK) else _BLACK, 0.3)
    quiet = next(
        each
        for part in (0.8, 0.88, 0.94, 1.0)
        if contrast(each := mixed(field, best, part), field) >= READABLE or part == 1
    )
    gilt = _GILT if contrast(_GILT, field) >= _SEEN else quiet
    return {"field-end": end, "on-field": best, "quiet-on-field": quiet, "gilt": gilt}
