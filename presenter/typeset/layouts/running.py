"""What stands at the left of a page's head and foot in most layouts."""

from __future__ import annotations

from presenter.deck import Deck, Slide
from presenter.typeset.frame import Frame
from presenter.typeset.running import part_label
from presenter.typeset.setting import Setting


def head_text(deck: Deck, title: str) -> str:
    """The talk's title, unless the slide says it itself."""
    return "" if title == deck.title else deck.title


def byline(deck: Deck) -> str:
    """Who speaks, and when."""
    return " · ".join(text for text in (deck.author, deck.date) if text)


def foot_text(deck: Deck, slide: Slide, frame: Frame, setting: Setting) -> tuple[str, str]:
    """Who speaks, and when; on a page without a head line, the part instead."""
    if frame.head < 0 and (label := part_label(slide.part, setting)):
        return label, "part.label"
    return byline(deck), "foot.text"
