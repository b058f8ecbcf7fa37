"""A console that runs in a test, without a terminal, and a stage for it to follow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from textual.pilot import Pilot

from presenter.console import ConsoleOptions
from presenter.console.app import Console
from presenter.deck import load_deck, load_source
from presenter.deck.source import Source
from presenter.screen.page_view import PageView
from presenter.talk.link import snapshot
from presenter.talk.link.protocol import ClockReading, State
from presenter.talk.link.server import LinkServer
from presenter.talk.session import Request
from tests.console.views import CHINESE, NOON, loaded
from tests.talk.link.peers import until

STATE = State(
    deck="",
    digest="",
    size=(80, 24),
    theme="ink",
    reveal=None,
    slide=2,
    slides=6,
    step=1,
    steps=3,
    page=1,
    pages=1,
    blank=None,
    clock=ClockReading("paused", 300.0),
    mover="stage",
)


@asynccontextmanager
async def console(
    path: Path, size: tuple[int, int] = (80, 24), text: str = CHINESE, **options: Any
) -> AsyncIterator[tuple[Console, Pilot[None]]]:
    """A console that runs on the deck `text` at `path`; `options` are those of `ConsoleOptions`."""
    path.write_text(text, encoding="utf-8")
    app = Console(load_deck(path), path, ConsoleOptions(**options), now=lambda: NOON)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


class FakeStage:
    """A stage that tells what it is told to, and notes what it is asked."""

    def __init__(self, path: Path, text: str = CHINESE) -> None:
        self.path = path
        self.asked: list[Request] = []
        self.state = STATE
        self._server = LinkServer(path, lambda: self.state, self.asked.append)
        self.show(text)

    def show(self, text: str, theme: Source | None = None) -> None:
        """Show the deck `text` from now on, in the theme of the file `theme`."""
        shown = load_source(Source(str(self.path), text, self.path.parent))
        snapshot.save(self.path, shown, theme)
        self.state = msgspec.structs.replace(self.state, digest=shown.digest)

    def tell(self, **changes: Any) -> None:
        """Tell a state with these changes."""
        self.state = msgspec.structs.replace(self.state, **changes)
        self._server.tell()

    @property
    def has_console(self) -> bool:
        """Whether a console has joined."""
        return self._server.has_console

    def say(self, text: str) -> None:
        """Have consoles say `text`."""
        self._server.say(text)

    async def open(self) -> None:
        """Let consoles in."""
        await self._server.open()

    def close(self) -> None:
        """End."""
        self._server.close()


def digest_of(text: str) -> str:
    """The digest that a stage tells of the deck `text`."""
    return loaded(text).digest


@asynccontextmanager
async def followed(
    path: Path, size: tuple[int, int] = (80, 24), text: str = CHINESE, **options: Any
) -> AsyncIterator[tuple[Console, Pilot[None], FakeStage]]:
    """A console that follows a stage on its second slide, after its first step."""
    async with console(path, size, text, **options) as (app, pilot):
        stage = FakeStage(path, text)
        await stage.open()
        try:
            await until(lambda: app.session.link == "connected")
            await pilot.pause()
            yield app, pilot, stage
        finally:
            stage.close()


def place(app: Console) -> tuple[int, int]:
    """The slide and its stop, from 0."""
    return app.session.talk.slide, app.session.talk.stop


def shown(app: Console) -> str:
    """What is on screen, as the widget on top paints it."""
    view = app.screen.query_one(PageView)
    return "\n".join(view.render_line(row).text.rstrip() for row in range(view.size.height))


async def comes(app: Console, text: str) -> None:
    """Wait until `text` is on screen."""
    await until(lambda: text in shown(app))


__all__ = ["FakeStage", "comes", "console", "digest_of", "followed", "place", "shown"]
