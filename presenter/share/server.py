"""The server: the page, its stream, and the remote's three addresses.

Source of the stream: the HTML standard, "Server-sent events".
"""

from __future__ import annotations

import asyncio
import gzip
import random
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import NamedTuple

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler

from presenter.deck import Loaded
from presenter.handout.html.document import Document, policy_for
from presenter.share.admission import HEADERS, ConnectionLimit, Hosts, RateLimit, Tokens
from presenter.share.follower import TalkFollower, file_of_ours, for_remote, for_viewers
from presenter.talk.link.protocol import request_of
from presenter.typeset.themes import Theme
from presenter.words import Words

MOST_VIEWERS = 2000
"""Streams that are open at once; who comes then is told to try again later."""

MOST_REMOTES = 8
"""Streams of remotes; the oldest makes room for another, as a phone that is gone is not noticed."""

_MOST_BODY = 1024

_BODY_SECONDS = 5.0
"""In which the body of a command must be there."""

_PIECE = 64 * 1024
"""Bytes of a page that wait to be sent to one viewer."""


_BEAT = 15.0
"""Seconds after which a silent stream says that it lives; after three times that viewers leave."""

_PATIENCE = 10.0
"""Seconds that a viewer has to take what was sent; then it is dropped, and may come again."""

_STAGGER = (0.03, 0.15)
"""Seconds after a move in which viewers are told of it, not all at once: the stage paints first."""

_KERNEL = 16 * 1024
"""Bytes that the system keeps for one viewer."""


class _Packed(NamedTuple):
    """A document as it is sent: plain, and compressed."""

    document: Document
    plain: bytes
    small: bytes


def _packed(document: Document) -> _Packed:
    plain = document.html.encode()
    return _Packed(document, plain, gzip.compress(plain, 6))


class ShareServer:
    """Serves the talk on the deck at `path`; `app` is the aiohttp application that does.

    hosts: the names that may be asked for. tokens: who may use the remote; None for nobody.
    theme: instead of the stage's. See `TalkFollower`, too. connections: those it may have.
    failed: called with what went wrong here; else it is raised.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        hosts: Hosts,
        tokens: Tokens | None = None,
        theme: Theme | None = None,
        *,
        connections: ConnectionLimit | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        self.follower = TalkFollower(path, loaded, self._changed, theme)
        self._viewers: dict[asyncio.Task[object], None] = {}
        self._remotes: dict[asyncio.Task[object], None] = {}
        self._connections, self._failed = connections, failed
        self._hosts, self._tokens = hosts, tokens
        self._commands = RateLimit(20, 1)
        self._packed: _Packed | None = None
        self._packing = asyncio.Lock()
        self._remote = _remote_page(Words.of(self.follower.deck.lang))
        middlewares = [self._answer, self._guard]
        self.app = web.Application(middlewares=middlewares, client_max_size=_MOST_BODY)
        self.app.on_response_prepare.append(_secure)
        self.app.on_startup.append(self._start)
        self.app.on_shutdown.append(self._stop)
        self.app.add_routes(
            [
                web.get("/", self._page),
                web.get("/events", self._events),
                web.get("/remote", self._remote_page),
                web.get("/remote/events", self._remote_events),
                web.post("/remote", self._command),
            ]
        )

    async def _start(self, app: web.Application) -> None:  # noqa: ARG002
        self._feed = Feed(for_viewers(self.follower))
        self._remote_feed = Feed(for_remote(self.follower))
        self.follower.start()

    async def _stop(self, app: web.Application) -> None:  # noqa: ARG002
        self.follower.stop()
        for task in (*self._viewers, *self._remotes):
            task.cancel()

    def _changed(self) -> None:
        self._feed.put(for_viewers(self.follower))
        if self._tokens is not None:
            self._remote_feed.put(for_remote(self.follower))

    @property
    def viewers(self) -> int:
        """How many follow the talk."""
        return len(self._viewers)

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer, whatever happens; meanwhile the connection is not silent."""
        if self._connections is not None:
            self._connections.began(request.protocol)
        try:
            return await handler(request)
        except web.HTTPException as error:
            allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
            return web.Response(status=error.status, headers=allowed)
        except web.RequestPayloadError:
            return web.Response(status=400)
        except Exception as error:
            if self._failed is None or isinstance(error, ConnectionError):
                raise
            self._failed(error)
            return web.Response(status=500)
        finally:
            if self._connections is not None:
                self._connections.finished(request.protocol)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse foreign hosts and origins, and the remote to whoever has not its token."""
        if not self._hosts.allow(request):
            return web.Response(status=403)
        if request.path.startswith("/remote"):
            token = request.headers.get("X-Presenter-Token") or request.query.get("token", "")
            if self._tokens is None or not self._tokens.allow(token):
                return web.Response(status=403)
        return await handler(request)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        document = self.follower.document
        tag = f'"{document.version}"'
        headers = {
            "Cache-Control": "no-cache",
            "ETag": tag,
            "Vary": "Accept-Encoding",
            "Content-Security-Policy": f"{document.policy}; frame-ancestors 'none'",
        }
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        packed = await self._pack(document)
        body = packed.plain
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = packed.small
        headers["Content-Type"] = "text/html; charset=utf-8"
        response = web.StreamResponse(headers=headers)
        response.content_length = len(body)
        await response.prepare(request)
        if request.method != "HEAD":
            # Piece by piece: a slow viewer holds no copy of all that is still to be sent.
            for start in range(0, len(body), _PIECE):
                await response.write(body[start : start + _PIECE])
        return response

    async def _pack(self, document: Document) -> _Packed:
        """What is sent of `document`; made once, in a thread, as pictures make it large."""
        async with self._packing:
            if self._packed is None or self._packed.document is not document:
                self._packed = await asyncio.to_thread(_packed, document)
            return self._packed

    async def _events(self, request: web.Request) -> web.StreamResponse:
        full = len(self._viewers) >= MOST_VIEWERS
        if full or not (self._connections is None or self._connections.follow(request.protocol)):
            return web.Response(status=503, headers={"Retry-After": "10"})
        with _counted(self._viewers):
            return await send_events(request, self._feed)

    async def _remote_page(self, request: web.Request) -> web.Response:  # noqa: ARG002
        headers = {"Content-Security-Policy": f"{self._remote.policy}; frame-ancestors 'none'"}
        return web.Response(text=self._remote.html, content_type="text/html", headers=headers)

    async def _remote_events(self, request: web.Request) -> web.StreamResponse:
        while len(self._remotes) >= MOST_REMOTES:
            oldest = next(iter(self._remotes))
            del self._remotes[oldest]
            oldest.cancel()
        with _counted(self._remotes):
            return await send_events(request, self._remote_feed)

    async def _command(self, request: web.Request) -> web.Response:
        """Have the stage do what the body says, JSON as on the link."""
        if request.content_type != "application/json":
            return web.Response(status=415)
        if not self._commands.take():
            return web.Response(status=429)
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return web.Response(status=408, headers={"Connection": "close"})
        if (asked := request_of(body)) is None:
            return web.Response(status=400)
        by_remote = msgspec.structs.replace(asked, by="remote")
        sent = self.follower.client.send(by_remote)
        return web.Response(status=204 if sent else 503)


@contextmanager
def _counted(streams: dict[asyncio.Task[object], None]) -> Iterator[None]:
    """Have this task among `streams`."""
    task = asyncio.current_task()
    assert task is not None
    streams[task] = None
    try:
        yield
    finally:
        streams.pop(task, None)


async def _secure(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001
    """Put the headers that every answer has."""
    response.headers.pop("Server", None)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


class Feed:
    """The newest of a series of messages. Lives in one asyncio loop."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.number = 0
        """How many others came before it."""
        self._changed = asyncio.Event()

    def put(self, message: str) -> None:
        """Have `message` be the newest; one like the last is none."""
        if message != self.message:
            self.message = message
            self.number += 1
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()

    async def newer(self, than: int) -> int:
        """The newest message's number, once that is another one than `than`."""
        while self.number == than:
            await self._changed.wait()
        return self.number


async def send_events(request: web.Request, feed: Feed) -> web.StreamResponse:
    """Send the newest message of `feed`, and each that is newest when the viewer can take it.

    Ends by being cancelled when the viewer leaves or the server ends.
    """
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
    )
    await response.prepare(request)
    transport = request.transport
    if transport is None:
        return response
    if (plug := transport.get_extra_info("socket")) is not None:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _KERNEL)
    seen = -1
    while True:
        try:
            async with asyncio.timeout(_BEAT):
                await feed.newer(seen)
                if seen >= 0:
                    await asyncio.sleep(random.uniform(*_STAGGER))
            seen = feed.number
            event = f"data: {feed.message}\n\n"
        except TimeoutError:
            event = "event: beat\ndata:\n\n"
        try:
            await response.write(event.encode())
            if transport.get_write_buffer_size():
                async with asyncio.timeout(_PATIENCE):
                    while transport.get_write_buffer_size():  # noqa: ASYNC110 - no event tells it
                        await asyncio.sleep(0.05)
        except TimeoutError:
            transport.abort()
            return response
        except ConnectionError:
            return response


def _remote_page(words: Words) -> Document:
    """The page on the speaker's phone: two large buttons, notes, clock, next slide.

    In the language of `words`; what it shows comes by its stream.
    """
    style, code = file_of_ours("remote.css"), file_of_ours("remote.js")
    policy = policy_for([style], [code], connects=True)
    language = "zh-Hans" if words.language == "zh" else "en"
    values = {"language": language, "policy": policy, "style": style, "code": code}

    def filled(match: re.Match[str]) -> str:
        return values.get(match[1]) or escape(words(f"share.{match[1]}"))

    html = re.sub(r"\{([\w-]+)\}", filled, file_of_ours("remote.html"))
    return Document(html, policy, "")
