"""A page in little: each piece of text as a line of dots, in its own colour.

Dots are those of the Braille patterns (Unicode, 21.1): two by four in a cell, one cell wide under
every width rule. At this scale letters are not read, but the shape of a slide is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from presenter.typeset.page import Line, Page, Picture, Run
from presenter.typeset.width import Ruler

EDGE = "overview.edge"
"""The style of the slide's edge, and of what is empty within it."""

_ACROSS, _DOWN = 2, 4
BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The bits of a pattern's dots, from left to right and row by row."""

_RUNNING = ("head.", "foot.", "part.", "progress.")
"""Styles of what stands on every slide."""

_WORD = re.compile(r"\S+")
_DRAWN = re.compile("[▀-▟\u2801-\u28ff]")
"""Characters that are drawn with: large type, bars, lines."""


def thumbnail(page: Page, width: int, height: int, ruler: Ruler) -> tuple[Line, ...]:
    """`page` on `width` by `height` cells, with its edge around it and without running lines.

    A row of text becomes a row of dots, so that lines stay apart; what is drawn is filled.
    """
    canvas = _Canvas(width, height)
    canvas.edge()
    rows = [row for row, line in enumerate(page.lines) if any(_words(line, ruler))]
    across = (canvas.columns - 2) / max(1, page.width)
    down = (canvas.rows - 2) / max(1, page.height)
    thick = max(1, int(down * 0.6))
    for picture in page.pictures:
        left, top = 1 + round(picture.x * across), 1 + int(picture.y * down)
        right = 1 + round((picture.x + picture.width) * across)
        bottom = 1 + int((picture.y + picture.height) * down)
        canvas.hatch(left, right, top, bottom)
    for row in rows:
        top, below = 1 + int(row * down), 1 + int((row + 1) * down)
        for start, stop, style, drawn in _words(page.lines[row], ruler):
            if any(_covers(picture, start, row) for picture in page.pictures):
                continue
            left, right = 1 + round(start * across), 1 + round(stop * across)
            bottom = max(below, top + 1) if drawn else top + thick
            canvas.fill(left, max(right, left + 1), top, bottom, style)
    return canvas.lines()


def _words(line: Line, ruler: Ruler) -> Iterator[tuple[int, int, str, bool]]:
    """What stands in a line: from cell, to cell, style, and whether it is drawn rather than set."""
    at = 0
    for run in line:
        style = run.style.partition(" ")[0]
        if style and not style.startswith(_RUNNING) and not run.text.isspace():
            offsets = ruler.offsets(run.text)
            drawn = _DRAWN.search(run.text) is not None
            for word in _WORD.finditer(run.text):
                yield at + offsets[word.start()], at + offsets[word.end()], style, drawn
        at += run.width


def _covers(picture: Picture, column: int, row: int) -> bool:
    return (
        picture.y <= row < picture.y + picture.height
        and picture.x <= column < picture.x + picture.width
    )


class _Canvas:
    """Dots to be set one by one, and read off as lines of Braille patterns."""

    def __init__(self, width: int, height: int) -> None:
        self.columns, self.rows = width * _ACROSS, height * _DOWN
        self._cells = [[0] * width for _ in range(height)]
        self._styles = [[EDGE] * width for _ in range(height)]

    def fill(self, left: int, right: int, top: int, bottom: int, style: str) -> None:
        """Set the dots of a rectangle. A cell has the style that came first; the edge gives way."""
        for row in range(max(0, top), min(bottom, self.rows)):
            bits = BITS[row % _DOWN * _ACROSS :][:_ACROSS]
            cells, styles = self._cells[row // _DOWN], self._styles[row // _DOWN]
            for column in range(max(0, left), min(right, self.columns)):
                cell = column // _ACROSS
                if styles[cell] == EDGE != style:
                    cells[cell], styles[cell] = 0, style
                cells[cell] |= bits[column % _ACROSS]

    def hatch(self, left: int, right: int, top: int, bottom: int) -> None:
        """Set every other dot of a rectangle: a picture."""
        for row in range(top, bottom):
            for column in range(left + row % 2, right, 2):
                self.fill(column, column + 1, row, row + 1, "image.alt")

    def edge(self) -> None:
        """Set the outermost dots."""
        columns, rows = self.columns, self.rows
        for top, bottom in ((0, 1), (rows - 1, rows)):
            self.fill(0, columns, top, bottom, EDGE)
        for left, right in ((0, 1), (columns - 1, columns)):
            self.fill(left, right, 0, rows, EDGE)

    def lines(self) -> tuple[Line, ...]:
        """The cells as lines of runs."""
        return tuple(map(_line, self._cells, self._styles))


def _line(cells: list[int], styles: list[str]) -> Line:
    text = "".join(chr(0x2800 + bits) if bits else " " for bits in cells)
    runs: list[Run] = []
    at = 0
    for style, group in groupby(styles):
        end = at + len(list(group))
        runs.append(Run(text[at:end], style, end - at))
        at = end
    return tuple(runs)
