"""What the console knows of the talk: told by a stage, or moved on here while there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import monotonic

from msgspec import UNSET, UnsetType

from presenter.console.previews import Previews
from presenter.console.view import Link, View
from presenter.deck import Deck, Loaded
from presenter.talk.clock import Clock
from presenter.talk.link.protocol import Mover, Request, State
from presenter.talk.matching import Matching
from presenter.talk.talk import Blank, Mark, Talk
from presenter.typeset import PageOptions
from presenter.typeset.page import Ambiguous

_MOST_CELLS = 1000
_MOST_SECONDS = 1_000_000.0
"""What a stage may say of its size and clock; more is a broken one's."""


class Follower:
    """The talk on a deck, at the place that the stage tells, or at its own without a stage.

    `now` gives seconds that never go back.
    """

    def __init__(
        self,
        loaded: Loaded,
        ambiguous: Ambiguous,
        bidi: bool = True,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """`loaded` must hold a deck with at least one slide."""
        if loaded.deck is None or not loaded.deck.slides:
            raise ValueError("a console needs a deck with slides")
        self.deck: Deck = loaded.deck
        self.loaded, self.digest = loaded, loaded.digest
        self.link: Link = "waiting"
        self.clock = Clock(now)
        self.mover: Mover = ""
        self._blank: Blank | UnsetType | None = UNSET
        self._runs: bool | UnsetType = UNSET
        """What the stage was asked for since it last told how things are."""
        self.notice = ""
        """What the stage has to say."""
        self.theme = ""
        """The stage's, by name; empty while none is known."""
        setting = PageOptions(80, 24, self.deck.lang, ambiguous, bidi=bidi)
        self.previews = Previews(self.deck, setting)
        self.talk = Talk(len(self.deck.slides), lambda slide: self.previews.stops_of(slide))

    @property
    def blank(self) -> Blank | None:
        """What covers the slide once the stage has done what it was asked for."""
        return self.talk.blank if self._blank is UNSET else self._blank

    @property
    def clock_runs(self) -> bool:
        """Whether the clock runs, likewise."""
        return self.clock.state == "running" if self._runs is UNSET else self._runs

    def expect(self, command: Request) -> None:
        """The stage was asked for `command`: keys may come faster than it tells what it did."""
        if command.do == "clock":
            self._runs = command.to == "start"
        elif command.do == "blank":
            self._blank = command.color
        else:
            self._blank = None  # whatever moves the talk shows the slide again

    def take(self, state: State, *, at_once: bool = False) -> bool:
        """Go by what the stage says; False if it shows another version of the deck.

        Then its place is not taken, as it means slides that are not here, unless `at_once`.
        """
        self.link, self.mover, self.theme = "connected", state.mover, state.theme
        self._blank = self._runs = UNSET
        self.talk.blank = state.blank
        self.clock.restore(state.clock.state, min(state.clock.elapsed, _MOST_SECONDS))
        width, height = (min(cells, _MOST_CELLS) for cells in state.size)
        self._set_under(width, height, state.reveal)
        same = state.digest == self.digest
        if same or at_once:
            slide = min(state.slide, len(self.deck.slides)) - 1
            stop = self.previews.stop_at(slide, state.step, state.page - 1)
            at = self.previews.stops_of(slide)[stop]
            self.talk.follow(Mark(slide, at.step, at.anchor))
        return same

    def lose(self) -> None:
        """The stage is gone: go on alone, the clock too, until there is one again."""
        self.link, self.notice = "lost", ""
        self._blank = self._runs = UNSET

    def use(self, loaded: Loaded) -> bool:
        """Go on with another version of the deck, at what became of its slide; whether it can."""
        if loaded.deck is None or not loaded.deck.slides:
            return False
        slide = Matching(self.deck.slides, loaded.deck.slides).nearest(self.talk.slide)
        self.deck, self.loaded, self.digest = loaded.deck, loaded, loaded.digest
        stage = self.previews.stage
        self.previews = Previews(self.deck, replace(stage, language=self.deck.lang))
        self.talk.replace(len(self.deck.slides), slide)
        return True

    def do(self, command: Request) -> bool:
        """Do here what no stage is there to do; whether the talk moved or changed."""
        talk, moves = self.talk, self.talk.moves
        if command.do == "clock":
            return command.to is not UNSET and bool(getattr(self.clock, command.to)())
        if command.do == "blank":
            color = None if command.color is UNSET else command.color
            changed, talk.blank = talk.blank != color, color
        elif command.do == "go":
            changed = command.slide is not UNSET and talk.go_to(command.slide - 1)
        else:
            changed = bool(getattr(talk, command.do)())
        if talk.moves != moves:
            self.mover = "console"
            self.clock.moved()
        return changed

    def view(self, now: datetime, name: str, share: int, top: int | None) -> View:
        """This moment of the talk."""
        talk, clock = self.talk, self.clock
        return View(
            self.previews,
            talk.slide,
            talk.stop,
            talk.blank,
            clock.state,
            clock.elapsed,
            now,
            self.link,
            self.mover,
            name,
            share,
            top,
        )

    def _set_under(self, width: int, height: int, reveal: bool | None) -> None:
        """Set slides as a stage of this size does."""
        stage = self.previews.stage
        if (width, height, reveal) != (stage.width, stage.height, stage.reveal):
            setting = replace(stage, width=width, height=height, reveal=reveal)
            self.previews = Previews(self.deck, setting)
            self.talk.restop()


__all__ = ["Follower"]
