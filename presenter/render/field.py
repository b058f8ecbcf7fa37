"""The field of the accent on which one design sets covers, up to the screen's edges: its colours.

Whoever colours what is outside a picture needs no more of its look than this.
"""

from __future__ import annotations

from presenter.content import layout_of
from presenter.deck import Deck
from presenter.typeset.themes import Theme
from presenter.typeset.themes.theme import READABLE, contrast, mixed

WHITE, BLACK = "#ffffff", "#000000"

_GILT = "#e8c27a"
"""Of a fine rule on a field of the accent, whichever that is."""

_WARMTH = 0.12
"""How much of that is in the white of type on such a field."""

_SEEN = 2.0
"""The least contrast of a rule, which nobody reads."""


def field_color(deck: Deck, index: int, theme: Theme) -> str:
    """The colour of the slide's page at its edges, below and at its end; empty for the theme's."""
    if not theme.has_field or deck.slides[index].content:
        return ""
    end = field_colors(theme)["field-end"]
    return mixed(theme.color("accent"), end, 0.75) if layout_of(deck, index) == "cover" else ""


def field_colors(theme: Theme) -> dict[str, str]:
    """A field of the accent, as one design has it, where it ends, and what stands on it.

    Whatever the palette is, what is read there is read: each has the contrast of text.
    """
    field = theme.color("accent")
    own = (mixed(WHITE, _GILT, _WARMTH), theme.color("background"), theme.style("").color)
    choices = [each for each in (*own, WHITE, BLACK) if each]
    best = next(
        (each for each in choices if contrast(each, field) >= READABLE),
        max(choices, key=lambda each: contrast(each, field)),
    )
    # To where it is read even better.
    end = mixed(field, WHITE if contrast(best, WHITE) > contrast(best, BLACK) else BLACK, 0.3)
    quiet = next(
        each
        for part in (0.8, 0.88, 0.94, 1.0)
        if contrast(each := mixed(field, best, part), field) >= READABLE or part == 1
    )
    gilt = _GILT if contrast(_GILT, field) >= _SEEN else quiet
    return {"field-end": end, "on-field": best, "quiet-on-field": quiet, "gilt": gilt}
