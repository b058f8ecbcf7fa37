"""The widget that paints a page: one widget, whole lines."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from presenter.screen.styles import Palette
from presenter.typeset import Page
from presenter.typeset.page import line_width

Maker = Callable[[int, int], Page]
"""The page to show on so many cells by so many rows, each at least 1."""


class PageView(Widget):
    """Shows the page that `make` makes for its size.

    It asks for it when it first paints, when it paints at another size, and on `update`: so no
    frame ever shows a page set for another size. It paints by itself: neither Textual's styles nor
    its filters have a part in it, and widths are those that the page was set with, also where
    Textual would measure otherwise.
    """

    DEFAULT_CSS = "PageView { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, palette: Palette, make: Maker, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette = palette
        self._make = make
        self._page = Page(0, 0, ())
        self._strips: dict[int, Strip] = {}

    @property
    def palette(self) -> Palette:
        """The looks of the styles."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self._strips.clear()
        self.refresh()

    def update(self) -> None:
        """Ask for the page again; rows that stay as they are are not painted again."""
        width, height = self.size
        if (width, height) != (self._page.width, self._page.height):
            self.refresh()  # asks when it paints
            return
        if not width or not height:
            return
        old, self._page = self._page, self._make(width, height)
        rows = [row for row, line in enumerate(self._page.lines) if line != old.lines[row]]
        for row in rows:
            self._strips.pop(row, None)
        if rows:
            self.refresh(*(Region(0, row, width, 1) for row in rows))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of `crop`, as Textual asks for them when it puts the screen together."""
        strips = [self.render_line(row) for row in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """The page's row `y` as a strip as wide as the widget."""
        width, height = self.size
        if (width, height) != (self._page.width, self._page.height):
            self._page = self._make(width, height)
            self._strips.clear()
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._strip(y)
        return strip

    def _strip(self, row: int) -> Strip:
        style, line = self._palette.style, self._page.lines[row]
        segments = [Segment(run.text, style(run.style, run.link)) for run in line]
        rest = self._page.width - line_width(line)
        if rest > 0:
            segments.append(Segment(" " * rest, style("")))
        return Strip(segments, self._page.width)
