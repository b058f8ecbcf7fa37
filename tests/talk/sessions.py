"""Sessions without a screen: slides with the stops of a test, timers that it lets run out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from presenter.deck import Deck, Loaded, load_source
from presenter.deck.source import Source
from presenter.talk.session import Session
from presenter.typeset import Stop

DECK = """
title: 后勤
lang: zh-Hans
slides: [甲, {title: 乙, id: b}, 丙, 丁]
"""


def loaded(text: str = DECK) -> Loaded:
    """What came of loading the deck `text`."""
    return load_source(Source("slides.yaml", text))


def stops_of(_deck: Deck, slide: int) -> tuple[Stop, ...]:
    """The second slide has three steps, the others one."""
    return tuple(Stop(step, 0, step) for step in range(3 if slide == 1 else 1))


class Timers:
    """What was asked to be called later."""

    class Timer(NamedTuple):
        """One of them."""

        seconds: float
        then: Callable[[], object]
        timers: list[Timers.Timer]

        def stop(self) -> None:
            """Never run out."""
            if self in self.timers:
                self.timers.remove(self)

    def __init__(self) -> None:
        self.waiting: list[Timers.Timer] = []

    def later(self, seconds: float, then: Callable[[], object]) -> Timers.Timer:
        """Have `then` called when a test says so."""
        self.waiting.append(self.Timer(seconds, then, self.waiting))
        return self.waiting[-1]

    def run_out(self, seconds: float) -> None:
        """Let all run out that were set for so long."""
        for timer in [each for each in self.waiting if each.seconds == seconds]:
            timer.stop()
            timer.then()


def session(text: str = DECK) -> tuple[Session, Timers]:
    """A session on the deck `text`."""
    timers = Timers()
    return Session(loaded(text), stops_of, timers.later), timers


def place(of: Session) -> tuple[int, int]:
    """Its slide and stop, from 0."""
    return of.talk.slide, of.talk.stop
