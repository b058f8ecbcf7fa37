"""The widget that paints a page: one widget, whole lines."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from presenter.screen.styles import Palette
from presenter.typeset import Page
from presenter.typeset.page import line_width


class PageView(Widget):
    """Shows one `Page`; a smaller widget shows its top left, a larger one fills up with blanks.

    It paints by itself: neither Textual's styles nor its filters have a part in it, and widths are
    those that the page was set with, also where Textual would measure otherwise.
    """

    DEFAULT_CSS = "PageView { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, palette: Palette, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette = palette
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

    def show(self, page: Page) -> None:
        """Paint `page` from now on; rows that stay as they are are not painted again."""
        old, self._page = self._page, page
        if len(old.lines) != len(page.lines) or old.width != page.width:
            self._strips.clear()
            self.refresh()
            return
        rows = [row for row, line in enumerate(page.lines) if line != old.lines[row]]
        for row in rows:
            self._strips.pop(row, None)
        if rows:
            width = self.size.width
            self.refresh(*(Region(0, row, width, 1) for row in rows))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of `crop`, as Textual asks for them when it puts the screen together."""
        strips = [self.render_line(row) for row in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """The page's row `y` as a strip as wide as the widget."""
        width = self.size.width
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != width:
            strip = self._strips[y] = self._strip(y, width)
        return strip

    def _strip(self, row: int, width: int) -> Strip:
        style = self._palette.style
        line = self._page.lines[row] if row < len(self._page.lines) else ()
        segments = [Segment(run.text, style(run.style, run.link)) for run in line]
        used = line_width(line)
        if used < width:
            segments.append(Segment(" " * (width - used), style("")))
        strip = Strip(segments, max(width, used))
        return strip if used <= width else strip.crop(0, width)
