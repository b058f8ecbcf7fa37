"""Choosing one of the deck's slides: what overview and search have in common."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.screen.asking_screen import AskingScreen
from presenter.screen.page_view import Maker, PageView
from presenter.screen.scope import Scope
from presenter.screen.search import Index
from presenter.talk.matching import Matching


class LookingScreen(AskingScreen[int]):
    """Gives the index of the slide to go to."""

    def __init__(self, index: Index, scope: Scope, make: Maker) -> None:
        """`index` finds in the deck of `scope`; `make` makes the page."""
        super().__init__(PageView(scope.palette, make))
        self._index = index
        self._scope = scope

    @property
    def found(self) -> Sequence[int]:
        """The indexes of the slides that match, in the order in which they are shown."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many slides match."""
        return len(self.found)

    def result(self) -> int:
        """The chosen slide."""
        return self.found[self.chosen]

    def renew(self, index: Index, scope: Scope) -> None:
        """Look through another version of the deck; what was chosen stays so if it is found."""
        chosen = self.result() if self.count else None
        before, after = self._scope.deck.slides, scope.deck.slides
        self._index, self._scope = index, scope
        self.narrow()
        if chosen is not None:
            now = Matching(before, after).nearest(chosen)
            found = (position for position, slide in enumerate(self.found) if slide == now)
            self.chosen = next(found, self.chosen)
        self.view.update()


__all__ = ["LookingScreen"]
