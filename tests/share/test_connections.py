"""Connections that are no visits: too many, silent, slow, or no HTTP at all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from aiohttp import web

from presenter.deck import load_deck
from presenter.share import server as share_server
from presenter.share.admission import Connection, ConnectionLimit, Hosts, Tokens
from presenter.share.server import ShareServer
from tests.share.conftest import TOKEN
from tests.share.stages import DEADLINE, until

GOOD = b"GET /remote?token=" + TOKEN.encode() + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n"
GOOD += b"Connection: close\r\n\r\n"


class House(NamedTuple):
    """A server, and what it found to be its own fault."""

    port: int
    connections: ConnectionLimit
    share: ShareServer
    faults: list[BaseException]

    async def call(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A new connection."""
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, request: bytes) -> bytes:
        """All that comes back for `request`, until the server closes."""
        reader, writer = await self.call()
        async with asyncio.timeout(DEADLINE):
            answer = b""
            try:
                writer.write(request)
                answer = await reader.read()
            except ConnectionError:
                pass
            writer.close()
        return answer


@asynccontextmanager
async def house(
    deck: Path, most: int = 100, most_of_one: int = 100, **seconds: float
) -> AsyncIterator[House]:
    faults: list[BaseException] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: faults.append(Exception(str(context))))
    connections = ConnectionLimit(most, lambda _: most_of_one, **seconds)
    tokens = Tokens(TOKEN)
    share = ShareServer(
        deck,
        load_deck(deck),
        Hosts("127.0.0.1"),
        tokens,
        connections=connections,
        failed=faults.append,
    )
    runner = web.AppRunner(share.app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    assert runner.server is not None
    make = partial(Connection, runner.server, connections, faults.append)
    server = await loop.create_server(make, "127.0.0.1", 0)
    watching = asyncio.create_task(connections.watch())
    try:
        yield House(server.sockets[0].getsockname()[1], connections, share, faults)
    finally:
        server.close()
        watching.cancel()
        await runner.cleanup()


async def ended(reader: asyncio.StreamReader) -> None:
    """Wait until the other side has closed."""
    async with asyncio.timeout(DEADLINE):
        try:
            while await reader.read(65536):
                pass
        except ConnectionError:
            pass


@pytest.mark.parametrize("sent", [b"", b"GET", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: "])
async def test_half_a_request_is_waited_for_only_so_long(deck: Path, sent: bytes) -> None:
    async with house(deck, silence=0.2) as here:
        reader, writer = await here.call()
        writer.write(sent)
        await ended(reader)
        writer.close()
        await until(lambda: len(here.connections) == 0)


async def test_a_request_that_comes_letter_by_letter_ends_too(deck: Path) -> None:
    async with house(deck, silence=0.3) as here:
        reader, writer = await here.call()
        ending = asyncio.create_task(ended(reader))
        while not ending.done():
            writer.write(b"G")
            await asyncio.sleep(0.01)
        await ending
        writer.close()


async def test_a_command_whose_body_does_not_come_ends(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_server, "_BODY_SECONDS", 0.1)
    async with house(deck) as here:
        reader, writer = await here.call()
        writer.write(
            b"POST /remote HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Presenter-Token: "
            + TOKEN.encode()
            + b"\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"
        )
        async with asyncio.timeout(DEADLINE):
            assert (await reader.readline()).startswith(b"HTTP/1.1 408 ")
        writer.close()


async def test_who_takes_nothing_of_a_page_is_dropped(deck: Path) -> None:
    deck.write_text(deck.read_text("utf-8") + f"# \nx-a: {'x' * 100}\n", "utf-8")
    async with house(deck, stall=0.4) as here:
        document = here.share.follower.document
        here.share.follower.document = document._replace(html="x" * 20_000_000)
        reader, writer = await here.call()
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        await until(lambda: len(here.connections) == 1)
        await until(lambda: len(here.connections) == 0)
        writer.close()
        del reader
        assert here.faults == []


async def test_one_address_does_not_take_all_and_its_oldest_makes_room(deck: Path) -> None:
    async with house(deck, most=10, most_of_one=3) as here:
        calls = [await here.call() for _ in range(3)]
        await until(lambda: len(here.connections) == 3)
        assert (await here.ask(GOOD)).startswith(b"HTTP/1.1 200 ")
        await ended(calls[0][0])
        assert len(here.connections) <= 3
        for _, each in calls:
            each.close()


async def test_streams_take_never_all_that_an_address_may_have(deck: Path) -> None:
    async with house(deck, most=20, most_of_one=5) as here:
        calls = []
        for number in range(5):
            reader, writer = await here.call()
            writer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            status = await reader.readline()
            assert status.startswith(b"HTTP/1.1 200 " if number < 4 else b"HTTP/1.1 503 ")
            calls.append(writer)
        for _ in range(3):
            assert (await here.ask(GOOD)).startswith(b"HTTP/1.1 200 ")
        assert here.share.viewers == 4
        calls[0].close()
        await until(lambda: here.share.viewers == 3)
        reader, writer = await here.call()
        writer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 200 ")
        for each in [*calls, writer]:
            each.close()


async def test_where_all_seats_are_taken_the_oldest_that_waits_makes_room(deck: Path) -> None:
    async with house(deck, most=4) as here:
        stream, viewer = await here.call()
        viewer.write(b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        await stream.readuntil(b"data: ")
        calls = [await here.call() for _ in range(3)]
        await until(lambda: len(here.connections) == 4)
        for _ in range(3):
            assert (await here.ask(GOOD)).startswith(b"HTTP/1.1 200 ")
        await ended(calls[0][0])
        assert here.share.viewers == 1
        for _, each in [*calls, (stream, viewer)]:
            each.close()


STRANGE = [
    b"\0",
    b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",  # a browser that expects TLS
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
    b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(500)) + b"\r\n",
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /remote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Encoding: gzip\r\n"
    b"Content-Type: application/json\r\nX-Presenter-Token: "
    + TOKEN.encode()
    + b"\r\nContent-Length: 4\r\n\r\nabcd",
    b"BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /%ff%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET //\\..//%2e HTTP/1.1\r\nHost: [::1\r\n\r\n",
    b"CONNECT a:1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: what\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: \xff\xfe\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n\0\0",
    b"GET /events HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /remote?token=%ff%ed%a0%80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
]


def is_guarded(answer: bytes) -> bool:
    """Whether an answer's head has what every head must have, and not what it must not."""
    head = answer.partition(b"\r\n\r\n")[0].lower()
    return (
        b"\r\nserver:" not in head
        and b"aiohttp" not in answer.lower()
        and b"traceback" not in answer.lower()
        and b"\r\nx-content-type-options: nosniff" in head
        and b"\r\ncontent-security-policy: default-src 'none'" in head
    )


async def answered(here: House, request: bytes) -> bytes:
    """The head of the answer to `request`, a stream's too; empty if the connection was closed."""
    reader, writer = await here.call()
    try:
        async with asyncio.timeout(DEADLINE):
            writer.write(request)
            return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        return error.partial
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize("request_", STRANGE, ids=lambda sent: repr(sent[:40]))
async def test_what_is_no_request_gets_a_plain_refusal(
    deck: Path, request_: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    async with house(deck, silence=1.0) as here:
        answer = await answered(here, request_)
        assert not answer or is_guarded(answer), answer
        assert (await here.ask(GOOD)).startswith(b"HTTP/1.1 200 ")
        assert here.faults == []
    assert "Traceback" not in capfd.readouterr().err


async def test_no_garbage_is_too_strange(deck: Path, capfd: pytest.CaptureFixture[str]) -> None:
    random = Random(9)
    async with house(deck, silence=1.0) as here:
        for _ in range(150):
            data = bytearray(random.choice([*STRANGE, GOOD]))
            for _ in range(random.randrange(1, 8)):
                at = random.randrange(len(data) + 1)
                data[at : at + random.randrange(3)] = random.randbytes(random.randrange(4))
            answer = await answered(here, bytes(data))
            assert not answer or b"\r\nserver:" not in answer.lower(), data
        assert (await here.ask(GOOD)).startswith(b"HTTP/1.1 200 ")
        assert here.faults == []
    assert "Traceback" not in capfd.readouterr().err


class _Line(asyncio.Transport):
    """A connection's other end: open until it is aborted."""

    is_open = True

    def abort(self) -> None:
        self.is_open = False


class _Caller(asyncio.BaseProtocol):
    def __init__(self) -> None:
        self.transport = _Line()


def _callers(connections: ConnectionLimit, *addresses: str) -> list[_Caller]:
    """Connections from `addresses`, which enter in this order."""
    callers = [_Caller() for _ in addresses]
    for caller, address in zip(callers, addresses, strict=True):
        assert connections.enter(caller, address)
    return callers


def _open(callers: list[_Caller]) -> list[bool]:
    return [caller.transport.is_open for caller in callers]


async def test_of_those_that_wait_the_one_that_waits_longest_makes_room() -> None:
    connections = ConnectionLimit(3, lambda _: 3)
    callers = _callers(connections, "192.0.2.1", "192.0.2.2", "192.0.2.3")
    connections.began(callers[0])
    connections.finished(callers[0])  # it waits again, but not for as long as the others
    _callers(connections, "192.0.2.4")
    assert _open(callers) == [True, False, True]
    _callers(connections, "192.0.2.5")
    assert _open(callers) == [True, False, False]
    assert len(connections) == 3


async def test_who_waits_makes_room_before_an_older_one_that_is_answered() -> None:
    connections = ConnectionLimit(3, lambda _: 3)
    callers = _callers(connections, "192.0.2.1", "192.0.2.2", "192.0.2.3")
    for answered in callers[:2]:
        connections.began(answered)
    _callers(connections, "192.0.2.4")
    assert _open(callers) == [True, True, False]


async def test_where_all_are_answered_the_oldest_makes_room_but_no_stream() -> None:
    connections = ConnectionLimit(5, lambda _: 5)
    callers = _callers(connections, *(f"192.0.2.{number}" for number in range(1, 6)))
    for each in callers:
        connections.began(each)
    assert connections.follow(callers[0])
    _callers(connections, "192.0.2.9")
    assert _open(callers) == [True, False, True, True, True]


async def test_who_comes_from_an_address_with_no_seat_left_shuts_out_no_other() -> None:
    connections = ConnectionLimit(9, lambda _: 2)
    callers = _callers(connections, "192.0.2.1", "192.0.2.7", "192.0.2.7")
    _callers(connections, "192.0.2.7")
    assert _open(callers) == [True, False, True]


async def test_streams_make_no_room() -> None:
    connections = ConnectionLimit(5, lambda _: 5)
    callers = _callers(connections, *(f"192.0.2.{number}" for number in range(1, 6)))
    for each in callers:
        connections.began(each)
    followed = [connections.follow(each) for each in callers]
    assert followed == [True, True, True, True, False]  # four fifths
    (late,) = _callers(connections, "192.0.2.9")
    assert _open(callers) == [True, True, True, True, False]
    connections.began(late)
    _callers(connections, "192.0.2.10")
    assert not late.transport.is_open
