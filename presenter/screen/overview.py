"""The overview's page: a grid of slides in little. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from presenter.content import part_label
from presenter.content.inline import plain_text
from presenter.deck import Slide
from presenter.deck.blocks import extract_text
from presenter.screen.menu import query_line
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.page import space
from presenter.typeset.thumbnail import EDGE
from presenter.words import Words

Thumbnail = tuple[Line, ...]

_GAP = 2
"""Cells between slides."""


class Grid(NamedTuple):
    """Where slides stand; in cells and rows. Each has its title, and below it its thumbnail."""

    columns: int
    rows: int
    left: int
    top: int
    width: int
    """Of a slide."""
    height: int
    """Of a thumbnail; may be 0."""

    @property
    def screenful(self) -> int:
        """How many slides are seen at once."""
        return self.columns * self.rows

    def at(self, x: int, y: int) -> int | None:
        """Which slide of those that are seen stands at this cell; None beside them."""
        column, across = divmod(x - self.left, self.width + _GAP)
        row = (y - self.top) // (self.height + 1)
        inside = 0 <= column < self.columns and 0 <= row < self.rows and across < self.width
        return row * self.columns + column if inside else None


def grid_for(width: int, height: int) -> Grid:
    """The grid for a screen of this size: thumbnails of about its shape, filling it."""
    outer = 0 if width < 32 else 1 if width < 80 else min(width // 24, 8)
    room = width - 2 * outer
    least = max(16, min(width // 4, 26))
    columns = max(1, (room + _GAP) // (least + _GAP))
    cells = max(1, (room - _GAP * (columns - 1)) // columns)
    top = 0 if height < 4 else 1 if height < 20 else 2
    free = max(1, height - top - (1 if height >= 8 else 0))
    natural = 1 + cells * height / width
    rows = max(1, min(round(free / natural), free // 3))
    return Grid(columns, rows, outer, top, cells, free // rows - 1)


class Overview(NamedTuple):
    """An overview as it is shown.

    found: the indexes of the slides that match. chosen: which of them enter takes. top: the first
    row of the grid that is seen. here: the slide where the talk is. query: what is typed.
    """

    found: Sequence[int]
    chosen: int
    top: int
    here: int
    query: str


def overview_page(
    overview: Overview,
    slides: Sequence[Slide],
    picture: Callable[[int], Thumbnail | None],
    setting: PageOptions,
) -> tuple[Page, int, int]:
    """The overview on a page, and where on it the query ends: column and row, from 0.

    `picture` gives the thumbnail of a slide for the grid of this size, or None until there is one.
    """
    width, height, words = setting.width, setting.height, setting.words
    grid = grid_for(width, height)
    lines: list[Line] = [()] * height
    room = max(1, width - 2 * grid.left)
    first = overview.top * grid.columns
    column = 0
    if grid.top:
        prompt = words("overview.prompt")
        lines[0], column = query_line(overview.query, prompt, grid.left, room, setting)
    if not overview.found and height > grid.top:
        none = _cut(words("overview.none"), "menu.detail", room, setting)
        lines[grid.top] = (space(grid.left), none)
    digits = len(str(len(slides)))
    for row in range(grid.rows):
        tiles = []
        for position in range(first + row * grid.columns, first + (row + 1) * grid.columns):
            if position < len(overview.found):
                index = overview.found[position]
                chosen = position == overview.chosen
                number = f"{'›' if index == overview.here else ' '}{index + 1:>{digits}} "
                title = _title(number, slides[index], grid.width, setting, chosen=chosen)
                small = picture(index) or ((space(grid.width),),) * grid.height
                tiles.append((title, *(map(_stressed, small) if chosen else small)))
        if tiles:
            start = grid.top + row * (grid.height + 1)
            for down in range(grid.height + 1):
                lines[start + down] = _beside([tile[down] for tile in tiles], grid)
    if height >= 8 and overview.found:
        lines[-1] = _foot(overview, slides, grid, setting)
    return Page(width, height, tuple(lines)), min(column, width - 1), 0


def slide_name(slide: Slide, words: Words) -> str:
    """The slide's title on one line, else the first that it says."""
    says = slide.title or next((said.text for b in slide.content for said in extract_text(b)), "")
    return " ".join(plain_text(says).split()) or words("overview.untitled")


def _title(number: str, slide: Slide, width: int, setting: PageOptions, *, chosen: bool) -> Line:
    """Number and title, as wide as the slide."""
    mark = _cut(number, "overview.number", width, setting)
    name = slide_name(slide, setting.words)
    title = _cut(name, "overview.title", width - mark.width, setting)
    line = (mark, title, space(width - mark.width - title.width))
    return tuple(run._replace(style="menu.chosen") for run in line) if chosen else line


def _stressed(line: Line) -> Line:
    """A line of a thumbnail whose edge stands out."""
    return tuple(r._replace(style="overview.chosen") if r.style == EDGE else r for r in line)


def _beside(lines: Sequence[Line], grid: Grid) -> Line:
    """A line of each of the slides in a row of the grid."""
    whole: Line = (space(grid.left),)
    for number, line in enumerate(lines):
        whole = (*whole, *((space(_GAP),) if number else ()), *line)
    return whole


def _foot(overview: Overview, slides: Sequence[Slide], grid: Grid, setting: PageOptions) -> Line:
    """The whole title of the chosen slide at the left; its part and its place at the right."""
    slide = slides[overview.found[overview.chosen]]
    room = setting.width - 2 * grid.left
    at = f"{overview.chosen + 1}/{len(overview.found)}"
    part = part_label(slide.part, setting.words)
    whole = f"{part} · {at}" if part else at
    fits = setting.ruler.width(whole) <= room // 2
    right = _cut(whole if fits else at, "foot.number", room, setting)
    left = _cut(slide_name(slide, setting.words), "foot.text", room - right.width - 2, setting)
    gap = room - left.width - right.width
    return (space(grid.left), left, space(gap), right) if gap >= 0 else ()


def _cut(text: str, style: str, room: int, setting: PageOptions) -> Run:
    short = setting.ruler.cut(text, max(0, room))
    return Run(short, style, setting.ruler.width(short))


__all__ = ["Grid", "Overview", "Thumbnail", "grid_for", "overview_page", "slide_name"]
