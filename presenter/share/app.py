"""The server: the page, its stream, and the remote's three addresses."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler

from presenter.deck import Loaded
from presenter.handout.html import Document
from presenter.share.feed import Feed
from presenter.share.following import Following
from presenter.share.guard import Hosts, Pace, Tokens
from presenter.share.messages import for_remote, for_viewers
from presenter.share.remote_page import remote_page
from presenter.share.stream import send_events
from presenter.talk.link import Command
from presenter.typeset.themes import Theme
from presenter.words import Words, language_of

MOST_VIEWERS = 2000
"""Streams that are open at once; who comes then is told to try again later."""

MOST_REMOTES = 8
_MOST_BODY = 1024

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Server": "presenter",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'"

_COMMANDS = msgspec.json.Decoder(Command)


class Share:
    """Serves the talk on the deck at `path`; `app` is the aiohttp application that does.

    hosts: the names that may be asked for. tokens: who may use the remote; None for nobody.
    theme: instead of the stage's. See `Following`, too.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        hosts: Hosts,
        tokens: Tokens | None = None,
        theme: Theme | None = None,
    ) -> None:
        self.following = Following(path, loaded, self._changed, theme)
        self.viewers = self.remotes = 0
        self._streams: set[asyncio.Task[object]] = set()
        self._hosts, self._tokens = hosts, tokens
        self._commands = Pace(20, 1)
        self._packed: tuple[Document, bytes] | None = None
        self._remote = remote_page(Words(language_of(self.following.deck.lang)))
        self.app = web.Application(middlewares=[self._guard], client_max_size=_MOST_BODY)
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
        self._feed = Feed(for_viewers(self.following))
        self._remote_feed = Feed(for_remote(self.following))
        self.following.start()

    async def _stop(self, app: web.Application) -> None:  # noqa: ARG002
        self.following.stop()
        for task in tuple(self._streams):
            task.cancel()

    def _changed(self) -> None:
        self._feed.put(for_viewers(self.following))
        if self._tokens is not None:
            self._remote_feed.put(for_remote(self.following))

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse foreign hosts and origins, and the remote to whoever has not its token."""
        if not self._hosts.allow(request):
            return _refusal()
        if request.path.startswith("/remote"):
            token = request.headers.get("X-Presenter-Token") or request.query.get("token", "")
            if self._tokens is None or not self._tokens.allow(token, request.remote or ""):
                return _refusal()
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        document = self.following.document
        if self._packed is None or self._packed[0] is not document:
            self._packed = (document, gzip.compress(document.html.encode(), 6))
        tag = f'"{document.version}"'
        headers = {
            "Cache-Control": "no-cache",
            "ETag": tag,
            "Vary": "Accept-Encoding",
            "Content-Security-Policy": f"{document.policy}; frame-ancestors 'none'",
        }
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        body = document.html.encode()
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = self._packed[1]
        return web.Response(body=body, content_type="text/html", charset="utf-8", headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        with self._counted("viewers", MOST_VIEWERS) as is_room:
            return await send_events(request, self._feed) if is_room else _full()

    async def _remote_page(self, request: web.Request) -> web.Response:  # noqa: ARG002
        headers = {
            "Cache-Control": "no-store",
            "Content-Security-Policy": f"{self._remote.policy}; frame-ancestors 'none'",
        }
        return web.Response(text=self._remote.html, content_type="text/html", headers=headers)

    async def _remote_events(self, request: web.Request) -> web.StreamResponse:
        with self._counted("remotes", MOST_REMOTES) as is_room:
            return await send_events(request, self._remote_feed) if is_room else _full()

    async def _command(self, request: web.Request) -> web.Response:
        """Have the stage do what the body says, JSON as on the link."""
        headers = {"Cache-Control": "no-store"}
        if request.content_type != "application/json":
            return web.Response(status=415, headers=headers)
        if not self._commands.take():
            return web.Response(status=429, headers=headers)
        try:
            command = _COMMANDS.decode(await request.read())
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return web.Response(status=400, headers=headers)
        by_remote = msgspec.structs.replace(command, by="remote")
        sent = self.following.client.send(by_remote)
        return web.Response(status=204 if sent else 503, headers=headers)

    @contextmanager
    def _counted(self, what: str, most: int) -> Iterator[bool]:
        """Count one more of `what`, if there are less than `most`; whether there were."""
        if getattr(self, what) >= most:
            yield False
            return
        task = asyncio.current_task()
        assert task is not None
        self._streams.add(task)
        setattr(self, what, getattr(self, what) + 1)
        try:
            yield True
        finally:
            setattr(self, what, getattr(self, what) - 1)
            self._streams.discard(task)


def _refusal() -> web.Response:
    return web.Response(status=403, headers={"Cache-Control": "no-store"})


def _full() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})


async def _secure(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001
    """Put the headers that every answer has."""
    response.headers.update(_HEADERS)
    response.headers.setdefault("Content-Security-Policy", _NOTHING)
