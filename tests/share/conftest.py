"""A meeting place of the test's own, a deck with notes, and who shares it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from presenter.deck import load_deck
from presenter.share.admission import Hosts, Tokens
from presenter.share.server import ShareServer

DECK = """
title: 后勤工作的重要性
lang: zh-Hans
introduction: {title: 引子, notes: 机密一号}
points:
  - {title: 前提, reveal: true, bullets: [政务, 事务], notes: 机密二号 **只给讲者**}
  - {title: 大局, text: 先懂全局，再办后勤}
conclusion: {title: 结语, notes: 机密三号}
"""

SECRETS = ("机密", "只给讲者")
"""What is in the notes and nowhere else."""

TOKEN = "a-token-that-nobody-guesses"

Sharing = AbstractAsyncContextManager[tuple[ShareServer, "TestClient"]]  # type: ignore[type-arg]


@pytest.fixture(autouse=True)
def _meeting_place_of_its_own(runtime: Path) -> None:
    """No test meets what another has left."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The path of a deck."""
    path = tmp_path / "slides.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def sharing(deck: Path) -> Callable[..., Sharing]:
    """``async with sharing(remote=True) as (share, client)``: the server, and who asks it."""

    @asynccontextmanager
    async def call(*, remote: bool = True) -> AsyncIterator[tuple[ShareServer, TestClient]]:  # type: ignore[type-arg]
        tokens = Tokens(TOKEN) if remote else None
        share = ShareServer(deck, load_deck(deck), Hosts("127.0.0.1"), tokens)
        server = TestServer(share.app, host="127.0.0.1")
        client = TestClient(server)
        await client.start_server()
        try:
            yield share, client
        finally:
            await client.close()

    return call
