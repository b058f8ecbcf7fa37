"""The palette: every action, every slide, every theme, found by typing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual.geometry import Offset

from presenter.content import part_label
from presenter.deck import Slide
from presenter.deck.characters import on_one_line
from presenter.screen.actions import Action, key_name
from presenter.screen.filter_screens import LIST_KEYS, FilterScreen
from presenter.screen.lines import ListPage, cut_run
from presenter.screen.page_view import PageView, Palette
from presenter.screen.search import folded
from presenter.typeset import Line, Page, PageOptions, Run
from presenter.typeset.bidi import as_seen
from presenter.words import Words

_WIDEST = 80
"""The widest that entries are set, in cells."""

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
    page = ListPage(_WIDEST, setting)
    start = max(0, min(menu.chosen - page.rows // 2, len(menu.choices) - page.rows))
    rows = [
        _entry(choice, number == menu.chosen, page.room, setting)
        for number, choice in enumerate(menu.choices[start : start + page.rows], start)
    ] or [(cut_run(f"  {menu.nothing}", "menu.detail", page.room, setting),)]
    return page.fill(menu.query, menu.prompt, rows, menu.hint)


_NUMBER = re.compile(r"(^ *\d+  )")
"""Of a slide: it stays before its title, whichever way that runs."""


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
        *((part, "menu.label") for part in _NUMBER.split(label)),
        (" " * gap, ""),
        (detail, "menu.detail"),
        ("  ", ""),
    ]
    line = tuple(
        run
        for text, own in cells
        if text
        for run in as_seen((Run(text, style or own, ruler.width(text)),), setting)
    )
    return line if room >= 4 else (cut_run(choice.label, style or "menu.label", room, setting),)


def choices(
    actions: Iterable[Action],
    slides: Sequence[Slide],
    themes: Iterable[str],
    words: Words,
    setting: PageOptions,
) -> Iterator[Choice]:
    """All of it in this order; a choice's value is a `Action`, a slide's index, a theme's name."""
    for action in actions:
        if action.palette:
            keys = "  ".join(key_name(key, words) for key in action.keys)
            yield Choice(words(f"keys.command.{action.name}"), keys, action)
    places = len(str(len(slides)))
    for index, slide in enumerate(slides):
        title = on_one_line(slide.title) or words("stage.palette.untitled")
        number = f"{index + 1:>{places}}"
        part = part_label(slide.part, setting.words)
        yield Choice(f"{number}  {title}", part, index, index + 1, part)
    for name in themes:
        yield Choice(words("stage.theme", name=name), "", name)


class PaletteScreen(FilterScreen[Choice]):
    """A list, an entry a row; gives the one to do."""

    KEYS: ClassVar[Mapping[str, str]] = {**FilterScreen.KEYS, **LIST_KEYS}

    def __init__(
        self,
        choices: Sequence[Choice],
        words: Words,
        setting: PageOptions,
        palette: Palette,
    ) -> None:
        super().__init__(PageView(palette, self._page, ruler=setting.ruler))
        self._all = choices
        self._words = words
        self._setting = setting
        self._matching: Sequence[Choice] = choices

    def _page(self, width: int, height: int) -> Page:
        """The query and what matches it.

        The terminal's cursor is put where typing goes on: input methods open their window there.
        """
        setting = replace(self._setting, width=width, height=height)
        texts = (self._words(f"stage.palette.{name}") for name in ("prompt", "none", "hint"))
        menu = Menu(self._matching, self.chosen, self.asked, *texts)
        page, column, row = menu_page(menu, setting)
        self.app.cursor_position = Offset(column, row)
        return page

    @property
    def count(self) -> int:
        """How many entries match."""
        return len(self._matching)

    def narrow(self) -> None:
        """The entries that match; the first is chosen."""
        self._matching = narrow(self._all, self.asked)
        self.chosen = 0

    def result(self) -> Choice:
        """The chosen entry."""
        return self._matching[self.chosen]
