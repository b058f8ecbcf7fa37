"""What composes a deck beyond what it says: page, fonts, the design of its theme, and colours."""

from __future__ import annotations

from typing import Any

from presenter.content import is_right_to_left
from presenter.deck import Deck
from presenter.render.field import BLACK, WHITE, field_colors
from presenter.render.fonts import font_names
from presenter.typeset.themes import STYLES, Theme
from presenter.typeset.themes.theme import READABLE, contrast, mixed

PAGE = (960, 540)
"""Width and height of a page in points. A slide is designed for this size."""

_STRONG = 0.75
"""How much of the quiet colour is in the one strong rule of a table."""

_ON_GROUND = ("text", "code.", "callout.", "subtitle")
"""How the names of styles begin that stand on such a ground."""

_APART = 0.4
"""How far a ground is from the page's where the theme's own would make text hard to read."""


_HYPHENATED = (
    "af be bg ca cs da de el en es et fr gl hr hu is it ka ku la lt mn nb nl nn no pl pt ru sa sk"
    " sl sq sr sv tk tr uk"
)
"""Languages whose words Typst breaks with hyphens (by the crate hypher; found by trying)."""


def look_data(deck: Deck, theme: Theme, page: tuple[float, float] = PAGE) -> dict[str, Any]:
    """What the slides of a deck share in their look; little is loaded for it."""
    return {
        "language": language(deck),
        "turned": is_right_to_left(deck),
        "fonts": font_names(deck.lang),
        "page": page,
        "design": theme.design,
        "colors": _colors(theme),
    }


def language(deck: Deck) -> dict[str, Any]:
    """What Typst's rules of line breaking and its choice of glyphs go by."""
    tag = [*deck.lang.split("-"), *[""] * 3]
    primary = tag[0].lower() if 2 <= len(tag[0]) <= 3 else ""
    region = next((part.upper() for part in tag[1:] if len(part) == 2), "")
    if primary == "zh" and not region:
        region = "TW" if "hant" in deck.lang.lower() else "CN"
    return {
        "language": primary or "en",
        "region": region,
        "hyphens": (primary or "en") in _HYPHENATED.split(),
    }


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
