"""The widget that paints a page: one widget, whole lines."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from presenter.screen.styles import Palette
from presenter.typeset import Page
from presenter.typeset.page import line_width
from presenter.typeset.themes import OURS


class PageView(Widget):
    """Shows one `Page`; a smaller widget shows its top left, a larger one fills up with blanks."""

    DEFAULT_CSS = "PageView { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette = Palette(OURS["ink"])
        self._page = Page(0, 0, ())

    def show(self, page: Page) -> None:
        """Paint `page` from now on."""
        self._page = page
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The page's row `y` as a strip as wide as the widget."""
        width = self.size.width
        base = self.palette.style("")
        if y >= len(self._page.lines):
            return Strip.blank(width, base)
        line = self._page.lines[y]
        style = self.palette.style
        segments = [Segment(run.text, style(run.style, run.link)) for run in line]
        rest = width - line_width(line)
        if rest > 0:
            segments.append(Segment(" " * rest, base))
        strip = Strip(segments, max(width, line_width(line)))
        return strip if rest >= 0 else strip.crop(0, width)
