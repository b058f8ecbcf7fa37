"""A line to the speaker at a page's foot: a pure function from page and text to page."""

from __future__ import annotations

from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.page import line_width


def with_notice(page: Page, text: str, setting: PageOptions) -> Page:
    """`page` with `text` on its lowest row, shortened to the row's width; the same if it is empty.

    The slide's number stays at the right where both have room. If the lowest row holds text of
    the slide (pages of one or two rows), the lowest empty row is taken instead, if there is one.
    """
    if not text or not page.lines:
        return page
    row = _row(page)
    old = page.lines[row]
    ruler = setting.ruler
    kept = old[-1] if old and old[-1].style == "foot.number" else None
    edge = page.width - line_width(old) if kept and not old[0].text.strip() else 0
    room = page.width - edge - (kept.width + edge + 2 if kept else 0)
    if kept is not None and room < min(ruler.width(text) + 2, page.width // 2):
        kept, edge, room = None, 0, page.width
    short = ruler.cut(text, max(0, room - 2))
    label = f" {short} " if short else ruler.cut(text, page.width, mark="")
    line: Line = (Run(label, "notice", ruler.width(label)),)
    if edge:
        line = (Run(" " * edge, "", edge), *line)
    if kept is not None:
        gap = page.width - edge - kept.width - line_width(line)
        line = (*line, Run(" " * gap, "", gap), kept)
    return page._replace(lines=(*page.lines[:row], line, *page.lines[row + 1 :]))


def _row(page: Page) -> int:
    last = len(page.lines) - 1
    if not page.lines[last] or page.lines[last][-1].style.startswith("foot."):
        return last
    rows = range(last, -1, -1)
    return next((row for row in rows if not any(run.text.strip() for run in page.lines[row])), last)


__all__ = ["with_notice"]
