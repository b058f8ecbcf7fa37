"""The console's screen: its keys, and its mouse, which scrolls the notes where it is over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from presenter.screen.commands import CONSOLE_COMMANDS, bindings
from presenter.screen.page_view import PageView
from presenter.screen.talk_screen import TalkScreen


class ConsoleScreen(TalkScreen):
    """Turns keys and clicks into the console's actions."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CONSOLE_COMMANDS))

    def __init__(self, view: PageView, over_notes: Callable[[int, int], bool]) -> None:
        """`over_notes` says whether a cell belongs to the notes."""
        super().__init__(view)
        self._over_notes = over_notes

    async def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The notes down, or the talk on."""
        await self._roll(event, "notes_down", "next")

    async def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The notes up, or the talk back."""
        await self._roll(event, "notes_up", "previous")

    async def on_click(self, event: events.Click) -> None:
        """Over the slides the left button on, the right one back; elsewhere nothing."""
        if self._over_notes(event.x, event.y):
            event.stop()
        else:
            await super().on_click(event)

    async def _roll(self, event: events.MouseEvent, notes: str, talk: str) -> None:
        event.stop()
        over = self._over_notes(event.x, event.y)
        await self.talk_app.run_action(notes if over else talk)


__all__ = ["ConsoleScreen"]
