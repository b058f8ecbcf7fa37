"""Searching titles, text and notes: the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.geometry import Offset

from presenter.screen.looking_screen import LookingScreen
from presenter.screen.scope import Scope
from presenter.screen.search import Hit, Index
from presenter.screen.search_page import Search, search_page
from presenter.typeset import Page

_SLICE, _PAUSE = 0.006, 0.002
"""Seconds for which slides are folded before keys and frames get their turn, and of that turn."""


class SearchScreen(LookingScreen):
    """Slides that say what is typed; gives the index of the one to go to."""

    KEYS: ClassVar[Mapping[str, str]] = {
        **LookingScreen.KEYS,
        "down": "choose(1)",
        "tab": "choose(1)",
        "up": "choose(-1)",
        "shift+tab": "choose(-1)",
        "pagedown": "choose(10)",
        "pageup": "choose(-10)",
    }

    def __init__(self, index: Index, scope: Scope) -> None:
        """`index` finds in the deck of `scope`.

        Where that is secret, notes are searched all the same; such a hit only says that it is one.
        """
        super().__init__(index, scope, self._page)
        self._hits: Sequence[Hit] = ()

    def on_mount(self) -> None:
        """Make the index ready while the first letter is typed."""
        self.set_timer(_PAUSE, self._prepare)

    def _prepare(self) -> None:
        if not self._index.prepare(_SLICE):
            self.set_timer(_PAUSE, self._prepare)

    def _page(self, width: int, height: int) -> Page:
        setting = replace(self._scope.setting, width=width, height=height)
        search = Search(self._hits, self.chosen, self.asked, self._scope.secret)
        page, column, row = search_page(search, self._index.slides, self._index.passage, setting)
        self.app.cursor_position = Offset(column, row)
        return page

    @property
    def found(self) -> Sequence[int]:
        """The slides that say it, the best first."""
        return [hit.slide for hit in self._hits]

    @property
    def count(self) -> int:
        """How many these are."""
        return len(self._hits)

    def narrow(self) -> None:
        """The slides that say it; the first is chosen."""
        self._hits = self._index.find(self.asked)
        self.chosen = 0


__all__ = ["SearchScreen"]
