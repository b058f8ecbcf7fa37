"""Which layout a slide has."""

from __future__ import annotations

from presenter.deck import Deck


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
