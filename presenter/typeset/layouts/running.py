"""What most layouts say: a slide's titles, and what stands at the left of head and foot."""

from __future__ import annotations

from presenter.content import resolve
from presenter.content.inline import plain_text
from presenter.deck import Deck, Slide
from presenter.deck.lines import on_one_line
from presenter.typeset.frame import Frame
from presenter.typeset.heading import Texts
from presenter.typeset.running import part_label
from presenter.typeset.setting import Setting


def titles(deck: Deck, index: int) -> Texts:
    """The slide's title and subtitle, as far as it has them."""
    heading = resolve(deck, index).heading
    texts = ((heading.title, "title"), (heading.subtitle, "subtitle"))
    return [(text, style) for text, style in texts if text]


def one_line(text: str) -> str:
    """What `text`, inline Markdown, says, in one line without markup.

    Where its lines were parted stands a space, but none between two Han characters.
    """
    return on_one_line(plain_text(text))


def head_text(deck: Deck, title: str) -> str:
    """The talk's title, unless the slide says it itself."""
    return "" if title == deck.title else one_line(deck.title)


def byline(deck: Deck) -> str:
    """Who speaks, and when."""
    return " · ".join(one_line(text) for text in (deck.author, deck.date) if text)


def foot_text(deck: Deck, slide: Slide, frame: Frame, setting: Setting) -> tuple[str, str]:
    """Who speaks, and when; on a page without a head line, the part instead."""
    if frame.head < 0 and (label := part_label(slide.part, setting)):
        return label, "part.label"
    return byline(deck), "foot.text"
