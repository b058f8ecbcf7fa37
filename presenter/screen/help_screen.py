"""The help, over whatever is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from presenter.screen.commands import COMMANDS, Command, fullwidth
from presenter.screen.help import help_pages
from presenter.screen.page_screen import PageScreen
from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.typeset import Page, Setting
from presenter.words import Words


def _keys(*names: str) -> str:
    keys = [key for command in COMMANDS if command.name in names for key in command.keys]
    return ",".join(each for key in keys for each in (key, *fullwidth(key)) if key != "ctrl+c")


class HelpScreen(PageScreen[None]):
    """Leafed through by the keys that move a talk; its own key, escape and ``q`` close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_keys("next", "next_slide"), "leaf(1)"),
        Binding(_keys("previous", "previous_slide"), "leaf(-1)"),
        Binding(_keys("help", "close", "quit"), "close"),
    ]

    def __init__(
        self, commands: Sequence[Command], words: Words, setting: Setting, palette: Palette
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
