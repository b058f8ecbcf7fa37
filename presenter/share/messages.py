"""What viewers and the remote are told, as JSON. Only the remote is told notes."""

from __future__ import annotations

from itertools import islice

import msgspec

from presenter.content.inline import plain_text
from presenter.deck import Deck, Slide
from presenter.deck.text_of import text_of
from presenter.handout.html.prose import notes
from presenter.share.following import Following
from presenter.talk.link.protocol import ClockReading
from presenter.talk.talk import Blank

_MOST_LINES = 4
"""Of the next slide, for the speaker."""


class ForViewers(msgspec.Struct, frozen=True):
    """Where the talk is. slide: from 1; step: from 0, of `steps`.

    version: of the document that this goes with. on: whether there is a stage; been: whether
    there was one.
    """

    version: str
    on: bool
    been: bool
    slide: int = 1
    step: int = 0
    steps: int = 0
    blank: Blank | None = None


class ForRemote(msgspec.Struct, frozen=True):
    """What the speaker needs. notes: HTML; next: the lines of the next slide, its title first."""

    on: bool
    slide: int
    slides: int
    step: int
    steps: int
    blank: Blank | None
    clock: ClockReading
    title: str
    next: tuple[str, ...]
    notes: str


def for_viewers(following: Following) -> str:
    """The message to everybody."""
    version, state = following.document.version, following.state
    if state is None:
        return _encoded(ForViewers(version, False, following.was_there))
    place = (state.slide, state.step, state.steps, state.blank)
    return _encoded(ForViewers(version, True, True, *place))


def for_remote(following: Following) -> str:
    """The message to who has the token."""
    deck, state = following.deck, following.state
    count = len(deck.slides)
    index = min(state.slide, count) - 1 if state else 0
    slide = deck.slides[index]
    return _encoded(
        ForRemote(
            on=state is not None,
            slide=index + 1,
            slides=count,
            step=state.step if state else 0,
            steps=state.steps if state else 0,
            blank=state.blank if state else None,
            clock=state.clock if state else ClockReading("stopped", 0.0),
            title=_line(slide.title),
            next=_next(deck, index),
            notes=notes(slide.notes, deck.lang),
        )
    )


def _next(deck: Deck, index: int) -> tuple[str, ...]:
    if index + 1 == len(deck.slides):
        return ()
    slide: Slide = deck.slides[index + 1]
    texts = (said for block in slide.content for said in text_of(block))
    lines = (_line(each.text) if each.markdown else each.text for each in texts)
    return (_line(slide.title), *islice(filter(str.strip, lines), _MOST_LINES))


def _line(text: str) -> str:
    return plain_text(text).replace("\n", " ")


def _encoded(message: msgspec.Struct) -> str:
    return msgspec.json.encode(message).decode()
