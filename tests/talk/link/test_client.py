"""The client: it waits, follows, rejoins, and survives whatever is at the other end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from presenter.talk.link.client import LinkClient
from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import State, line_of
from presenter.talk.link.server import LinkServer
from presenter.talk.session import Request
from tests.talk.link.peers import a_state, until
from tests.talk.link.test_protocol import UNUSABLE


class Console:
    """What a console was told."""

    def __init__(self, deck: Path) -> None:
        self.states: list[State] = []
        self.lost = 0
        self.client = LinkClient(deck, self.states.append, self._lose)

    def _lose(self) -> None:
        assert self.client.state is None
        self.lost += 1


@pytest.fixture
async def console(deck: Path) -> AsyncIterator[Console]:
    console = Console(deck)
    console.client.start()
    yield console
    console.client.stop()


async def _serve(deck: Path, state: State, done: list[Request] | None = None) -> LinkServer:
    server = LinkServer(deck, lambda: state, (done if done is not None else []).append)
    await server.open()
    return server


async def test_it_waits_follows_and_rejoins(console: Console, deck: Path) -> None:
    assert console.client.send(Request("next")) is False
    for number in (1, 2, 3):
        done: list[Request] = []
        server = await _serve(deck, a_state(number), done)
        await until(lambda: console.client.state == a_state(number))  # noqa: B023
        assert console.states[-1] == a_state(number)
        assert console.client.send(Request("go", slide=5))
        await until(lambda: done == [Request("go", slide=5)])  # noqa: B023
        server.close()
        await until(lambda: console.lost == number)  # noqa: B023
        assert console.client.send(Request("next")) is False


async def test_it_knows_how_long_it_waits_for_an_answer(console: Console, deck: Path) -> None:
    writers: list[asyncio.StreamWriter] = []

    async def tell_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        writer.write(line_of(a_state()))

    silent = await asyncio.start_unix_server(tell_once, endpoint_for(deck, make=True).socket)
    await until(lambda: len(console.states) == 1)
    assert console.client.unanswered == 0
    console.client.send(Request("next"))
    console.client.send(Request("next"))
    await until(lambda: console.client.unanswered > 0.05)
    silent.close()
    writers[0].close()
    await until(lambda: console.lost == 1)
    assert console.client.unanswered == 0
    server = await _serve(deck, a_state(2))
    await until(lambda: len(console.states) == 2)
    console.client.send(Request("next"))
    assert console.client.unanswered > 0
    await until(lambda: console.client.unanswered == 0)
    server.close()


async def test_once_stopped_it_tells_nothing_more(console: Console, deck: Path) -> None:
    server = await _serve(deck, a_state())
    await until(lambda: console.states)
    console.client.stop()
    await until(lambda: not server.peers)
    server.close()
    assert (console.lost, console.client.state) == (0, None)
    console.client.stop()


@pytest.mark.parametrize("line", [*UNUSABLE, b"x" * 1_000_000], ids=lambda x: repr(x[:30]))
async def test_garbage_from_the_other_end_is_dropped(deck: Path, line: bytes) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(line_of(a_state(1)) + line + b"\n" + line_of(a_state(2)))
        await reader.read()
        writer.close()

    socket = endpoint_for(deck, make=True).socket
    async with await asyncio.start_unix_server(speak, socket):
        console = Console(deck)
        console.client.start()
        await until(lambda: console.states[1:])
        assert console.states == [a_state(1), a_state(2)]
        console.client.stop()


async def test_one_that_closes_at_once_is_tried_again(console: Console, deck: Path) -> None:
    tries = 0

    async def close(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal tries
        tries += 1
        writer.close()

    socket = endpoint_for(deck, make=True).socket
    async with await asyncio.start_unix_server(close, socket):
        await until(lambda: tries > 3)
    assert (console.states, console.lost) == ([], 0)


async def test_one_that_never_reads_does_not_fill_the_memory(console: Console, deck: Path) -> None:
    async def never_read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(line_of(a_state()))
        reader.set_transport(writer.transport)
        writer.transport.pause_reading()  # type: ignore[attr-defined]

    socket = endpoint_for(deck, make=True).socket
    async with await asyncio.start_unix_server(never_read, socket):
        await until(lambda: console.states)
        sent = [console.client.send(Request("next")) for _ in range(100_000)]
    assert not all(sent)


async def test_a_folder_open_to_others_is_not_believed(
    console: Console, deck: Path, runtime: Path
) -> None:
    server = await _serve(deck, a_state())
    await until(lambda: console.states)
    (runtime / "presenter").chmod(0o755)
    server.close()
    await until(lambda: console.lost)
    looks = 0
    with pytest.MonkeyPatch.context() as patch:

        def look(deck: Path) -> None:
            nonlocal looks
            looks += 1
            endpoint_for(deck)

        patch.setattr("presenter.talk.link.client.endpoint_for", look)
        await until(lambda: looks > 2)
    assert console.client.state is None
    (runtime / "presenter").chmod(0o700)
    server = await _serve(deck, a_state(2))
    await until(lambda: console.client.state == a_state(2))
    server.close()
