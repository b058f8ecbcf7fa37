"""The server from the command line: where it listens, what is said there, how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web
from yarl import URL

from presenter.deck import Loaded
from presenter.share.app import Share
from presenter.share.guard import Hosts, Tokens
from presenter.typeset.themes import Theme
from presenter.words import Words

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_FILES = 4096
"""Open files that are asked for: each viewer takes one."""

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


def run(path: Path, loaded: Loaded, options: Options, words: Words) -> int:
    """Serve the talk on the deck at `path` until a signal comes; 128 and its number.

    `loaded` must hold a deck with at least one slide. Raises OSError if it cannot listen there.
    """
    _raise_limit()
    with contextlib.suppress(OSError):
        os.nice(_NICE)
    return asyncio.run(_serve(path, loaded, options, words))


async def _serve(path: Path, loaded: Loaded, options: Options, words: Words) -> int:
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()
    for number in _ENDINGS:
        loop.add_signal_handler(number, _end, ended, number)
    tokens = Tokens() if options.remote else None
    hosts = Hosts(options.host, URL(options.url).host or "" if options.url else "")
    share = Share(path, loaded, hosts, tokens, options.theme)
    # Requests are not logged: their addresses hold the token.
    runner = web.AppRunner(
        share.app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, options.host, options.port, backlog=1024)
        await site.start()
        port = runner.addresses[0][1]
        _introduce(path, options, port, tokens, words)
        watching = asyncio.create_task(_report(share, path, words))
        status = await ended
        watching.cancel()
    finally:
        await runner.cleanup()
    if sys.stderr.isatty() and status == 128 + signal.SIGINT:
        print(file=sys.stderr)  # the prompt shall not follow the terminal's ^C
    return status


def _end(ended: asyncio.Future[int], number: int) -> None:
    if not ended.done():
        ended.set_result(128 + number)


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
    say = _printer()
    say(words("share.page", name=path.name, address=here))
    if options.url or not is_loopback(options.host):
        say(words("share.open"))
    else:
        say(words("share.closed"))
    if tokens is not None:
        secret = f"{here}remote?token={tokens.token}"
        say("")
        say(words("share.remote-at"))
        say(secret)
        if is_loopback(options.host) and not options.url:
            say(words("share.remote-closed"))
        elif sys.stdout.isatty():
            import segno

            segno.make_qr(secret, error="l").terminal(compact=True, border=2)
    say("")
    say(words("share.end"))


async def _report(share: Share, path: Path, words: Words) -> None:
    """Say when a stage is there and when it is gone."""
    say = _printer()
    before: bool | None = None
    while True:
        is_there = share.following.state is not None
        if is_there != before:
            key = "following" if is_there else "lost" if before else "waiting"
            say(words(f"share.{key}", name=path.name))
            before = is_there
        await asyncio.sleep(0.25)


def _printer() -> Callable[[str], None]:
    return lambda text: print(text, flush=True)


def _raise_limit() -> None:
    """Allow a file for each viewer, as far as the system lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
