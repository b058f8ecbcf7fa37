"""The server before real peers: what they are told, what they may ask, what they cannot do."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from presenter.deck import Loaded
from presenter.talk.link import snapshot
from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import State
from presenter.talk.link.server import MOST_PEERS, MOST_UNREAD, LinkServer
from presenter.talk.session import Request
from tests.talk.link.peers import a_state, connect, peer, until
from tests.talk.link.test_protocol import UNUSABLE

SHOWN = Loaded(None, (), "title: 后勤")


class Talk:
    """A talk of which only the number of the slide is known."""

    def __init__(self, deck: Path) -> None:
        self.state = a_state()
        self.done: list[Request] = []
        self.server = LinkServer(deck, lambda: self.state, self.do)

    def do(self, command: Request) -> None:
        self.done.append(command)
        if isinstance(command.slide, int):
            self.go(command.slide)

    def go(self, slide: int, **values: Any) -> State:
        self.state = a_state(slide, **values)
        self.server.tell()
        return self.state


@pytest.fixture
async def talk(deck: Path) -> AsyncIterator[Talk]:
    talk = Talk(deck)
    await talk.server.open()
    yield talk
    talk.server.close()


def _go(slide: int) -> bytes:
    return b'{"do":"go","slide":%d}' % slide


async def test_all_see_the_state_on_joining_and_on_every_change(talk: Talk, deck: Path) -> None:
    async with peer(deck) as first:
        assert (await first.state())["slide"] == 1
        talk.go(2)
        async with peer(deck) as second:
            assert (await second.state())["slide"] == 2
            talk.go(3)
            for one in (first, second):
                await one.see(slide=3)


async def test_what_has_not_changed_is_not_told_again(talk: Talk, deck: Path) -> None:
    async with peer(deck) as one:
        await one.state()
        for slide in (2, 2, 2, 3):
            talk.go(slide)
        assert [(await one.state())["slide"] for _ in range(2)] == [2, 3]


async def test_a_command_that_changes_nothing_is_answered(talk: Talk, deck: Path) -> None:
    async with peer(deck) as one, peer(deck) as other:
        talk.go(2)
        for each in (one, other):
            await each.see(slide=2)
        await one.send(_go(2), _go(2))
        for _ in range(2):
            assert (await one.state())["slide"] == 2
        talk.go(3)
        for each in (one, other):
            assert (await each.state())["slide"] == 3


async def test_commands_are_done_in_order(talk: Talk, deck: Path) -> None:
    async with peer(deck) as one:
        await one.send(*map(_go, range(1, 20)), b'{"do":"next","by":"remote"}')
        await until(lambda: len(talk.done) == 20)
    assert [command.slide for command in talk.done[:-1]] == list(range(1, 20))
    assert talk.done[-1] == Request("next", by="remote")


async def test_pieces_of_a_line_are_one_command(talk: Talk, deck: Path) -> None:
    async with peer(deck) as one:
        for index, piece in enumerate((b'{"do":', b'"go","sl', b'ide":7}\n{"do"', b':"next"}\n')):
            one.writer.write(piece)
            await one.writer.drain()
            await asyncio.sleep(0.02 * (index % 2))
        await until(lambda: len(talk.done) == 2)
    assert talk.done == [Request("go", slide=7), Request("next")]


@pytest.mark.parametrize("line", [*UNUSABLE, b"x" * 10_000_000], ids=lambda x: repr(x[:30]))
async def test_garbage_is_dropped_and_the_next_line_is_heard(
    talk: Talk, deck: Path, line: bytes
) -> None:
    async with peer(deck) as one, peer(deck) as other:
        await one.send(line)
        await one.send(_go(5))
        for each in (one, other):
            await each.see(slide=5)
    assert talk.done == [Request("go", slide=5)]


async def test_a_flood_is_done_at_a_bounded_pace_and_another_peer_is_heard(
    talk: Talk, deck: Path
) -> None:
    flood = b'{"do":"next"}\n' * 100_000
    async with peer(deck) as hostile, peer(deck) as other:
        began = asyncio.get_running_loop().time()

        async def send() -> None:
            while True:
                hostile.writer.write(flood)
                await hostile.writer.drain()

        flooding = asyncio.create_task(send())
        await until(lambda: len(talk.done) > 5)
        await other.send(_go(5))
        await other.see(slide=5)
        await until(lambda: len(talk.done) > 40)
        flooding.cancel()
        took = asyncio.get_running_loop().time() - began
    assert len(talk.done) <= 100 * took + 2


async def test_what_a_peer_asked_for_is_void_once_it_is_gone(talk: Talk, deck: Path) -> None:
    async with peer(deck) as hostile:
        await hostile.state()
        await hostile.send(*[b'{"do":"next"}'] * 30)
        await until(lambda: talk.done)
    await until(lambda: not talk.server.peers)
    done = len(talk.done)
    async with peer(deck) as other:
        await other.send(_go(5))
        await other.see(slide=5)
    assert len(talk.done) == done + 1


async def test_one_that_never_reads_is_closed_and_the_others_are_served(
    talk: Talk, deck: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as hostile:
        hostile.connect(str(endpoint_for(deck).socket))
        async with peer(deck) as other:
            await until(lambda: len(talk.server.peers) == 2)
            long = "长" * 10_000
            told = 0
            while len(talk.server.peers) == 2:
                state = talk.go(1 + told % 9, deck=long)
                told += len(json.dumps(state.deck))
                await other.see(slide=state.slide)
                assert told < 10 * MOST_UNREAD
            talk.go(9)
            await other.see(slide=9)


async def test_more_peers_than_there_is_room_for_are_closed(talk: Talk, deck: Path) -> None:
    async with AsyncExitStack() as stack:
        taken = [await stack.enter_async_context(peer(deck)) for _ in range(MOST_PEERS)]
        for one in taken:
            await one.state()
        for _ in range(1000):
            late = await connect(deck)
            assert await late.closed()
            late.writer.transport.abort()
        assert len(talk.server.peers) == MOST_PEERS
        talk.go(2)
        for one in taken:
            await one.see(slide=2)
        taken[0].writer.transport.abort()
        await until(lambda: len(talk.server.peers) < MOST_PEERS)
        async with peer(deck) as next_one:
            assert (await next_one.state())["slide"] == 2


async def test_half_open_connections_disturb_nobody(talk: Talk, deck: Path) -> None:
    silent = await connect(deck)
    broken = await connect(deck)
    broken.writer.write(b'{"do":"ne')
    broken.writer.transport.abort()
    ended = await connect(deck)
    ended.writer.write(_go(4) + b"\n")
    ended.writer.write_eof()
    await until(lambda: talk.done)
    assert await ended.closed()
    async with peer(deck) as one:
        await one.see(slide=4)
    silent.writer.transport.abort()


async def test_a_second_server_is_told_so_until_the_first_ends(talk: Talk, deck: Path) -> None:
    with pytest.raises(BlockingIOError):
        Talk(deck)
    async with peer(deck) as one:
        await one.state()
        talk.server.close()
        assert await one.closed()
    second = Talk(deck)
    await second.server.open()
    async with peer(deck) as one:
        await one.state()
    second.server.close()


async def test_closing_leaves_no_file(talk: Talk, deck: Path) -> None:
    meeting = endpoint_for(deck)
    meeting.snapshot.write_text("title: 后勤")
    assert meeting.socket.is_socket()
    talk.server.close()
    assert list(meeting.socket.parent.iterdir()) == []
    talk.server.close()


@pytest.mark.parametrize("turns", range(6))
async def test_closing_while_it_opens_leaves_no_file(deck: Path, turns: int) -> None:
    talk = Talk(deck)
    opening = asyncio.create_task(talk.server.open())
    for _ in range(turns):
        await asyncio.sleep(0)
    talk.server.close()
    await opening
    assert list(endpoint_for(deck).socket.parent.iterdir()) == []


async def test_closing_while_the_source_is_written_leaves_no_file(
    talk: Talk, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    save = snapshot.save

    def write(deck: Path, *shown: Any) -> None:
        begun.set()
        for _ in range(50):
            save(deck, *shown)

    monkeypatch.setattr("presenter.talk.link.snapshot.save", write)
    writing = threading.Thread(target=talk.server.keep, args=[SHOWN, None])
    writing.start()
    assert begun.wait(20)
    talk.server.close()
    writing.join()
    talk.server.keep(SHOWN, None)
    assert list(endpoint_for(deck).socket.parent.iterdir()) == []


async def test_a_foreign_listener_is_left_alone(deck: Path) -> None:
    meeting = endpoint_for(deck, make=True)
    with socket.socket(socket.AF_UNIX) as foreign:
        foreign.bind(str(meeting.socket))
        foreign.listen()
        talk = Talk(deck)
        with pytest.raises(BlockingIOError):
            await talk.server.open()
        talk.server.close()
    assert [path.name for path in meeting.socket.parent.iterdir()] == [meeting.socket.name]


async def test_everything_is_closed_to_other_users(talk: Talk, deck: Path) -> None:
    meeting = endpoint_for(deck)
    modes = {path.name: path.stat().st_mode & 0o777 for path in meeting.socket.parent.iterdir()}
    assert modes == {meeting.socket.name: 0o600, meeting.lock.name: 0o600}
    assert meeting.socket.parent.stat().st_mode & 0o777 == 0o700
