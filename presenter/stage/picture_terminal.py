"""The terminal as the stage's pictures have to know it: what it shows, and what size it has.

It is known by name, or asked behind the first slide; within tmux it is whoever looks.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from operator import ge
from typing import TYPE_CHECKING

from presenter.screen.surfaces.asking import Asking
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.choice import terminal_cells, terminal_pixels
from presenter.screen.surfaces.surface import ScreenArea

if TYPE_CHECKING:
    from presenter.screen.surfaces.tmux import Onlookers

Ask = Callable[[str, Callable[[str], object]], object]
"""Sends the terminal a question, and has each of its answers told."""

LEAST_COLUMNS, LEAST_ROWS = 40, 10
"""On less than this the terminal's own type is larger than that of a picture's."""

_LEAST_PIXELS = (334, 214)
"""In fewer, across or down, the smallest type of a picture has no six pixels."""


class PictureTerminal:
    """What is known of it by now. All is to be called in the interface's thread."""

    def __init__(
        self,
        learned: Callable[[], object],
        lost: Callable[[], object],
        anywhere: Callable[[Callable[[], object]], object],
    ) -> None:
        """`learned`: called when more is known. lost: called when somebody looks who may lack
        pictures that were sent. anywhere: see `Links`.
        """
        self._learned, self._lost, self._anywhere = learned, lost, anywhere
        self._asking = Asking(os.environ)
        self._ask: Ask | None = None
        self._asked = False
        self._size = (0, 0, 0)
        self._onlookers: Onlookers | None = None
        """Past tmux."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can show, as far as it is known."""
        return self._asking.capabilities

    @property
    def can(self) -> bool:
        """Whether it is known to show pictures."""
        return self.capabilities.protocol != "cells"

    @property
    def lacks_room(self) -> bool:
        """Whether what is left for slides is too small for pictures of them."""
        columns, _, slide_rows = self._size
        return columns < LEAST_COLUMNS or slide_rows < LEAST_ROWS

    @property
    def is_begun(self) -> bool:
        """Whether the first frame is shown, and it may be asked."""
        return self._ask is not None

    def begin(self, ask: Ask) -> None:
        """The first frame is shown."""
        self._ask = ask

    def ask_once(self) -> None:
        """Ask what it can show, unless that was asked."""
        if self._ask is None or self._asked:
            return
        self._asked = True
        self._ask(self._asking.question(), self._hear)
        if os.environ.get("TMUX"):
            from presenter.screen.surfaces.tmux import Onlookers

            self._onlookers = Onlookers(self._anywhere, self._hear_tmux)

    def _hear(self, answer: str) -> None:
        """It said something that may let more be shown."""
        if self._asking.hear(answer):
            self._learned()
        if (question := self._asking.follow_up()) and self._ask is not None:
            self._ask(question, self._hear)

    def _hear_tmux(self, placeholders: bool, lost: bool) -> None:
        """Whether all who look show pictures in cells of text; whether they may lack some."""
        if self._asking.within_tmux(placeholders=placeholders):
            self._learned()
        elif lost:
            self._lost()

    def sent(self) -> None:
        """A picture was sent."""
        if self._onlookers is not None:
            self._onlookers.sent()

    def close(self) -> None:
        """Learn nothing more."""
        if self._onlookers is not None:
            self._onlookers.close()

    # Sizes

    def fit(self, columns: int, rows: int, slide_rows: int) -> None:
        """It has this size; slides take the upper `slide_rows` of it."""
        self._size = (columns, rows, slide_rows)
        self._ask_size()

    def resized(self) -> bool:
        """It has another size, perhaps in pixels alone, as its type is larger; whether it has
        still as many cells, so that nobody else will tell.
        """
        if terminal_cells() != self._size[:2]:
            return False  # `fit` will be called
        self._ask_size()
        return True

    def _ask_size(self) -> None:
        question = self._asking.size_question(self._size[:2], terminal_pixels())
        if question and self._ask is not None:
            self._ask(question, self._hear)

    def area(self) -> ScreenArea | None:
        """Where a slide's picture goes; None where none can be shown, or it would be too small."""
        columns, rows, slide_rows = self._size
        if self.lacks_room:
            return None
        whole = self.screen(columns, rows)
        if whole is None:
            return None
        if slide_rows != rows:
            whole = whole._replace(rows=slide_rows, height=whole.height * slide_rows // rows)
        enough = all(map(ge, (whole.width, whole.height), _LEAST_PIXELS))
        return whole if enough else None

    def screen(self, columns: int, rows: int) -> ScreenArea | None:
        """All of it, of so many columns and rows; None where no pictures of it can be shown."""
        return self.capabilities.area((columns, rows), terminal_pixels())

    def shape_on(self, screen: ScreenArea) -> tuple[int, int]:
        """Width and height of a slide there; its own may be of another size yet."""
        _, rows, slide_rows = self._size
        return screen.width, round(screen.height * slide_rows / max(1, rows))
