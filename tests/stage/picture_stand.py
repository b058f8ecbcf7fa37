"""A screen for pictures, with Typst and without a terminal."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from presenter.deck import Deck
from presenter.screen.app_links import Links
from presenter.stage.screen_pictures import ScreenPictures, Slides
from presenter.typeset import Stop
from presenter.typeset.themes import find
from tests.handout.jobs import select

DEADLINE = 60
ITEMS = ", ".join(f"第{number}件要记住的事情" for number in range(40))
DECK = f"""
title: 图
slides:
- {{title: 许多, bullets: [{ITEMS}]}}
- 第二张
- 第三张
"""


class Stand:
    """A screen whose loop is the test: it goes on while the test waits."""

    def __init__(self, theme: str = "ink", *, begins: bool = True) -> None:
        self.written = ""
        self.idle = True
        self.is_covered = False
        """Whether another screen lies over the slide: then nothing of it is painted."""
        self.changes = 0
        self.failures: list[None] = []
        self.around: list[tuple[str, str]] = []
        self.deck = select(DECK).deck
        self.at = (0, Stop(0, 0, 0))
        self._jobs: SimpleQueue[Callable[[], object]] = SimpleQueue()
        links = Links(
            self._write,
            lambda: self.idle,
            lambda _seconds, then: self._jobs.put(then),
            self._jobs.put,
            self._changed,
            self.paint,
            lambda: self.failures.append(None),
            lambda before, after: self.around.append((before, after)),
        )
        self.pictures = ScreenPictures(links, "auto")
        self.use(theme)
        if begins:
            self.begin()
        self.pictures.fit(80, 24, 24)

    def begin(self) -> None:
        self.pictures.begin(lambda _question, _listen: None)

    def use(self, theme: str = "ink", deck: Deck | None = None) -> None:
        found = find(theme)
        assert found is not None
        self.deck = deck or self.deck
        self.pictures.use(Slides(self.deck, found, None, "zh-Hans"))

    def _write(self, data: str) -> None:
        self.written += data

    def _changed(self) -> None:
        self.changes += 1
        self.paint()

    def paint(self) -> None:
        self.pictures.page(*self.at, 80, 24)
        if not self.is_covered:
            self._write(self.pictures.cover((), {}))

    def until(self, what: Callable[[], object]) -> None:
        end = time.monotonic() + DEADLINE
        while not what():
            assert time.monotonic() < end
            try:
                self._jobs.get(timeout=0.1)()
            except Empty:
                continue

    def sent(self) -> list[str]:
        return re.findall(r"a=t,f=100,i=(\d+)", self.written)

    def placed(self) -> list[str]:
        return re.findall(r"a=p,i=(\d+),p=\d+,c=", self.written)
