"""Who is let in: hosts and origins, the token, and how often one may ask."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import Callable

from aiohttp import web
from yarl import URL

_LOOPBACK = frozenset(["localhost", "127.0.0.1", "::1"])


class Hosts:
    """The names by which this server may be asked for.

    A page elsewhere can have a name of its own lead to this machine ("DNS rebinding"); what then
    asks names a foreign host, and is refused. `bound` is what the server listens at, `also` the
    name at which a proxy or tunnel offers it.
    """

    def __init__(self, bound: str, also: str = "") -> None:
        self._names = set(_LOOPBACK) | {bound.lower()}
        if bound not in _LOOPBACK:
            name = socket.gethostname().lower()
            self._names |= {name, f"{name}.local"}
        if also:
            self._names.add(also.lower())

    def allow(self, request: web.Request) -> bool:
        """Whether `request` names a host of ours, and no page from elsewhere is behind it."""
        asked = _authority(f"http://{request.headers.get('Host', '')}")
        if asked is None or not (asked[0] in self._names or asked[0] == _local(request)):
            return False
        origin = request.headers.get("Origin")
        return origin is None or _authority(origin) == asked


class Pace:
    """Allows `most` things at once, and as many again in each `seconds`."""

    def __init__(
        self, most: int, seconds: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._rate, self._now = most, most / seconds, now
        self._left, self._then = float(most), now()

    @property
    def is_spent(self) -> bool:
        """Whether there is nothing left just now."""
        now = self._now()
        self._left = min(self._most, self._left + (now - self._then) * self._rate)
        self._then = now
        return self._left < 1

    def take(self) -> bool:
        """Use one up; whether there was one."""
        if self.is_spent:
            return False
        self._left -= 1
        return True


class Tokens:
    """The one right token: 192 random bits, which nobody guesses, however often they may try.

    So whoever has it gets in, whatever else comes from the same address.
    """

    def __init__(self, token: str = "") -> None:
        self.token = token or secrets.token_urlsafe(24)

    def allow(self, token: str) -> bool:
        """Whether `token` is the right one; takes as long for each wrong one."""
        return secrets.compare_digest(token.encode("utf-8", "replace"), self.token.encode())


def _authority(url: str) -> tuple[str, int | None] | None:
    """The host and port of `url`, as far as it names them; None if it is no address."""
    try:
        found = URL(url)
        host, port = found.host, found.explicit_port
    except ValueError:
        return None
    return (host.lower(), port) if host else None


def _local(request: web.Request) -> str:
    """The address of this machine at which the request came in."""
    name = request.transport.get_extra_info("sockname") if request.transport else None
    return str(name[0]) if name else ""
