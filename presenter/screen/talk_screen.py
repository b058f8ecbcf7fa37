"""The screen of whatever moves a talk: its keys and mouse, and slides' numbers as typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, cast

from textual import events

from presenter.screen.commands import Command, key_table
from presenter.screen.page_screen import PageScreen
from presenter.screen.page_view import PageView

_DIGITS = frozenset("0123456789")
_MOST_DIGITS = 6


class TalkApp(Protocol):
    """What such a screen asks of its app."""

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1."""

    def paint(self) -> None:
        """Show where the talk is."""

    async def run_action(self, action: str) -> Any:
        """Do a command."""


class TalkScreen(PageScreen[None]):
    """Turns keys, digits and clicks into the app's actions."""

    typed = ""
    """The digits typed so far."""

    def __init__(self, view: PageView, commands: Iterable[Command]) -> None:
        """`commands` are those that keys give."""
        super().__init__(view)
        self._keys = key_table(commands)

    @property
    def talk_app(self) -> TalkApp:
        """The app."""
        return cast("TalkApp", self.app)

    async def press(self, names: Sequence[str], text: str) -> None:  # noqa: ARG002
        """Type a slide's number, end it, or do what a key commands."""
        digit = next((name for name in names if name in _DIGITS), None)
        if digit is not None:
            self._type((self.typed + digit)[:_MOST_DIGITS])
            return
        if self.typed:
            number = int(self.typed)
            self._type(self.typed[:-1] if "backspace" in names else "")
            if "enter" in names or "G" in names:
                self.talk_app.go_to_number(number)
                return
            if "backspace" in names or "escape" in names:
                return
        action = next((self._keys[name] for name in names if name in self._keys), None)
        if action is not None:
            await self.talk_app.run_action(action)

    def _type(self, digits: str) -> None:
        self.typed = digits
        self.talk_app.paint()

    async def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        await self.rolled(event, 1)

    async def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        await self.rolled(event, -1)

    async def on_click(self, event: events.Click) -> None:
        """A button."""
        event.stop()
        await self.clicked(event)

    # Textual calls the handlers above for every class of a screen's; these can be overridden.

    async def rolled(self, event: events.MouseEvent, by: int) -> None:  # noqa: ARG002
        """Down on, up back."""
        await self.talk_app.run_action("next" if by > 0 else "previous")

    async def clicked(self, event: events.Click) -> None:
        """The left button on, the right one back."""
        if event.button in (1, 3):
            await self.talk_app.run_action("next" if event.button == 1 else "previous")


__all__ = ["TalkScreen"]
