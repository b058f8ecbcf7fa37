"""How a slide is arranged: a small function for each layout; a new one needs a row in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable

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


def layout_of(deck: Deck, index: int) -> str:
    """The layout of the slide at `index`: the one that it names, else by what it is.

    The introduction's first slide is a cover, and so is a first slide that says no more than the
    talk's title; a slide with only a title is a section.
    """
    slide = deck.slides[index]
    if slide.problems:
        return "default"
    if slide.layout:
        return slide.layout
    if index == 0 and (
        slide.part.kind == "introduction" or (slide.title == deck.title and not slide.content)
    ):
        return "cover"
    return "section" if slide.title and not slide.content else "default"


__all__ = ["LAYOUTS", "Arrangement", "Form", "Layout", "layout_of"]
