"""The stage's part in the link: it tells others how the talk stands, and does what they ask for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from presenter.deck import Loaded
from presenter.deck.source import Source
from presenter.talk.link.protocol import ClockReading, State
from presenter.talk.link.server import LinkServer
from presenter.talk.log import log
from presenter.talk.session import Change, Look, Session

_BEHIND = 0.01
"""Seconds that others are told after the session is: whoever reads it takes time from the frame."""


class LinkHost:
    """Serves the link of the talk on `deck`, once it is open, and observes the talk.

    look: how slides are shown now. theme_of: the file of the theme in which a version of the deck
    is shown. spawn: has a coroutine run behind the talk.
    """

    def __init__(
        self,
        session: Session,
        deck: Path,
        look: Callable[[], Look],
        theme_of: Callable[[Loaded], Source | None],
        spawn: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        """Raises as `LinkServer` does."""
        self.console_joined = asyncio.Event()
        self._session = session
        self._deck = os.fsencode(os.path.realpath(deck)).decode("utf-8", "replace")
        self._look = look
        self._theme_of = theme_of
        self._spawn = spawn
        self._persisting = asyncio.Lock()
        self._persisted: Loaded | None = None
        """What the file beside the socket holds; states wait until that is what is shown."""
        self._digest = self._pictures = ""
        self._last_sent: State | None = None
        self._telling: asyncio.TimerHandle | None = None
        self._server = LinkServer(deck, self._state, session.do, self._joined)

    async def open(self) -> None:
        """Let peers in. Raises as `LinkServer.open` does."""
        await self._persist()
        await self._server.open()

    def close(self) -> None:
        """Leave; again does nothing."""
        if self._telling is not None:
            self._telling.cancel()
        self._server.close()

    def __call__(self, change: Change) -> None:
        """Tell the others."""
        if change & Change.DECK:
            self._spawn(self._persist())
        self._server.say(self._session.notices.aside)
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(_BEHIND, self._tell)

    def _tell(self) -> None:
        self._telling = None
        self._server.tell()

    def _joined(self) -> None:
        """The first console has come, or the last one gone."""
        self._session.has_console = self._server.has_console
        self.console_joined.set()
        self._session.tell(Change.NOTICE)

    async def _persist(self) -> None:
        """Keep the source that is shown for the consoles, then tell them."""
        async with self._persisting:
            shown = self._session.loaded
            # A full disk keeps no console from following: it reads the file itself.
            try:
                await asyncio.to_thread(self._server.keep, shown, self._theme_of(shown))
            except OSError:
                log.warning("what is shown is not kept for consoles", exc_info=True)
            self._digest = await asyncio.to_thread(lambda: shown.digest)
            self._pictures = shown.pictures_digest
            self._persisted = shown
        self._server.tell()

    def _state(self) -> State:
        """All that others are told."""
        session, talk, clock = self._session, self._session.talk, self._session.clock
        if self._persisted is not session.loaded and self._last_sent is not None:
            return self._last_sent
        look, stops, at = self._look(), talk.stops, talk.at
        self._last_sent = State(
            deck=self._deck,
            digest=self._digest,
            pictures=self._pictures,
            size=look.size,
            pixels=look.pixels,
            theme=look.theme,
            reveal=look.reveal,
            slide=talk.slide + 1,
            slides=talk.slides,
            step=at.step,
            steps=max(stop.step for stop in stops),
            page=at.page + 1,
            pages=1 + max(stop.page for stop in stops),
            blank=talk.blank,
            clock=ClockReading(clock.state, round(clock.elapsed, 3)),
            mover=session.mover,
        )
        return self._last_sent
