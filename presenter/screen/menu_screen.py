"""Choosing from a list by typing: the screen of the palette and of its like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset

from presenter.screen.menu import Choice, Menu, menu_page, narrow
from presenter.screen.page_screen import PageScreen
from presenter.screen.page_view import PageView
from presenter.screen.styles import Palette
from presenter.typeset import Page, Setting
from presenter.typeset.width import graphemes

_FAR = 1_000_000


class MenuScreen(PageScreen[Choice]):
    """Typing narrows; arrows choose; enter takes; escape leaves with None.

    Letters, digits and signs are all text here, so only keys that print nothing command.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab,ctrl+n", "choose(1)"),
        Binding("up,shift+tab,ctrl+p", "choose(-1)"),
        Binding("pagedown", "choose(10)"),
        Binding("pageup", "choose(-10)"),
        Binding("home", f"choose({-_FAR})"),
        Binding("end", f"choose({_FAR})"),
        Binding("enter", "take"),
        Binding("escape", "leave"),
        Binding("backspace", "erase"),
        Binding("ctrl+u", "erase_all"),
    ]

    def __init__(
        self,
        choices: Sequence[Choice],
        texts: tuple[str, str, str],
        setting: Setting,
        palette: Palette,
    ) -> None:
        """texts: what to say while nothing is typed, while nothing matches, and at the foot."""
        super().__init__(PageView(palette, self._page))
        self._all = choices
        self._texts = texts
        self._setting = setting
        self._query = ""
        self._matching: Sequence[Choice] = choices
        self._chosen = 0

    def _page(self, width: int, height: int) -> Page:
        """The query and what matches it.

        The terminal's cursor is put where typing goes on: input methods open their window there.
        """
        setting = replace(self._setting, width=width, height=height)
        menu = Menu(self._matching, self._chosen, self._query, *self._texts)
        page, column, row = menu_page(menu, setting)
        self.app.cursor_position = Offset(column, row)
        return page

    def on_key(self, event: events.Key) -> None:
        """Take text into the query."""
        if event.character and event.is_printable:
            event.stop()
            self._ask(self._query + event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what is pasted into the query."""
        event.stop()
        self._ask(self._query + "".join(event.text.splitlines()[:1]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """On."""
        event.stop()
        self.action_choose(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back."""
        event.stop()
        self.action_choose(-1)

    def _ask(self, query: str) -> None:
        self._query = query
        self._matching = narrow(self._all, query)
        self._chosen = 0
        self.view.update()

    def action_choose(self, by: int) -> None:
        """Another entry, `by` further down, held at the ends."""
        self._chosen = max(0, min(self._chosen + by, len(self._matching) - 1))
        self.view.update()

    def action_take(self) -> None:
        """The chosen entry, if there is one."""
        if self._matching:
            self.dismiss(self._matching[self._chosen])

    def action_leave(self) -> None:
        """Nothing."""
        self.dismiss(None)

    def action_erase(self) -> None:
        """The last character away."""
        self._ask("".join(graphemes(self._query)[:-1]))

    def action_erase_all(self) -> None:
        """All characters away."""
        self._ask("")
