"""The stage's side of the link: tells every peer the state, does what they ask, at a bounded pace.

Nothing that a peer does costs the stage more than a little: each is read at most once in 10 ms and
64 KiB at a time, of what comes at once 32 lines are looked at, and all peers together, in turn,
get 100 requests a second done. Who asks for more is not heard.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import cast

from presenter.deck import Loaded
from presenter.deck.source import Source
from presenter.talk.link import snapshot
from presenter.talk.link.endpoint import WAITING, StageLock, endpoint_for, listen_at
from presenter.talk.link.protocol import Lines, Notice, State, join_of, line_of, request_of
from presenter.talk.log import log
from presenter.talk.session import Request

MOST_PEERS = 32
MOST_UNREAD = 1024 * 1024
"""Bytes that a peer may leave unread before it is closed, beyond what the system keeps for it."""

_PACE = 0.01
"""Seconds from one request to the next, and from one reading of a peer to the next."""

_MOST_PENDING = 32
_CHUNK = 64 * 1024


class LinkServer:
    """Serves the link of `deck` in the running asyncio loop.

    `state` gives the state to tell; `do` does what is asked for; `joined` is called when the first
    console has come or the last one gone. All are called in the loop. Raises BlockingIOError if
    another stage serves it, another OSError if it cannot be served. Peers are let in by `open`.
    """

    def __init__(
        self,
        deck: Path,
        state: Callable[[], State],
        do: Callable[[Request], object],
        joined: Callable[[], None] = lambda: None,
    ) -> None:
        self._deck = deck
        self._endpoint = endpoint_for(deck, make=True)
        self._lock = StageLock(self._endpoint.lock)
        self._state = state
        self._do = do
        self._joined = joined
        self._loop = asyncio.get_running_loop()
        self._listening: socket.socket | None = None
        self._server: asyncio.Server | None = None
        self._closed = False
        self._writing = Lock()
        self.peers: set[Connection] = set()
        self.chunk = memoryview(bytearray(_CHUNK))
        """What a peer sent, for as long as its call lasts."""
        self._asking: deque[Connection] = deque()
        """Peers with requests pending; the first is next."""
        self._timer: asyncio.TimerHandle | None = None
        self._told: State | None = None
        self._said = Notice("")

    def keep(self, shown: Loaded, theme: Source | None) -> None:
        """Keep what is shown, and the file of its theme, for the peers to read. Raises OSError.

        May be called in another thread; once the server is closed it does nothing.
        """
        with self._writing:
            if not self._closed:
                snapshot.save(self._deck, shown, theme)

    async def open(self) -> None:
        """Let peers in. Raises as the constructor does."""
        if self._closed:
            return
        self._listening = listen_at(self._endpoint.socket)
        self._server = await self._loop.create_unix_server(
            lambda: Connection(self), sock=self._listening, backlog=WAITING
        )
        if self._closed:
            self._server.close()

    def tell(self) -> None:
        """Tell all peers the state, if it is another than they were told."""
        if not self.peers:
            return
        state = self._state()
        if state != self._told:
            self._told = state
            line = line_of(state)
            for peer in tuple(self.peers):
                peer.tell(line)

    def say(self, text: str) -> None:
        """Have the consoles say `text` to the speaker from now on."""
        if text != self._said.text:
            self._said = Notice(text)
            for peer in tuple(self.peers):
                if peer.is_console:
                    peer.tell(line_of(self._said))

    def close(self) -> None:
        """Close all connections, and leave no file behind; again does nothing."""
        if self._closed:
            return
        if self._timer is not None:
            self._timer.cancel()
        if self._server is not None:
            self._server.close()
        for peer in tuple(self.peers):
            peer.close()
        with self._writing, contextlib.suppress(OSError):
            self._closed = True
            self._endpoint.snapshot.unlink(missing_ok=True)
            if self._listening is not None:
                self._endpoint.socket.unlink(missing_ok=True)
            self._lock.release()

    def join(self, peer: Connection) -> bool:
        """Take `peer` in and tell it the state; False if there is no room for it."""
        if self._closed or len(self.peers) >= MOST_PEERS:
            return False
        self.peers.add(peer)
        peer.tell(line_of(self._state()))
        return True

    @property
    def has_console(self) -> bool:
        """Whether a console is there."""
        return any(peer.is_console for peer in self.peers)

    def announce(self, peer: Connection, *, console: bool) -> None:
        """`peer` says whether it is a console."""
        had = self.has_console
        if console and not peer.is_console:
            peer.tell(line_of(self._said))
        peer.is_console = console
        if self.has_console != had:
            self._joined()

    def leave(self, peer: Connection) -> None:
        """`peer` is gone, and with it what it had asked for."""
        if peer.is_console:
            self.announce(peer, console=False)
        self.peers.discard(peer)
        if peer in self._asking:
            self._asking.remove(peer)

    def ask(self, peer: Connection) -> None:
        """`peer` has requests pending."""
        if peer.pending and peer not in self._asking:
            self._asking.append(peer)
            if self._timer is None:
                self._turn()

    def _turn(self) -> None:
        """Do the next request, if there is one, and rest before the one after it."""
        self._timer = None
        if self._asking:
            peer = self._asking.popleft()
            request = peer.pending.popleft()
            if peer.pending:
                self._asking.append(peer)
            self._timer = self._loop.call_later(_PACE, self._turn)
            told = self._told
            self._do(request)
            if self._told is told:
                # Nothing has changed; who asked is told all the same, to know that it was heard.
                peer.tell(line_of(self._state()))


class Connection(asyncio.BufferedProtocol):
    """One connection."""

    def __init__(self, server: LinkServer) -> None:
        self.pending: deque[Request] = deque()
        self.is_console = False
        self._server = server
        self._lines = Lines()
        self._transport: asyncio.Transport | None = None

    def tell(self, line: bytes) -> None:
        """Send `line`."""
        if self._transport is not None:
            self._transport.write(line)

    def close(self) -> None:
        """Close the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Join, if there is room."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=MOST_UNREAD)
        if not self._server.join(self):
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Leave."""
        self._transport = None
        self._server.leave(self)

    def pause_writing(self) -> None:
        """It leaves too much unread: close it."""
        self.close()

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002
        """Where to read to; all peers share it, as each is done with it in `buffer_updated`."""
        return self._server.chunk

    def buffer_updated(self, nbytes: int) -> None:
        """Take the requests that came, as many as may be pending; then rest from reading."""
        room = _MOST_PENDING - len(self.pending)
        for line in self._lines.feed(bytes(self._server.chunk[:nbytes]), room):
            if (request := request_of(line)) is not None:
                self.pending.append(request)
            elif (join := join_of(line)) is not None:
                self._server.announce(self, console=join.by == "console")
            else:
                log.info("a peer sent what is no request: %.200r", line)
        self._server.ask(self)
        if self._transport is not None and not self._transport.is_closing():
            self._transport.pause_reading()
            asyncio.get_running_loop().call_later(_PACE, self._read_on)

    def _read_on(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.resume_reading()
