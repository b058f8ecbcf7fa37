"""Choosing from a list by typing: the screen of the palette and of its like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.geometry import Offset

from presenter.screen.asking_screen import AskingScreen
from presenter.screen.menu import Choice, Menu, menu_page, narrow
from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.typeset import Page, PageOptions


class MenuScreen(AskingScreen[Choice]):
    """A list, an entry a row."""

    KEYS: ClassVar[Mapping[str, str]] = {
        **AskingScreen.KEYS,
        "down": "choose(1)",
        "tab": "choose(1)",
        "up": "choose(-1)",
        "shift+tab": "choose(-1)",
        "pagedown": "choose(10)",
        "pageup": "choose(-10)",
    }

    def __init__(
        self,
        choices: Sequence[Choice],
        texts: tuple[str, str, str],
        setting: PageOptions,
        palette: Palette,
    ) -> None:
        """texts: what to say while nothing is typed, while nothing matches, and at the foot."""
        super().__init__(PageView(palette, self._page))
        self._all = choices
        self._texts = texts
        self._setting = setting
        self._matching: Sequence[Choice] = choices

    def _page(self, width: int, height: int) -> Page:
        """The query and what matches it.

        The terminal's cursor is put where typing goes on: input methods open their window there.
        """
        setting = replace(self._setting, width=width, height=height)
        menu = Menu(self._matching, self.chosen, self.asked, *self._texts)
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
