"""Single lines that screens share: texts at both ends, what is typed, what is said at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.bidi import as_seen
from presenter.typeset.page import line_width, space

Texts = Sequence[tuple[str, str]]
"""Texts with their styles, the most important first; empty ones are left out."""

NOTICE = "notice"
"""The style of what is said at the foot; it may lie over the picture of a slide."""

PICTURE = "picture"
"""The style of cells through which the picture of a slide is seen."""

BETWEEN = 3
"""Cells between two texts."""


def cut_run(text: str, style: str, room: int, setting: PageOptions) -> Run:
    """`text` in `style`, shortened to `room` cells, and in the order of its cells."""
    return _seen(run(setting.ruler.cut(text, max(0, room)), style, setting), setting)


def _seen(one: Run, setting: PageOptions) -> Run:
    (seen,) = as_seen((one,), setting)
    return seen


def query_line(
    typed: str, prompt: str, left: int, room: int, setting: PageOptions
) -> tuple[Line, int]:
    """Margin, sign, what is typed, cursor; and the column where it ends.

    Of a text that is too long for `room` the end is shown; `prompt` stands where nothing is typed.
    """
    while typed and setting.ruler.width(typed) > room - 3:
        typed = typed[1:]
    sign = Run("› ", "bullet.marker", setting.ruler.width("› "))
    query = cut_run(typed, "menu.query", setting.ruler.width(typed), setting)
    line: Line = (space(left), sign, query, Run(" ", "menu.chosen", 1))
    end = line_width(line[:3])
    if line_width(line) > setting.width:
        line = (cut_run(typed, "menu.query", setting.width - 1, setting),)
        return line, line_width(line)
    if not typed:
        room = setting.width - line_width(line)
        line = (*line, cut_run(f" {prompt}", "menu.detail", room, setting))
    return line, end


class ListPage:
    """A page for a list below what is typed, with a foot where there is room.

    room: the cells that a row may take, `widest` at the most. rows: how many have room.
    """

    def __init__(self, widest: int, setting: PageOptions) -> None:
        width, height = setting.width, setting.height
        outer = min(width // 16, 8) if width >= 32 else 0
        self.room = max(1, min(width - 2 * outer, widest))
        self._setting = setting
        self._left = (width - self.room) // 2
        self._top = 1 if height >= 8 else 0
        self._first = min(self._top + (2 if height >= 8 else 1), height)
        self._foot = 2 if height >= 12 else 0
        self.rows = max(0, height - self._first - self._foot)

    def fill(
        self, typed: str, prompt: str, rows: Sequence[Line], hint: str
    ) -> tuple[Page, int, int]:
        """The page, and where on it what is typed ends: column and row, from 0."""
        setting, left = self._setting, self._left
        lines: list[Line] = [()] * setting.height
        lines[self._top], column = query_line(typed, prompt, left, self.room, setting)
        for number, row in enumerate(rows[: self.rows], self._first):
            lines[number] = (space(left), *row)
        if self._foot:
            lines[-1] = (space(left), cut_run(f"  {hint}", "foot.text", self.room, setting))
        page = Page(setting.width, setting.height, tuple(lines))
        return page, min(column, setting.width - 1), self._top


def with_notice(page: Page, text: str, setting: PageOptions) -> Page:
    """`page` with `text` on its lowest row, shortened to the row's width; the same if it is empty.

    The slide's number stays at the right where both have room, and a picture beside the text. If
    the lowest row holds text of the slide (pages of one or two rows), the lowest empty row is taken
    instead, if there is one.
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
    line: Line = (_seen(Run(label, NOTICE, ruler.width(label)), setting),)
    if edge:
        line = (Run(" " * edge, "", edge), *line)
    if kept is not None:
        gap = page.width - edge - kept.width - line_width(line)
        line = (*line, Run(" " * gap, "", gap), kept)
    elif any(run.style == PICTURE for run in old):
        line = (*line, *_beside(old, line_width(line)))
    return page._replace(lines=(*page.lines[:row], line, *page.lines[row + 1 :]))


def _beside(line: Line, start: int) -> Line:
    """What is seen of the pictures in a row from that column on."""
    left: Line = ()
    column = 0
    for run in line:
        width = min(run.width, column + run.width - start)
        if width > 0:
            left = (*left, Run(" " * width, PICTURE if run.style == PICTURE else "", width))
        column += run.width
    return left


def _row(page: Page) -> int:
    last = len(page.lines) - 1
    if not page.lines[last] or page.lines[last][-1].style.startswith("foot."):
        return last
    rows = range(last, -1, -1)
    return next((row for row in rows if not any(run.text.strip() for run in page.lines[row])), last)


def run(text: str, style: str, setting: PageOptions) -> Run:
    """`text` as a run."""
    return Run(text, style, setting.ruler.width(text))


def ends(
    left: Texts, right: Texts, width: int, setting: PageOptions, *, rule: bool = False
) -> Line:
    """Texts at the left and at the right of a line of `width` cells; `rule` draws one between.

    Where there is no room for all, the longer side's least important one goes first, and what is
    left in the end is cut. At the right the most important one stands last.
    """
    lefts, rights = _runs(left, setting), _runs(right, setting)
    while len(lefts) + len(rights) > 1 and _room(lefts, rights) > width:
        (lefts if len(lefts) > len(rights) else rights).pop()
    if _room(lefts, rights) > width:
        last = (lefts or rights)[0]
        return (cut_run(last.text, last.style, width, setting),)
    before = _joined(_seen(each, setting) for each in lefts)
    after = _joined(_seen(each, setting) for each in reversed(rights))
    gap = width - line_width(before) - line_width(after)
    if rule and gap >= BETWEEN:
        dashes = setting.ruler.fill("─", gap - (2 if after else 1))
        drawn = run(dashes, "table.rule", setting)
        return (*before, space(1), drawn, space(gap - 1 - drawn.width), *after)
    return (*before, space(gap), *after) if after else before


def fitted(line: Line, width: int, setting: PageOptions) -> Line:
    """`line` exactly `width` cells wide: with space at its end, or cut."""
    runs: list[Run] = []
    room = width
    for each in line:
        if each.width > room:
            text = setting.ruler.cut(each.text, room, mark="")
            each = each._replace(text=text, width=setting.ruler.width(text))
            runs.append(each)
            room -= each.width
            break
        runs.append(each)
        room -= each.width
    return (*runs, space(room)) if room else tuple(runs)


def _runs(texts: Texts, setting: PageOptions) -> list[Run]:
    return [run(text, style, setting) for text, style in texts if text]


def _room(lefts: Sequence[Run], rights: Sequence[Run]) -> int:
    runs = [*lefts, *rights]
    return line_width(tuple(runs)) + BETWEEN * max(0, len(runs) - 1)


def _joined(runs: Iterable[Run]) -> Line:
    joined: list[Run] = []
    for each in runs:
        if joined:
            joined.append(space(BETWEEN))
        joined.append(each)
    return tuple(joined)
