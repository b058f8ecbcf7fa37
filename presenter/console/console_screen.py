"""The console's screen: its keys, and its mouse, which scrolls the notes where it is over them."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from presenter.screen.commands import CONSOLE_COMMANDS
from presenter.screen.page_view import PageView
from presenter.screen.talk_screen import TalkScreen


class ConsoleScreen(TalkScreen):
    """Turns keys and clicks into the console's actions."""

    def __init__(self, view: PageView, over_notes: Callable[[int, int], bool]) -> None:
        """`over_notes` says whether a cell belongs to the notes."""
        super().__init__(view, CONSOLE_COMMANDS)
        self._over_notes = over_notes

    async def rolled(self, event: events.MouseEvent, by: int) -> None:
        """The notes where the pointer is over them, else the talk."""
        if self._over_notes(event.screen_x, event.screen_y):
            await self.talk_app.run_action("notes_down" if by > 0 else "notes_up")
        else:
            await super().rolled(event, by)

    async def clicked(self, event: events.Click) -> None:
        """The talk, but over the notes nothing: who clicks there wants to select or to focus."""
        if not self._over_notes(event.screen_x, event.screen_y):
            await super().clicked(event)


__all__ = ["ConsoleScreen"]
