"""A peer of the stage: waits for it, follows it, and asks it to move."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import Join, Lines, Peer, State, line_of, notice_of, state_of
from presenter.talk.session import Request

_LOOK = 0.06
"""Seconds between looks for a stage: joining takes a few milliseconds more."""

_CHUNK = 64 * 1024
_MOST_LINES = 1024
_MOST_UNSENT = 64 * 1024


class LinkClient:
    """Follows whatever stage shows a deck, through its ends and new beginnings.

    It lives in a running asyncio loop and calls back there: `on_state` with every state, `on_lost`
    when the stage is gone, `on_notice` with what the stage has to say to a console. `joins` is as
    whom it joins, if it says so. Nothing that the other side or the system does raises into the
    app.
    """

    def __init__(
        self,
        deck: Path,
        on_state: Callable[[State], None],
        on_lost: Callable[[], None],
        on_notice: Callable[[str], None] = lambda _: None,
        joins: Peer | None = None,
    ) -> None:
        self.state: State | None = None
        """The last state; None while there is no stage."""
        self._deck = deck
        self._on_state = on_state
        self._on_lost = on_lost
        self._on_notice = on_notice
        self._joins = joins
        self._writer: asyncio.StreamWriter | None = None
        self._asked: float | None = None
        """When the stage was first asked for something since it last told a state."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look for a stage, now and whenever there is none."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="link")

    def stop(self) -> None:
        """Leave; `on_lost` is not called any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._leave()

    def send(self, request: Request) -> bool:
        """Send `request`; whether there is a stage that may take it. What it did, a state tells."""
        writer = self._writer
        if self.state is None or writer is None or writer.is_closing():
            return False
        if writer.transport.get_write_buffer_size() > _MOST_UNSENT:
            return False
        writer.write(line_of(request))
        if self._asked is None:
            self._asked = monotonic()
        return True

    @property
    def unanswered(self) -> float:
        """For how many seconds the stage has not answered: it may be suspended."""
        return 0.0 if self._asked is None else monotonic() - self._asked

    async def _run(self) -> None:
        while True:
            # ValueError: no path for a socket.
            with contextlib.suppress(OSError, ValueError):
                await self._follow()
            was_there = self.state is not None
            self._leave()
            if was_there:
                self._on_lost()
            await asyncio.sleep(_LOOK)

    async def _follow(self) -> None:
        """Follow the stage that there is, to its end. Raises OSError if there is none."""
        endpoint = endpoint_for(self._deck)
        reader, self._writer = await asyncio.open_unix_connection(endpoint.socket)
        if self._joins is not None:
            self._writer.write(line_of(Join("join", self._joins)))
        lines = Lines()
        while data := await reader.read(_CHUNK):
            for line in lines.feed(data, _MOST_LINES):
                state = state_of(line)
                if state is not None:
                    self.state, self._asked = state, None
                    self._on_state(state)
                elif (notice := notice_of(line)) is not None:
                    self._on_notice(notice.text)

    def _leave(self) -> None:
        self.state = self._asked = None
        if self._writer is not None:
            self._writer.transport.abort()
            self._writer = None
