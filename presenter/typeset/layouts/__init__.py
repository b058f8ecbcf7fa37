"""How a slide is arranged: a small function for each layout; a new one needs a row in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable

from presenter.content import layout_of
from presenter.deck import Deck
from presenter.typeset.layouts.arrangement import Arrangement, Form
from presenter.typeset.layouts.center import center
from presenter.typeset.layouts.cover import cover
from presenter.typeset.layouts.default import default
from presenter.typeset.layouts.section import section
from presenter.typeset.setting import Setting

Layout = Callable[[Deck, int, Setting], Arrangement]
"""Arranges the slide at an index of a deck."""

LAYOUTS: dict[str, Layout] = {
    "default": default,
    "cover": cover,
    "section": section,
    "center": center,
}


__all__ = ["LAYOUTS", "Arrangement", "Form", "Layout", "layout_of"]
