"""Going to a slide that was found, and into its source: the commands of stage and console alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from presenter.deck import Deck
from presenter.screen.podium import PodiumApp
from presenter.screen.scope import Scope
from presenter.words import Words

if TYPE_CHECKING:
    from presenter.screen.looking_screen import LookingScreen
    from presenter.screen.overview_screen import Thumbnails
    from presenter.screen.search import Index


class Finding(PodiumApp):
    """Overview, search and edit."""

    path: Path | None
    words: Words
    _index: Index | None = None
    _thumbnails: Thumbnails | None = None
    _looking: LookingScreen | None = None
    """The overview or search that is open."""

    def scope(self) -> Scope:
        """What there is to find now."""
        raise NotImplementedError

    def go_to_number(self, number: int) -> None:
        """Go to the slide of that number, from 1."""
        raise NotImplementedError

    def show_slide(self) -> bool:
        """End a blank; whether there was one."""
        raise NotImplementedError

    def notice(self, text: str, seconds: float = 4) -> None:
        """Say `text` at the foot for so long."""
        raise NotImplementedError

    def edited(self) -> None:
        """The deck's file may have changed just now."""

    def load_finding(self) -> None:
        """Import now what the first use would wait for."""
        import presenter.screen.overview_screen
        import presenter.screen.search_screen  # noqa: F401

    def _index_of(self, deck: Deck) -> Index:
        """What finds in `deck`, kept for the next time."""
        from presenter.screen.search import Index

        if self._index is None or self._index.slides is not deck.slides:
            self._index = Index(deck.slides)
        return self._index

    async def action_overview(self) -> None:
        """All slides in little."""
        from presenter.screen.overview_screen import OverviewScreen, Thumbnails

        self._thumbnails = self._thumbnails or Thumbnails()
        scope = self.scope()
        index = self._index_of(scope.deck)
        await self._open(OverviewScreen(index, scope, self._thumbnails))

    async def action_search(self) -> None:
        """Slides that say what is typed."""
        from presenter.screen.search_screen import SearchScreen

        scope = self.scope()
        await self._open(SearchScreen(self._index_of(scope.deck), scope))

    async def _open(self, looking: LookingScreen) -> None:
        self._looking = looking
        # Mounted before the next key comes: what is typed ahead is typed into it.
        await self.push_screen(looking, self._go)

    def renew_finding(self) -> None:
        """There is another version of the deck: an open overview or search looks through that."""
        if self._looking is not None:
            scope = self.scope()
            self._looking.renew(self._index_of(scope.deck), scope)

    def _go(self, index: int | None) -> None:
        self._looking = None
        if index == self.scope().here:
            self.show_slide()  # at the step where it is
        elif index is not None:
            self.go_to_number(index + 1)

    def action_edit(self) -> None:
        """The deck in the user's editor, at the line of the slide that is shown."""
        self.run_worker(self._edit(), group="edit", exclusive=True)

    async def _edit(self) -> None:
        from presenter.screen.editor import edit

        if self.path is None:
            self.notice(self.words("edit.no-file"))
            return
        scope = self.scope()
        place = scope.deck.slides[scope.here].place
        fault = await edit(self, self.path, place.line, self.words)
        self.edited()
        if fault:
            self.notice(fault)
