"""A stage that runs in a test, without a terminal, on a talk of Chinese slides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.screen.page_view import PageView
from presenter.stage import StageOptions
from presenter.stage.app import Stage

DECK = """
title: 后勤工作的重要性
lang: zh-Hans
introduction: 引子
points:
  - {title: 前提, reveal: true, bullets: [政务, 事务]}
  - {title: 大局, id: whole, text: 先懂全局，再办后勤}
  - {title: 科学, bullets: [人, 财, 物]}
conclusion: 结语
"""


@asynccontextmanager
async def stage(
    size: tuple[int, int] = (80, 24), deck: str = DECK, **options: Any
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """A stage that runs, and what presses its keys; `options` are those of `StageOptions`."""
    app = Stage(load_source(Source("slides.yaml", deck)), StageOptions(**options))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def place(app: Stage) -> tuple[int, int]:
    """The slide and its stop, from 0."""
    return app.session.talk.slide, app.session.talk.stop


def open_screen(app: Stage) -> Screen[Any]:
    """The screen on top."""
    return app.screen


def shown(app: Stage) -> str:
    """What is on screen, as the widget on top paints it."""
    view = app.screen.query_one(PageView)
    return "\n".join(view.render_line(row).text.rstrip() for row in range(view.size.height))


def foot(app: Stage) -> str:
    """The lowest row of it."""
    return shown(app).split("\n")[-1].strip()
