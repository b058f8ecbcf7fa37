"""A session whose talk a stage gives elsewhere: it is asked over the link, and says what it did."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from msgspec import UNSET, UnsetType

from presenter.deck import Deck, Loaded
from presenter.talk.link import snapshot
from presenter.talk.link.client import LinkClient
from presenter.talk.link.protocol import State
from presenter.talk.reread import DeckRead, reread
from presenter.talk.session import Change, Later, Look, Outcome, Request, Session
from presenter.talk.talk import Blank, Mark, Stopping

Link = Literal["waiting", "connected", "silent", "lost"]
"""No stage seen yet; following one; it does not answer; it is gone."""

_AGAIN = 0.5
"""Seconds until the stage's source is read again, if it was not the one that the stage told of."""

_PATIENCE = 2.0
"""Seconds for which the stage may leave a request unanswered until that is said."""

_MOST_CELLS = 1000
_MOST_PIXELS = 100_000
_MOST_SECONDS = 1_000_000.0
"""What a stage may say of its size and clock; more is a broken one's."""


class RemoteSession(Session):
    """The talk on the deck at `path`, where the stage says that it is; without one, a talk here.

    stops_of: see `Session`. fit: has slides be set as the stage shows them from now on. outdated:
    called when the stage shows another version of the deck, which `fetch` takes.
    """

    goes_to_changes = False

    def __init__(
        self,
        loaded: Loaded,
        path: Path,
        stops_of: Callable[[Deck, int], Sequence[Stopping]],
        later: Later,
        *,
        fit: Callable[[Look], None],
        outdated: Callable[[], None],
        language: str = "",
    ) -> None:
        """`loaded` must hold a deck with a slide, else ValueError."""
        super().__init__(loaded, stops_of, later, language=language)
        self.client = LinkClient(path, self.take, self.lose, self._hear, "console")
        self.digest = loaded.digest
        """Of the version that is shown here."""
        self.theme = ""
        """The stage's, by name; empty while none is known."""
        self.look: Look | None = None
        """The stage's, as it was last; None while there was none."""
        self._path = path
        self._fit = fit
        self._outdated = outdated
        self._link: Link = "waiting"
        self._blank: Blank | UnsetType | None = UNSET
        self._runs: bool | UnsetType = UNSET
        """What the stage was asked for since it last told how things are."""

    @property
    def link(self) -> Link:
        """Whether there is a stage."""
        return "silent" if self.client.unanswered > _PATIENCE else self._link

    @property
    def blank(self) -> Blank | None:
        """What covers the slide once the stage has done what it was asked for."""
        return super().blank if self._blank is UNSET else self._blank

    @property
    def clock_runs(self) -> bool:
        """Whether the clock runs, likewise."""
        return super().clock_runs if self._runs is UNSET else self._runs

    def do(self, request: Request) -> Outcome:
        """Have the stage do it; it tells what came of that. Without one it is done here.

        One that does not answer is not asked for more: it would do it all when it is resumed.
        """
        if self.link == "silent":
            self.tell(Change.LINK)
            return Outcome.UNHEARD
        if self.client.send(request):
            outcome = Outcome.ASKED
            self._expect(request)
        else:
            outcome = super().do(request)
        if request.do != "clock":
            self.hush()
        return outcome

    def _expect(self, request: Request) -> None:
        """The stage was asked: keys may come faster than it tells what it did."""
        if request.do == "clock":
            self._runs = request.to == "start"
        elif request.do == "blank":
            self._blank = request.color
        else:
            self._blank = None  # whatever moves the talk shows the slide again

    # What the stage tells

    def take(self, state: State) -> None:
        """Go by what the stage tells; of another version of the deck when that is here."""
        is_same = state.digest == self.digest
        self._go_by(state, there=is_same)
        self.tell(Change.PLACE | Change.BLANK | Change.CLOCK | Change.LOOK | Change.LINK)
        if not is_same:
            self._outdated()

    def _go_by(self, state: State, *, there: bool) -> None:
        """Take all from the stage, and the place if `there`: it may mean slides not here yet."""
        self._link, self.mover, self.theme = "connected", state.mover, state.theme
        self._blank = self._runs = UNSET
        self.talk.blank = state.blank
        self.clock.restore(state.clock.state, min(state.clock.elapsed, _MOST_SECONDS))
        width, height = (min(cells, _MOST_CELLS) for cells in state.size)
        pixels = state.pixels
        if pixels is not None:
            pixels = min(pixels[0], _MOST_PIXELS), min(pixels[1], _MOST_PIXELS)
        self.look = Look((width, height), state.theme, state.reveal, pixels)
        self._fit(self.look)
        self.talk.restop()
        if there:
            self._go_where(state)

    def _go_where(self, state: State) -> None:
        """Be where the stage says that the talk is."""
        slide = min(state.slide, len(self.deck.slides)) - 1
        stops = self.talk.stops_of(slide)
        at = stops[nearest_stop(stops, state.step, state.page - 1)]
        self.talk.follow(Mark(slide, at.step, at.anchor))

    def relayout(self) -> None:
        """Slides have other stops now: be at the one that the stage told of."""
        state = self.client.state
        if state is not None and state.digest == self.digest:
            self._go_where(state)
        super().relayout()

    def lose(self) -> None:
        """The stage is gone: go on alone, the clock too, until there is one again."""
        self._link = "lost"
        self.notices.standing = ""
        self._blank = self._runs = UNSET
        self.tell(Change.LINK | Change.NOTICE)

    def _hear(self, notice: str) -> None:
        """Say what the stage has to say."""
        self.say(notice, None)

    # The deck

    async def fetch(self) -> None:
        """Take the version of the deck that the stage shows."""
        while self.client.state is not None:
            loaded = (await asyncio.to_thread(self.load)).loaded
            state = self.client.state
            is_new = loaded is not None and loaded.deck is not None and bool(loaded.deck.slides)
            if loaded is not None and is_new:
                self._adopt(loaded, self._place_in(loaded))
            done = state is None or state.digest == self.digest
            if state is not None:
                self._go_by(state, there=True)
            deck = Change.DECK if is_new else Change(0)
            self.tell(deck | Change.PLACE | Change.BLANK | Change.CLOCK | Change.LINK)
            if done:
                return
            await asyncio.sleep(_AGAIN)

    def load(self) -> DeckRead:
        """What the stage shows, else what the file holds. Blocks for a while."""
        shown = snapshot.load(self._path) if self.client.state is not None else None
        return DeckRead(shown) if shown else reread(self._path)

    def _adopt(self, loaded: Loaded, slide: int) -> None:
        self.digest = loaded.digest
        super()._adopt(loaded, slide)


def nearest_stop(stops: Sequence[Stopping], step: int, page: int) -> int:
    """The index of the stop of this step on this page, both from 0; else the nearest."""
    return min(
        range(len(stops)), key=lambda n: (abs(stops[n].page - page), abs(stops[n].step - step))
    )
