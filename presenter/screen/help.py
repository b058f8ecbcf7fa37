"""The help: every action with its keys, from the declarations that make them work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace

from presenter.screen.actions import GROUPS, STAGE_ACTIONS, Action, key_name, key_table
from presenter.screen.lines import cut_run
from presenter.screen.page_view import PageView, Palette
from presenter.screen.screens import PageScreen
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.page import line_width, space
from presenter.words import Words

Rows = list[Line]

_GUTTER = 4
_TWO_COLUMNS = 64
"""From this width on, groups stand in two columns."""


def help_pages(actions: Sequence[Action], words: Words, setting: PageOptions) -> tuple[Page, ...]:
    """The pages of the help at this size; at least one.

    Groups stand in one column or two; a group goes on to the next column or page where it must.
    """
    outer = min(setting.width // 16, 8) if setting.width >= 32 else 0
    room = max(1, min(setting.width - 2 * outer, 110))
    left = (setting.width - room) // 2
    columns = 2 if room >= _TWO_COLUMNS else 1
    width = (room - _GUTTER * (columns - 1)) // columns
    label = _label_width(actions, words, setting, width)
    groups = [
        _group_rows(group, found, label, width, words, setting)
        for group in GROUPS
        if (found := [action for action in actions if action.group == group])
    ]
    head = 3 if setting.height >= 12 else 0
    foot = 1 if setting.height >= 6 else 0
    filled = _fill(groups, max(1, setting.height - head - foot), columns)
    sheets = [filled[n : n + columns] for n in range(0, len(filled), columns)]
    return tuple(
        _page(sheet, left, width, head, (number, len(sheets)), words, setting)
        for number, sheet in enumerate(sheets, 1)
    )


def _label_width(actions: Sequence[Action], words: Words, setting: PageOptions, width: int) -> int:
    labels = [words(f"keys.command.{action.name}") for action in actions]
    longest = max((setting.ruler.width(label) for label in labels), default=0)
    return min(longest + 2, width * 3 // 5)


def _group_rows(
    group: str,
    actions: Sequence[Action],
    label: int,
    width: int,
    words: Words,
    setting: PageOptions,
) -> Rows:
    """A heading, then an action a row, its keys hanging where they need more rows."""
    rows: Rows = [(cut_run(words(f"keys.group.{group}"), "title", width, setting),)]
    for action in actions:
        name = cut_run(words(f"keys.command.{action.name}"), "menu.label", label - 1, setting)
        keys = [key_name(key, words) for key in action.keys + action.shown]
        for number, line in enumerate(_key_lines(keys, max(1, width - label), setting)):
            first = name if number == 0 else space(0)
            rows.append((first, space(label - first.width), *line))
    return rows


def _key_lines(keys: Sequence[str], width: int, setting: PageOptions) -> Rows:
    """Keys one after the other, two cells apart, never torn."""
    lines: Rows = []
    line: Line = ()
    for key in keys:
        run = cut_run(key, "code", width, setting)
        if line and line_width(line) + 2 + run.width > width:
            lines.append(line)
            line = ()
        line = (*line, space(2), run) if line else (run,)
    return [*lines, line]


def _fill(groups: Sequence[Rows], rows: int, columns: int) -> list[Rows]:
    """The groups poured into columns of `rows` rows, of which `columns` stand on a page.

    Where one page is enough, the columns are made as even as whole groups allow.
    """
    total = sum(len(group) + 1 for group in groups)
    for fewer in range(max(1, total // columns), rows):
        filled = _pour(groups, fewer)
        if len(filled) <= columns:
            return filled
    return _pour(groups, rows)


def _pour(groups: Sequence[Rows], rows: int) -> list[Rows]:
    """Column after column; a group that fits into one is not parted."""
    columns: list[Rows] = [[]]
    for group in groups:
        if columns[-1] and len(columns[-1]) + 1 + min(len(group), rows) > rows:
            columns.append([])
        elif columns[-1]:
            columns[-1].append(())
        for line in group:
            if len(columns[-1]) == rows:
                columns.append([])
            columns[-1].append(line)
    return columns


def _page(
    sheet: Sequence[Rows],
    left: int,
    width: int,
    head: int,
    number: tuple[int, int],
    words: Words,
    setting: PageOptions,
) -> Page:
    lines: list[Line] = [()] * setting.height
    if head:
        lines[1] = (
            space(left),
            cut_run(words("keys.help"), "subtitle", setting.width - left, setting),
        )
    for row in range(max(len(column) for column in sheet)):
        line: Line = (space(left),)
        for index, column in enumerate(sheet):
            start = left + index * (width + _GUTTER)
            cells = column[row] if row < len(column) else ()
            if cells:
                line = (*line, space(start - line_width(line)), *cells)
        lines[head + row] = line if len(line) > 1 else ()
    if setting.height >= 6:
        lines[-1] = _foot(left, number, words, setting)
    return Page(setting.width, setting.height, tuple(lines))


def _foot(left: int, number: tuple[int, int], words: Words, setting: PageOptions) -> Line:
    at, of = number
    text = words("stage.help.hint")
    count = f"{at}/{of}" if of > 1 else ""
    hint = cut_run(text, "foot.text", setting.width - 2 * left - len(count) - 1, setting)
    gap = setting.width - 2 * left - hint.width - len(count)
    if gap < 0:
        return ()
    return (space(left), hint, space(gap), Run(count, "foot.number", len(count)))


_KEYS = {
    "next": "leaf(1)",
    "next_slide": "leaf(1)",
    "previous": "leaf(-1)",
    "previous_slide": "leaf(-1)",
    "help": "close",
    "close": "close",
    "quit": "close",
}


class HelpScreen(PageScreen[None]):
    """Leafed through by the keys that move a talk; its own key, escape and ``q`` close it."""

    KEYS: ClassVar[Mapping[str, str]] = {
        key: _KEYS[name] for key, name in key_table(STAGE_ACTIONS).items() if name in _KEYS
    }

    def __init__(
        self, actions: Sequence[Action], words: Words, setting: PageOptions, palette: Palette
    ) -> None:
        """`setting` gives the rules; the size is the screen's own."""
        super().__init__(PageView(palette, self._page, ruler=setting.ruler))
        self._actions = actions
        self._words = words
        self._setting = setting
        self._at = 0

    def _page(self, width: int, height: int) -> Page:
        """The page of the help that is open."""
        setting = replace(self._setting, width=width, height=height)
        pages = help_pages(self._actions, self._words, setting)
        self._at = max(0, min(self._at, len(pages) - 1))
        return pages[self._at]

    def action_leaf(self, by: int) -> None:
        """On or back by `by` pages, held at the ends."""
        self._at += by
        self.view.update()

    def action_close(self) -> None:
        """Back to the slide."""
        self.dismiss(None)
