"""A small deck, a look, and waiting for what the renderer's thread tells."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from threading import Condition

from PIL import Image

from presenter.deck import Deck
from presenter.render.stops import PagePicture, PictureLook
from presenter.typeset.themes import find
from tests.handout.jobs import select

PATIENCE = 60
"""Seconds for what takes a tenth of one."""

DECK = """
title: 封面
reveal: true
slides:
  - {title: 甲, bullets: [一, 二]}
  - {title: 乙, text: 一段话}
  - {title: 丙, layout: center, text: 又一段话}
"""


class Watch:
    """Waits for what the renderer's thread tells."""

    def __init__(self) -> None:
        self.told: list[int] = []
        self._change = Condition()

    def __call__(self, slide: int) -> None:
        with self._change:
            self.told.append(slide)
            self._change.notify_all()

    def until(self, what: Callable[[], object]) -> None:
        with self._change:
            assert self._change.wait_for(what, PATIENCE)


def look(width: int = 320, height: int = 180, theme: str = "ink") -> PictureLook:
    found = find(theme)
    assert found is not None
    return PictureLook(found, width, height)


def deck_of(source: str = DECK) -> Deck:
    return select(source).deck


def size_of(drawn: PagePicture | None) -> tuple[int, int]:
    assert drawn is not None
    return Image.open(BytesIO(drawn.png)).size
