"""A stage without a terminal: the talk, its steps and its link are real, nothing is painted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from presenter.deck import load_deck
from presenter.stage import StageOptions
from presenter.stage.app import Stage

DEADLINE = 20.0
"""Seconds after which a wait has failed; far more than anything needs."""


@asynccontextmanager
async def stage(deck: Path, **options: Any) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """A stage that shows the deck at `deck` and lets others join."""
    app = Stage(load_deck(deck), StageOptions(**options), deck)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot


async def until(condition: Callable[[], object]) -> None:
    """Wait until `condition()` holds."""
    async with asyncio.timeout(DEADLINE):
        while not condition():  # noqa: ASYNC110 - what it asks for sets no event
            await asyncio.sleep(0.005)
