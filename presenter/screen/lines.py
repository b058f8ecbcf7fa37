"""Single lines that the screens share: what is typed, what is said at the foot, a text cut."""

from __future__ import annotations

from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.page import line_width, space


def cut_run(text: str, style: str, room: int, setting: PageOptions) -> Run:
    """`text` in `style`, shortened to `room` cells."""
    short = setting.ruler.cut(text, max(0, room))
    return Run(short, style, setting.ruler.width(short))


def query_line(
    typed: str, prompt: str, left: int, room: int, setting: PageOptions
) -> tuple[Line, int]:
    """Margin, sign, what is typed, cursor; and the column where it ends.

    Of a text that is too long for `room` the end is shown; `prompt` stands where nothing is typed.
    """
    while typed and setting.ruler.width(typed) > room - 3:
        typed = typed[1:]
    sign = Run("› ", "bullet.marker", setting.ruler.width("› "))
    query = Run(typed, "menu.query", setting.ruler.width(typed))
    line: Line = (space(left), sign, query, Run(" ", "menu.chosen", 1))
    end = line_width(line[:3])
    if line_width(line) > setting.width:
        line = (cut_run(typed, "menu.query", setting.width - 1, setting),)
        return line, line_width(line)
    if not typed:
        room = setting.width - line_width(line)
        line = (*line, cut_run(f" {prompt}", "menu.detail", room, setting))
    return line, end


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
