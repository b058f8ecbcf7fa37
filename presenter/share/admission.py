"""Who is let in: connections, hosts and origins, the token, and how often one may ask.

Anybody who reaches the port may open connections and leave them so. Those that only wait are shut
in time, and where all seats are taken, or all that one address may have, the oldest of them makes
room. Streams never take all. So who comes with a request always gets in, also the speaker who
comes by the same proxy as somebody hostile.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import time
from collections import Counter
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from aiohttp import web
from yarl import URL

OF_CLIENTS = (ConnectionError, web.RequestPayloadError)
"""Faults that are the other side's."""

SILENCE = 20.0
"""Seconds in which a connection must have brought a whole request, the next one included."""

STALL = 10.0
"""Seconds in which whoever is sent something must take some of it."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every answer has, unless it says otherwise. None says what the server is."""

_LOOPBACK = frozenset(["localhost", "127.0.0.1", "::1"])


class ConnectionLimit:
    """The connections of a server. Lives in one asyncio loop.

    most: of all connections; most_of_one: of those from one address. silence, stall: seconds.
    """

    def __init__(
        self,
        most: int,
        most_of_one: Callable[[str], int],
        *,
        silence: float = SILENCE,
        stall: float = STALL,
    ) -> None:
        self._most, self._most_of_one = most, most_of_one
        self._silence, self._stall = silence, stall
        self._addresses: dict[asyncio.BaseProtocol, str] = {}
        self._counts: Counter[str] = Counter()
        self._waiting: dict[asyncio.BaseProtocol, float] = {}
        """Those from which a request is due, the oldest first, and since when."""
        self._streams: set[asyncio.BaseProtocol] = set()
        self._unsent: dict[asyncio.BaseProtocol, int] = {}
        """Bytes that were left to send at the last look."""

    def enter(self, connection: asyncio.BaseProtocol, address: str) -> bool:
        """Whether `connection` may come in; an older one goes if there is no room."""
        address = _network(address)
        if self._counts[address] >= self._most_of_one(address):
            oldest = self._oldest(address)
        elif len(self._addresses) >= self._most:
            oldest = self._oldest()
        else:
            oldest = connection
        if oldest is None:
            return False
        if oldest is not connection:
            _abort(oldest)
            self.leave(oldest)
        self._addresses[connection] = address
        self._counts[address] += 1
        self.finished(connection)
        return True

    def leave(self, connection: asyncio.BaseProtocol) -> None:
        """`connection` is closed."""
        address = self._addresses.pop(connection, None)
        if address is None:
            return
        self._counts[address] -= 1
        if not self._counts[address]:
            del self._counts[address]
        self._waiting.pop(connection, None)
        self._unsent.pop(connection, None)
        self._streams.discard(connection)

    def _oldest(self, address: str = "") -> asyncio.BaseProtocol | None:
        """The one that goes first, of that address if one is named: it waits, or is no stream."""
        for kind in (self._waiting, self._addresses):
            for each in kind:
                if each not in self._streams and address in ("", self._addresses[each]):
                    return each
        return None

    def follow(self, connection: asyncio.BaseProtocol) -> bool:
        """Whether `connection` may stay for as long as it likes: four fifths of the seats may."""
        address = self._addresses.get(connection, "")
        own = sum(self._addresses[each] == address for each in self._streams)
        if len(self._streams) >= self._most * 4 // 5 or own >= self._most_of_one(address) * 4 // 5:
            return False
        if address:
            self._streams.add(connection)
        return True

    def began(self, connection: asyncio.BaseProtocol) -> None:
        """A whole request came, and is being answered."""
        self._waiting.pop(connection, None)

    def finished(self, connection: asyncio.BaseProtocol) -> None:
        """The next request is due."""
        self._streams.discard(connection)
        if connection in self._addresses:
            self._waiting[connection] = asyncio.get_running_loop().time()

    async def watch(self) -> None:
        """Shut, until cancelled, whatever is silent or takes nothing for too long."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(min(self._silence, self._stall) / 2)
            latest = loop.time() - self._silence
            late = [each for each, since in self._waiting.items() if since < latest]
            unsent = {each: size for each in self._addresses if (size := _unsent(each))}
            stalled = [each for each, size in unsent.items() if self._unsent.get(each) == size]
            self._unsent = unsent
            for connection in {*late, *stalled}:
                _abort(connection)

    def __len__(self) -> int:
        return len(self._addresses)


class Connection(web.RequestHandler):
    """A connection among `connections`, which answers what is no HTTP without a word of it.

    failed: called with what went wrong in the server itself.
    """

    __slots__ = ("_connections", "_failed")

    def __init__(
        self,
        server: web.Server,
        connections: ConnectionLimit,
        failed: Callable[[BaseException], object],
    ) -> None:
        # Requests are not logged: their addresses hold the token.
        loop, silent = asyncio.get_running_loop(), None
        super().__init__(server, loop=loop, access_log=silent, auto_decompress=False)  # type: ignore[arg-type]
        self._connections, self._failed = connections, failed

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Come in, or be shut out."""
        peer = transport.get_extra_info("peername") or ("",)
        if self._connections.enter(self, str(peer[0])):
            super().connection_made(transport)
        elif isinstance(transport, asyncio.Transport):
            transport.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Be gone."""
        self._connections.leave(self)
        super().connection_lost(exc)

    def log_exception(self, *_: object, **values: object) -> None:
        """Tell of a fault of the server; of a client's, nothing is told."""
        error = values.get("exc_info")
        if isinstance(error, Exception) and not isinstance(error, OF_CLIENTS):
            self._failed(error)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """The answer to what is no request, and to one that could not be answered."""
        # Faults of our own end in the application: here only a header can be what has no encoding.
        if isinstance(exc, UnicodeError):
            status = 400
        elif status >= 500:
            self.log_exception(exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError("the answer has begun")
        return _Refusal(status=status)


class _Refusal(web.Response):
    """An answer outside of the application, whose headers nobody else completes."""

    async def prepare(self, request: web.BaseRequest) -> None:
        """Send all of it."""
        self.force_close()
        head = f"HTTP/1.1 {self.status} {self.reason}\r\n"
        fields = HEADERS | {"Connection": "close", "Content-Length": "0"}
        head += "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        if request.transport is not None:
            request.transport.write(f"{head}\r\n".encode())

    async def write_eof(self, data: bytes = b"") -> None:
        """It is sent."""


def _network(address: str) -> str:
    """What counts as one address: of IPv6, whoever has one has 2⁶⁴ of them (RFC 6177)."""
    with contextlib.suppress(ValueError):
        found = ip_address(address.partition("%")[0])
        if isinstance(found, IPv6Address):
            return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))
    return address


def _transport(connection: asyncio.BaseProtocol) -> asyncio.Transport | None:
    found = getattr(connection, "transport", None)
    return found if isinstance(found, asyncio.Transport) else None


def _unsent(connection: asyncio.BaseProtocol) -> int:
    transport = _transport(connection)
    return transport.get_write_buffer_size() if transport else 0


def _abort(connection: asyncio.BaseProtocol) -> None:
    if transport := _transport(connection):
        transport.abort()


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


class RateLimit:
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
