"""The server from the command line: where it listens, what is said there, how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from threading import Thread, Timer

from aiohttp import web
from yarl import URL

from presenter.deck import Loaded
from presenter.share.admission import Connection, ConnectionLimit, Hosts, Tokens
from presenter.share.server import ShareServer
from presenter.talk.log import log
from presenter.typeset.themes import Theme
from presenter.words import Words

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_FILES = 4096
"""Open files that are asked for: each viewer takes one."""

_MOST = 3000
"""Connections at once: viewers, and those that come and go."""

_OWN_FILES = 64
"""Open files that are none."""

_LONGEST_END = 4.0
"""Seconds that the end may take."""

_MOST_FAULTS = 3
"""Faults of its own that it tells."""

_say = partial(print, flush=True)

_NICE = 10
"""How far the server stands back for the stage where both want the processor."""


@dataclass(frozen=True)
class Options:
    """host, port: where to listen. url: at what address a proxy or tunnel offers this to others.
    remote: whether there is one. theme: instead of the stage's.
    """

    host: str = "127.0.0.1"
    port: int = 8420
    url: str = ""
    remote: bool = False
    theme: Theme | None = None


def run(
    path: Path,
    loaded: Loaded,
    options: Options,
    words: Words,
    failed: Callable[[BaseException], object],
) -> int:
    """Serve the talk on the deck at `path` until a signal comes; 128 and its number.

    `loaded` must hold a deck with at least one slide. `failed` is called with what goes wrong
    within the server, a few times at most. Raises OSError if it cannot listen there.
    """
    most = min(_MOST, _raise_limit() - _OWN_FILES)
    with contextlib.suppress(OSError):
        os.nice(_NICE)
    # What aiohttp has to say is said by `failed`.
    logging.getLogger("aiohttp").addHandler(logging.NullHandler())
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        return asyncio.run(_serve(path, loaded, options, words, most, _few(failed)))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _few(failed: Callable[[BaseException], object]) -> Callable[[BaseException], object]:
    """`failed` for the first faults: whoever finds one shall not fill the disk with it."""
    left = iter(range(_MOST_FAULTS))

    def tell(error: BaseException) -> None:
        log.error("a fault in the server", exc_info=error)
        if next(left, None) is not None:
            failed(error)

    return tell


async def _serve(
    path: Path,
    loaded: Loaded,
    options: Options,
    words: Words,
    most: int,
    failed: Callable[[BaseException], object],
) -> int:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: _take_fault(context, failed))
    ended: asyncio.Future[int] = loop.create_future()
    tokens = Tokens() if options.remote else None
    hosts = Hosts(options.host, URL(options.url).host or "" if options.url else "")
    connections = ConnectionLimit(most, partial(_most_of_one, options, most))
    share = ShareServer(
        path, loaded, hosts, tokens, options.theme, connections=connections, failed=failed
    )
    runner = web.AppRunner(share.app, handler_cancellation=True, shutdown_timeout=0.3)
    await runner.setup()
    assert runner.server is not None
    connection = partial(Connection, runner.server, connections, failed)
    try:
        server = await loop.create_server(connection, options.host, options.port, backlog=1024)
        Thread(target=_wait, args=(loop, ended), name="signals", daemon=True).start()
        port = server.sockets[0].getsockname()[1]
        _introduce(path, options, port, tokens, words)
        watching = [
            asyncio.create_task(_report(share, path, words)),
            asyncio.create_task(connections.watch()),
        ]
        status = await ended
        server.close()
        for task in watching:
            task.cancel()
    finally:
        await runner.cleanup()
    if sys.stderr.isatty() and status == 128 + signal.SIGINT:
        print(file=sys.stderr)  # the prompt shall not follow the terminal's ^C
    return status


def _wait(loop: asyncio.AbstractEventLoop, ended: asyncio.Future[int]) -> None:
    """Wait for a signal, then for the end: not long, and not after a second signal.

    In a thread: nothing that the server waits for, in whichever thread, keeps it from ending.
    """
    status = 128 + signal.sigwait(_ENDINGS)
    late = Timer(_LONGEST_END, os._exit, (status,))
    late.daemon = True
    late.start()
    with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
        loop.call_soon_threadsafe(ended.set_result, status)
    signal.sigwait(_ENDINGS)
    os._exit(status)


def _most_of_one(options: Options, most: int, address: str) -> int:
    """Connections that one address may have, of `most` in all: never so many that none are left.

    Behind a proxy or tunnel, everybody comes from one.
    """
    return most * 3 // 4 if options.url or is_loopback(address) else most // 4


def _take_fault(context: dict[str, object], failed: Callable[[BaseException], object]) -> None:
    """Tell of a fault that asyncio found, unless it only means that somebody left."""
    error = context.get("exception")
    if isinstance(error, Exception) and not isinstance(error, OSError):
        failed(error)


def address(options: Options, port: int) -> str:
    """The address at which others reach the page."""
    if options.url:
        return options.url.rstrip("/") + "/"
    host = options.host
    with contextlib.suppress(ValueError):
        if ip_address(host).is_unspecified:
            host = _own_address(":" in host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _own_address(is_six: bool) -> str:
    """The address by which this machine reaches others; nothing is sent to find it."""
    family, example = (socket.AF_INET6, "2001:db8::1") if is_six else (socket.AF_INET, "192.0.2.1")
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((example, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "::1" if is_six else "127.0.0.1"


def _introduce(
    path: Path, options: Options, port: int, tokens: Tokens | None, words: Words
) -> None:
    """Say where the talk is to be seen, and by whom."""
    here = address(options, port)
    _say(words("share.page", name=path.name, address=here))
    if options.url or not is_loopback(options.host):
        _say(words("share.open"))
    else:
        _say(words("share.closed"))
    if tokens is not None:
        secret = f"{here}remote?token={tokens.token}"
        _say("")
        _say(words("share.remote-at"))
        _say(secret)
        if is_loopback(options.host) and not options.url:
            _say(words("share.remote-closed"))
        elif sys.stdout.isatty():
            import segno

            segno.make_qr(secret, error="l").terminal(compact=True, border=2)
    _say("")
    _say(words("share.end"))


async def _report(share: ShareServer, path: Path, words: Words) -> None:
    """Say when a stage is there and when it is gone."""
    before: bool | None = None
    while True:
        is_there = share.follower.state is not None
        if is_there != before:
            key = "following" if is_there else "lost" if before else "waiting"
            _say(words(f"share.{key}", name=path.name))
            before = is_there
        await asyncio.sleep(0.25)


def _raise_limit() -> int:
    """Allow a file for each viewer, as far as the system lets us; how many there may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            return wanted
    return _FILES if soft == resource.RLIM_INFINITY else soft
