"""Choosing from a list by typing: what matches, and the page that shows it. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presenter.screen.search import folded
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.page import line_width

_LEAST_DETAIL = 6
"""With less room than this, in cells, an entry goes without its detail."""


class Choice(NamedTuple):
    """One entry. label: at the left. detail: at the right. value: what whoever asked goes by.

    number: by which it can be called, 0 for none. also: further text by which it is found.
    """

    label: str
    detail: str
    value: object
    number: int = 0
    also: str = ""


def narrow(choices: Sequence[Choice], query: str) -> list[Choice]:
    """The choices that hold every word of `query`, without regard to case and to full width.

    One that is called by exactly that number comes first, then those whose label begins with the
    query, then the others, each in the order given.
    """
    asked = folded(query).strip()
    words = asked.split()
    if not words:
        return list(choices)
    ranked: list[tuple[int, Choice]] = []
    for choice in choices:
        label = folded(choice.label)
        if asked == str(choice.number or ""):
            ranked.append((0, choice))
        elif all(word in label or word in folded(choice.also) for word in words):
            ranked.append((1 if label.startswith(asked) else 2, choice))
    return [choice for _, choice in sorted(ranked, key=lambda each: each[0])]


class Menu(NamedTuple):
    """A menu as it is shown.

    choices: those that match. chosen: the index of the one that enter takes. prompt: shown while
    nothing is typed. nothing: shown while nothing matches. hint: the foot line.
    """

    choices: Sequence[Choice]
    chosen: int
    query: str
    prompt: str
    nothing: str
    hint: str


def menu_page(menu: Menu, setting: PageOptions) -> tuple[Page, int, int]:
    """The menu on a page, and where on it the query ends: column and row, from 0.

    The list is rolled so that the chosen entry is seen.
    """
    outer = min(setting.width // 16, 8) if setting.width >= 32 else 0
    room = max(1, min(setting.width - 2 * outer, 80))
    left = (setting.width - room) // 2
    lines: list[Line] = [()] * setting.height
    top = 1 if setting.height >= 8 else 0
    lines[top], end = query_line(menu.query, menu.prompt, left, room, setting)
    first = min(top + (2 if setting.height >= 8 else 1), setting.height)
    foot = 2 if setting.height >= 12 else 0
    rows = setting.height - first - foot
    if not menu.choices and rows > 0:
        lines[first] = (_space(left), _run(f"  {menu.nothing}", "menu.detail", room, setting))
    start = max(0, min(menu.chosen - rows // 2, len(menu.choices) - rows))
    for offset, choice in enumerate(menu.choices[start : start + max(0, rows)]):
        chosen = start + offset == menu.chosen
        lines[first + offset] = (_space(left), *_entry(choice, chosen, room, setting))
    if foot:
        lines[-1] = (_space(left), _run(f"  {menu.hint}", "foot.text", room, setting))
    return Page(setting.width, setting.height, tuple(lines)), min(end, setting.width - 1), top


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
    line: Line = (_space(left), sign, query, Run(" ", "menu.chosen", 1))
    end = line_width(line[:3])
    if line_width(line) > setting.width:
        line = (_run(typed, "menu.query", setting.width - 1, setting),)
        return line, line_width(line)
    if not typed:
        line = (*line, _run(f" {prompt}", "menu.detail", setting.width - line_width(line), setting))
    return line, end


def _entry(choice: Choice, chosen: bool, room: int, setting: PageOptions) -> Line:
    """An entry from edge to edge of the list; the label goes before the detail."""
    ruler = setting.ruler
    style = "menu.chosen" if chosen else ""
    label = ruler.cut(choice.label, max(0, room - 4))
    rest = room - 4 - ruler.width(label)
    detail = ruler.cut(choice.detail, rest - 2) if rest >= _LEAST_DETAIL + 2 else ""
    gap = rest - ruler.width(detail)
    cells = [
        ("  ", ""),
        (label, "menu.label"),
        (" " * gap, ""),
        (detail, "menu.detail"),
        ("  ", ""),
    ]
    line = tuple(Run(text, style or own, ruler.width(text)) for text, own in cells if text)
    return line if room >= 4 else (_run(choice.label, style or "menu.label", room, setting),)


def _run(text: str, style: str, room: int, setting: PageOptions) -> Run:
    short = setting.ruler.cut(text, max(0, room))
    return Run(short, style, setting.ruler.width(short))


def _space(cells: int) -> Run:
    return Run(" " * cells, "", cells)


__all__ = ["Choice", "Menu", "menu_page", "narrow", "query_line"]
