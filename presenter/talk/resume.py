"""The place of a talk that did not come to its end, kept for the next start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from presenter.deck import Slide
from presenter.deck.safe_files import atomic_write, read_regular_file, state_folder
from presenter.talk.clock import Running
from presenter.talk.link.endpoint import name_of
from presenter.talk.log import log
from presenter.talk.matching import Matching, Trace, shown_of
from presenter.talk.session import Change, Session
from presenter.talk.talk import Mark

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle

_BEHIND = 0.02
"""Seconds that a place is kept after it was moved to: what keeps it takes time from the frame."""

_LAST_WRITE = 1.0
"""Seconds that the end of a talk waits for a slow disk."""

_FromZero = Annotated[int, Meta(ge=0)]


class SavedPlace(Struct, frozen=True):
    """Where a talk stood, and its clock (`elapsed` in seconds).

    slide, step and anchor are those of `Mark`; the slide's id and a digest of what it shows find
    it again in a deck that was edited.
    """

    slide: _FromZero
    step: _FromZero
    anchor: _FromZero
    id: str
    shown: str
    clock: Running
    elapsed: Annotated[float, Meta(ge=0)]
    v: Literal[1] = 1

    @classmethod
    def of(cls, mark: Mark, slide: Slide, clock: Running, elapsed: float) -> SavedPlace:
        """The place `mark`, on `slide`."""
        return cls(*mark, slide.id, shown_of(slide), clock, elapsed)

    def mark(self, slides: Sequence[Slide]) -> Mark:
        """This place in a deck of `slides`, at least one.

        It is on the slide of this id, else on the one that shows the same, else on the one of this
        number, or the last.
        """
        number = min(self.slide, len(slides) - 1)
        found = Matching([Trace(self.id, self.shown, number)], slides).find(0)
        return Mark(number if found is None else found, self.step, self.anchor)


def saved_place(deck: Path) -> SavedPlace | None:
    """The place kept for `deck`; None if there is none that can be used."""
    try:
        return msgspec.json.decode(read_regular_file(_file(deck)), type=SavedPlace)
    except FileNotFoundError:
        return None
    except (OSError, RuntimeError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        log.warning("the place that was kept cannot be used", exc_info=True)
        return None


class PlaceKeeper:
    """Keeps the place of the talk on `deck`, in a thread of its own, as disks may be slow.

    A disk that fails keeps nothing; the talk goes on.
    """

    def __init__(self, deck: Path) -> None:
        self._deck = deck
        self._wanted: SavedPlace | None = None
        self._pending = self._closing = False
        self._change = Condition()
        self._thread = Thread(target=self._run, name="place", daemon=True)
        self._thread.start()

    def save(self, place: SavedPlace) -> None:
        """Keep `place`; of several at once the last."""
        self._want(place)

    def forget(self) -> None:
        """Keep none: the talk has been given."""
        self._want(None)

    def close(self) -> None:
        """Wait, not for long, until the last word is kept."""
        with self._change:
            self._closing = True
            self._change.notify()
        self._thread.join(_LAST_WRITE)

    def _want(self, place: SavedPlace | None) -> None:
        with self._change:
            self._pending = self._pending or place != self._wanted or place is None
            self._wanted = place
            self._change.notify()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._pending or self._closing)
                if not self._pending:
                    return
                place, self._pending = self._wanted, False
            try:
                if place is None:
                    _file(self._deck).unlink(missing_ok=True)
                else:
                    atomic_write(_file(self._deck), msgspec.json.encode(place), "private")
            except (OSError, RuntimeError):
                log.warning("the place is not kept", exc_info=True)


class PlaceSaver:
    """Saves the place of the talk on `deck` as it moves: an observer of `session`."""

    def __init__(self, session: Session, deck: Path, loop: AbstractEventLoop) -> None:
        """`loop` is the one in which the session is."""
        self._session = session
        self._loop = loop
        self._keeper = PlaceKeeper(deck)
        self._closed = False
        self._saving: TimerHandle | None = None

    def __call__(self, change: Change) -> None:
        """Save what has changed of it."""
        if change & (Change.PLACE | Change.CLOCK) and self._saving is None:
            self._saving = self._loop.call_later(_BEHIND, self._save_behind)

    def _save_behind(self) -> None:
        self._saving = None
        self.save()

    def save(self) -> None:
        """Keep where the talk is and what the clock shows, once it has been moved."""
        talk, clock = self._session.talk, self._session.clock
        if talk.moved and not self._closed:
            slide = self._session.deck.slides[talk.slide]
            self._keeper.save(SavedPlace.of(talk.here, slide, clock.state, clock.elapsed))

    def close(self, *, forget: bool) -> None:
        """Save for the last time, or forget the place: the talk has been given."""
        self.save()
        self._closed = True
        if forget and self._session.talk.moved:
            self._keeper.forget()
        self._keeper.close()


def _file(deck: Path) -> Path:
    """Where the place is kept. Raises as `state_folder` does."""
    folder = state_folder() / "places"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{name_of(deck)}.json"
