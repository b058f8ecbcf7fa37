"""The screen that shows the slides: its keys, its mouse, and numbers as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import BindingType

from presenter.screen.commands import COMMANDS, ascii_of, bindings
from presenter.screen.page_screen import PageScreen

if TYPE_CHECKING:
    from presenter.stage.app import Stage

_MOST_DIGITS = 6


class SlideScreen(PageScreen[None]):
    """Turns keys and clicks into the stage's actions."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(COMMANDS))

    typed = ""
    """The digits typed so far."""

    @property
    def stage(self) -> Stage:
        """The app."""
        return cast("Stage", self.app)

    def on_key(self, event: events.Key) -> None:
        """Read a slide's number; all else goes on to the bindings."""
        digit = ascii_of(event.character or "")
        if digit.isdecimal() and digit.isascii():
            event.stop()
            if not self.stage.show_slide():
                self._type((self.typed + digit)[:_MOST_DIGITS])
        elif self.typed:
            number = int(self.typed)
            if event.key == "backspace":
                self._type(self.typed[:-1])
            else:
                self._type("")
            if event.key == "enter" or ascii_of(event.character or "") == "G":
                self.stage.go_to_number(number)
            elif event.key not in ("backspace", "escape"):
                return
            event.stop()

    def _type(self, digits: str) -> None:
        self.typed = digits
        self.stage.paint()

    async def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """On."""
        event.stop()
        await self.app.run_action("next")

    async def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back."""
        event.stop()
        await self.app.run_action("previous")

    async def on_click(self, event: events.Click) -> None:
        """The left button on, the right one back."""
        event.stop()
        if event.button in (1, 3):
            await self.app.run_action("next" if event.button == 1 else "previous")
