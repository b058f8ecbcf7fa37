"""The screen of whatever moves a talk: its mouse, and slides' numbers as they are typed."""

from __future__ import annotations

from typing import Any, Protocol, cast

from textual import events

from presenter.screen.commands import ascii_of
from presenter.screen.page_screen import PageScreen

_MOST_DIGITS = 6


class TalkApp(Protocol):
    """What such a screen asks of its app."""

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1."""

    def paint(self) -> None:
        """Show where the talk is."""

    async def run_action(self, action: str) -> Any:
        """Do a command."""


class TalkScreen(PageScreen[None]):
    """Turns digits and clicks into the app's actions; other keys are bound by who uses it."""

    typed = ""
    """The digits typed so far."""

    @property
    def talk_app(self) -> TalkApp:
        """The app."""
        return cast("TalkApp", self.app)

    def on_key(self, event: events.Key) -> None:
        """Read a slide's number; all else goes on to the bindings."""
        digit = ascii_of(event.character or "")
        if digit.isdecimal() and digit.isascii():
            event.stop()
            if not self.talk_app.show_slide():
                self._type((self.typed + digit)[:_MOST_DIGITS])
        elif self.typed:
            number = int(self.typed)
            if event.key == "backspace":
                self._type(self.typed[:-1])
            else:
                self._type("")
            if event.key == "enter" or ascii_of(event.character or "") == "G":
                self.talk_app.go_to_number(number)
            elif event.key not in ("backspace", "escape"):
                return
            event.stop()

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
