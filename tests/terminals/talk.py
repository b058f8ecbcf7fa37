"""A talk in a window, and what is to be seen of it."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PIL import Image, ImageColor

from presenter.screen.tile_grid import TileGrid, picture_grid
from presenter.typeset.themes import find
from tests.terminals.expected import NEAR, Expected, alike, off
from tests.terminals.window import Window, presenter

DECK = """\
title: 后勤工作的重要性
lang: zh-Hans
slides:
- title: 后勤工作的重要性
  subtitle: 后勤稳，机关才转得顺
- title: 管理的前提
  bullets: [任务繁重，政策性强, 事务琐细，却处处连着**中心工作**, 先懂全局，再办后勤]
- title: 逐项出现
  reveal: true
  bullets: [第一项, 第二项, 第三项]
- title: Code that goes on
  code:
    language: python
    source: |
      def presented(deck: Deck) -> int:
          return len(deck.slides)  # hidden ones are not
- title: 三个数字
  figures: [{value: "5", label: 要点}, {value: "98%", label: 满意}, {value: "33", label: 张}]
- title: 一头连着政务，一头连着人心
- title: 各项支出
  chart: {kind: column, data: {政务: 40, 事务: 60, 会务: 25}, unit: "%"}
- title: 结束语
  quote: {text: 知之为知之，不知为不知，是知也。, by: 《论语·为政》}
"""
"""Slides that look different from each other at a glance; the third has steps."""

_PAPER_OF_A_PROMPT = 200
"""Pixels at the top in which a shell may have written something."""


class Talk:
    """A deck that is presented in a window, from the start."""

    def __init__(self, window: Window, expected: Expected, deck: Path, *options: str) -> None:
        self.window = window
        self.expected = expected
        self.deck = deck
        self.theme = "ink"
        self._prompts = window.prompts
        self._is_over = False
        window.start(presenter(deck, "--no-animation", *options))

    def end(self) -> None:
        """Be done with it, whatever it shows, and if it is stopped."""
        with suppress(ProcessLookupError):
            for number in (signal.SIGTERM, signal.SIGCONT):
                self.window.signal(number)
        if not self._is_over:
            self.window.await_prompt(self._prompts)
        self.window.await_shell()

    def keys(self, *names: str) -> None:
        """Press keys."""
        self.window.keys(*names)

    def picture(self, slide: int, step: int = 0) -> Image.Image:
        """What the slide of this number must look like in the window as it is now."""
        cells = self.window.cells
        return self.expected.picture((cells.width, cells.height), slide, step, theme=self.theme)

    def sees(self, slide: int, step: int = 0, part: float = 1.0) -> None:
        """Wait until the slide's picture is there; `part`: of its height, from the top."""
        wanted = _upper(self.picture(slide, step), part)
        exact = self.window.kind.exact
        self.window.wait(
            lambda seen: any(
                alike(_upper(cells, part), wanted, exact=exact) for cells in self.window.crops(seen)
            ),
            f"the picture of slide {slide} at step {step}",
        )

    def sees_other(self, slide: int, step: int = 0, beyond: float = 0.0) -> None:
        """Wait until something else than the slide's picture stays; `beyond`: only below there."""
        wanted = self.picture(slide, step)

        def is_other(seen: Image.Image) -> bool:
            top = round(wanted.height * beyond)
            lower = (0, top, wanted.width, wanted.height)
            return off(self.window.crop(seen).crop(lower), wanted.crop(lower), NEAR) > _LEAST_OTHER

        self.window.wait(is_other, f"something else than slide {slide}")
        assert is_other(self.window.still()), f"the picture of slide {slide} came back"

    @property
    def grid(self) -> TileGrid:
        """Where slides stand in the overview."""
        cells, slides = self.window.cells, len(self.expected.deck.slides)
        cell = cells.width / cells.columns, cells.height / cells.rows
        shape = cells.width, cells.height
        grid = picture_grid(cells.columns, cells.rows, cell, shape, slides)
        assert grid is not None
        return grid

    def sees_overview(self, slides: Sequence[int], chosen: int) -> None:
        """Wait until these slides are seen in little, in this order, the `chosen` one marked.

        slides: their numbers, and those of the first in the overview.
        """
        cells, grid = self.window.cells, self.grid
        cell = cells.width / cells.columns, cells.height / cells.rows
        size = int(grid.width * cell[0]), int(grid.height * cell[1])

        def is_there(seen: Image.Image, place: int, slide: int) -> bool:
            x, y = grid.corner(place)
            left, top = round(x * cell[0]), round(y * cell[1])
            part = seen.crop((left, top, left + size[0], top + size[1]))
            step = self.expected.last_step(slide)
            wanted = self.expected.picture(size, slide, step, theme=self.theme)
            beside, bar = (seen.getpixel((left + x, top - round(cell[1] / 2))) for x in (-4, 1))
            assert isinstance(beside, tuple)
            is_marked = not _is_near(bar, beside)
            return alike(part, wanted, exact=self.window.kind.exact) and (
                is_marked == (slide == chosen)
            )

        self.window.wait(
            lambda seen: all(
                is_there(self.window.crop(seen), place, slide) for place, slide in enumerate(slides)
            ),
            f"an overview of the slides {slides}",
        )

    def sees_notice(self) -> None:
        """Wait until the lowest row says something in the colours of the theme's notices."""
        theme = find(self.theme)
        assert theme is not None
        style = theme.style("notice")
        wanted = [ImageColor.getrgb(color) for color in (style.background, style.color) if color]

        def says(seen: Image.Image) -> bool:
            cells = self.window.crop(seen)
            row = cells.crop((0, round(cells.height * 0.95), *cells.size))
            found = [color for count, color in row.getcolors(1 << 24) or () if count > _LEAST_DRAWN]
            return all(any(_is_near(each, color) for each in found) for color in wanted)

        self.window.wait(says, "a notice in its own colours")

    def sees_beside_notice(self, slide: int) -> None:
        """Wait until the lowest row shows the slide's picture where it says nothing."""
        wanted = _lower_right(self.picture(slide))
        exact = self.window.kind.exact
        self.window.wait(
            lambda seen: alike(_lower_right(self.window.crop(seen)), wanted, exact=exact),
            f"the picture of slide {slide} beside the notice",
        )

    def sees_one_color(self) -> None:
        """Wait until every cell is of one colour."""
        self.window.wait(
            lambda seen: _colors(self.window.crop(seen)) == 1, "a screen of one colour"
        )

    def is_gone(self) -> None:
        """Wait for the shell, and for a screen with nothing on it but what the shell has said."""
        self.window.await_prompt(self._prompts)
        self._is_over = True
        self.window.wait(self._is_clear, "a screen with nothing left on it")
        assert self._is_clear(self.window.still()), "something came back"

    def _is_clear(self, seen: Image.Image) -> bool:
        below = seen.crop((0, _PAPER_OF_A_PROMPT, *seen.size))
        return (
            below.tobytes() == self.window.empty.crop((0, _PAPER_OF_A_PROMPT, *seen.size)).tobytes()
        )

    def back(self) -> None:
        """Bring it back with the shell's ``fg``."""
        self._prompts = self.window.prompts
        self._is_over = False
        self.window.text("fg\n")


_LEAST_OTHER = 0.002
_LEAST_DRAWN = 20
"""Pixels of a colour in a row of text that is drawn in it."""


def _upper(picture: Image.Image, part: float) -> Image.Image:
    return picture.crop((0, 0, picture.width, round(picture.height * part)))


def _lower_right(picture: Image.Image) -> Image.Image:
    """A tenth, where no notice is so long that it reaches."""
    left, top = round(picture.width * 0.9), round(picture.height * 0.9)
    return picture.crop((left, top, *picture.size))


def _is_near(found: Any, wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(found, wanted, strict=True))


def _colors(picture: Image.Image) -> int:
    return len(picture.getcolors(1 << 24) or ())
