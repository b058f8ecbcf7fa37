"""``presenter share [DECK]``: a web page that follows the talk."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

from presenter.commands.errors import CommandError, missing_extra
from presenter.commands.options import (
    command,
    deck_argument,
    log_option,
    log_to,
    option,
    theme_option,
)


@command("share")
@deck_argument
@option("--port", default="8420", metavar="PORT")
@option("--host", default="127.0.0.1", metavar="ADDRESS")
@option("--url", default="", metavar="URL")
@option("--remote", is_flag=True)
@theme_option
@log_option
def share(
    deck: Path | None, port: str, host: str, url: str, remote: bool, theme: str, log: Path | None
) -> int:
    """Serve the talk to browsers until a signal ends it: 128 and its number."""
    from presenter.commands.decks import deck_to_join
    from presenter.commands.entry import report_fault
    from presenter.commands.themes import chosen_theme
    from presenter.words import Words, locale_language

    number = _port(port)
    _check_url(url)
    log_to(log)
    path, loaded = deck_to_join(deck, "share")
    chosen = chosen_theme(theme, loaded).theme if theme else None
    try:
        from presenter.share.run import Options, run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("aiohttp", "yarl"):
            raise
        raise missing_extra("presenter share", "share") from None
    options = Options(host, number, url, remote, chosen)
    try:
        return run(path, loaded, options, Words(locale_language()), report_fault)
    except OSError as error:
        raise _explained(error, host, number) from None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 <= int(text) <= 65535):
        raise CommandError("not-a-port", value=text)
    return int(text)


def _check_url(url: str) -> None:
    from urllib.parse import urlsplit

    if not url:
        return
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        raise CommandError("not-a-url", value=url)


def _explained(error: OSError, host: str, port: int) -> Exception:
    """What is wrong with where the server was to listen; `error` itself if it is not that."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8420
        return CommandError("port-in-use", port=port, other=other)
    if error.errno == errno.EACCES:
        return CommandError("port-refused", port=port)
    # From Python 3.13 on, asyncio gives no number where no address of a host is this machine's.
    if error.errno in (errno.EADDRNOTAVAIL, None) or isinstance(error, socket.gaierror):
        return CommandError("no-such-address", host=host)
    return error
