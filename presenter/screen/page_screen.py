"""A full screen that shows one page: what slide, help and palette have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from presenter.screen.page_view import PageView

Result = TypeVar("Result")


class PageScreen(Screen[Result], inherit_bindings=False):
    """One page, from edge to edge, with nothing to focus: the app tells the screen every key."""

    KEYS: ClassVar[Mapping[str, str]] = {}
    """The screen's action for each key, by the key's name."""

    AUTO_FOCUS = ""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        """The page."""
        yield self.view

    async def press(self, names: Sequence[str], text: str) -> None:  # noqa: ARG002
        """Do what a key means. `names` are its spellings, `text` is what it prints, if anything."""
        action = next((self.KEYS[name] for name in names if name in self.KEYS), None)
        if action is not None:
            await self.app.run_action(action, self)

    def paste(self, text: str) -> None:
        """Take a paste; a screen without a text to type has no use for it."""
