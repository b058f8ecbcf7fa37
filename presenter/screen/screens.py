"""Screens of one page: what all have in common, and the one that shows the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from presenter.screen.actions import Action, key_table
from presenter.screen.page_view import PageView

Result = TypeVar("Result")

_DIGITS = frozenset("0123456789")
_MOST_DIGITS = 6


class PageScreen(Screen[Result], inherit_bindings=False):
    """One page, from edge to edge, with nothing to focus: the app tells the screen every key."""

    KEYS: ClassVar[Mapping[str, str]] = {}
    """The screen's action for each key, by the key's name."""

    AUTO_FOCUS = ""
    BLANK = True
    """The page covers it all: Textual need not paint what lies below."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        """The page."""
        yield self.view

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close it; what was pressed or clicked before that and comes after it does nothing."""
        if not self.is_current:
            return AwaitComplete()
        return super().dismiss(result)

    async def press(self, names: Sequence[str], text: str) -> None:  # noqa: ARG002
        """Do what a key means. `names` are its spellings, `text` is what it prints, if anything."""
        action = next((self.KEYS[name] for name in names if name in self.KEYS), None)
        if action is not None:
            await self.app.run_action(action, self)

    def paste(self, text: str) -> None:
        """Take a paste; a screen without a text to type has no use for it."""


class TalkScreen(PageScreen[None]):
    """Turns keys, digits and clicks into the app's actions."""

    typed = ""
    """The digits typed so far."""

    def __init__(
        self,
        view: PageView,
        actions: Iterable[Action],
        go_to: Callable[[int], object],
        covered: Callable[[], object] = lambda: None,
        typing: Callable[[], object] = lambda: None,
    ) -> None:
        """`actions` are those that keys give; `go_to` goes to the slide of a number, from 1.

        covered: called when another screen opens over this one. typing: when a digit is `typed`.
        """
        super().__init__(view)
        self._covered = covered
        self._typing = typing
        self._seen: Callable[[], object] | None = None
        self._keys = key_table(actions)
        self._go_to = go_to

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
                self._go_to(number)
                return
            if "backspace" in names or "escape" in names:
                return
        action = next((self._keys[name] for name in names if name in self._keys), None)
        if action is not None:
            await self.app.run_action(action)

    def when_seen(self, work: Callable[[], object]) -> None:
        """Have `work` done once the first page is on screen, or another screen over it."""
        self._seen = work
        self.app.call_after_refresh(self._is_seen)

    def _is_seen(self) -> None:
        work, self._seen = self._seen, None
        if work is not None:
            work()

    def on_screen_suspend(self) -> None:
        """Another screen is opened over it."""
        self._covered()
        # Textual leaves for later what was to follow the refresh of a screen that is covered.
        self._is_seen()

    def _type(self, digits: str) -> None:
        self.typed = digits
        self.view.update()
        self._typing()

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
        await self.app.run_action("next" if by > 0 else "previous")

    async def clicked(self, event: events.Click) -> None:
        """The left button on, the right one back."""
        if event.button in (1, 3):
            await self.app.run_action("next" if event.button == 1 else "previous")
