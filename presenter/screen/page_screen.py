"""A full screen that shows one page: what slide, help and palette have in common."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from presenter.screen.page_view import PageView

Result = TypeVar("Result")


class PageScreen(Screen[Result], inherit_bindings=False):
    """One page, from edge to edge, with nothing to focus: all keys come to the screen itself.

    The default bindings are dropped, as ``tab`` would be taken for moving the focus.
    """

    AUTO_FOCUS = ""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        """The page."""
        yield self.view
