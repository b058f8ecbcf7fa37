"""The help, over whatever is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from presenter.screen.commands import STAGE_COMMANDS, Command, key_table
from presenter.screen.help import help_pages
from presenter.screen.page_screen import PageScreen
from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.typeset import Page, PageOptions
from presenter.words import Words

_ACTIONS = {
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
        key: _ACTIONS[name] for key, name in key_table(STAGE_COMMANDS).items() if name in _ACTIONS
    }

    def __init__(
        self, commands: Sequence[Command], words: Words, setting: PageOptions, palette: Palette
    ) -> None:
        """`setting` gives the rules; the size is the screen's own."""
        super().__init__(PageView(palette, self._page))
        self._commands = commands
        self._words = words
        self._setting = setting
        self._at = 0

    def _page(self, width: int, height: int) -> Page:
        """The page of the help that is open."""
        setting = replace(self._setting, width=width, height=height)
        pages = help_pages(self._commands, self._words, setting)
        self._at = max(0, min(self._at, len(pages) - 1))
        return pages[self._at]

    def action_leaf(self, by: int) -> None:
        """On or back by `by` pages, held at the ends."""
        self._at += by
        self.view.update()

    def action_close(self) -> None:
        """Back to the slide."""
        self.dismiss(None)
