"""A peer as anybody could write one, and states to tell it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from presenter.talk.link.endpoint import endpoint_for
from presenter.talk.link.protocol import ClockReading, State

DEADLINE = 20.0
"""Seconds after which a wait has failed; far more than anything needs."""


class RawPeer:
    """One connection: lines in, lines out."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def state(self) -> dict[str, Any]:
        """The next state."""
        line = await asyncio.wait_for(self.reader.readuntil(b"\n"), DEADLINE)
        state: dict[str, Any] = json.loads(line)
        return state

    async def see(self, **values: Any) -> dict[str, Any]:
        """The next state that has these values."""
        while True:
            state = await self.state()
            if all(state[key] == value for key, value in values.items()):
                return state

    async def send(self, *lines: bytes) -> None:
        """Send `lines`, each with an end."""
        for line in lines:
            self.writer.write(line + b"\n")
            await asyncio.wait_for(self.writer.drain(), DEADLINE)

    async def closed(self) -> bool:
        """Whether the other side closes the connection, whatever it still says before."""
        try:
            await asyncio.wait_for(self.reader.read(), DEADLINE)
        except ConnectionError:
            return True
        return self.reader.at_eof()


async def connect(deck: Path) -> RawPeer:
    """A connection to the stage that shows `deck`."""
    return RawPeer(*await asyncio.open_unix_connection(endpoint_for(deck).socket))


@asynccontextmanager
async def peer(deck: Path) -> AsyncIterator[RawPeer]:
    """The same, closed at the end."""
    one = await connect(deck)
    try:
        yield one
    finally:
        one.writer.transport.abort()


async def until(condition: Any) -> None:
    """Wait until `condition()` holds."""
    async with asyncio.timeout(DEADLINE):
        while not condition():  # noqa: ASYNC110 - what it asks for sets no event
            await asyncio.sleep(0.001)


def a_state(slide: int = 1, **values: Any) -> State:
    """A state on `slide` of nine."""
    given: dict[str, Any] = {
        "deck": "/talk/后勤.yaml",
        "digest": "0" * 32,
        "size": (80, 24),
        "theme": "ink",
        "reveal": None,
        "slides": 9,
        "step": 0,
        "steps": 2,
        "page": 1,
        "pages": 1,
        "blank": None,
        "clock": ClockReading("stopped", 0.0),
        "mover": "",
    }
    return State(slide=slide, **(given | values))
