"""The overview: every slide in little, to choose one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from presenter.deck import Deck
from presenter.screen.looking_screen import LookingScreen
from presenter.screen.overview import Grid, Overview, Thumbnail, grid_for, overview_page
from presenter.screen.scope import Scope
from presenter.screen.search import Index
from presenter.typeset import Page, PageOptions, set_slide
from presenter.typeset.thumbnail import thumbnail

_AT_ONCE = 0.002
"""Seconds for which slides are set before a key's frame is shown."""

_SLICE = 0.006
"""Seconds for which slides are set before keys and frames get their turn."""

_PAUSE = 0.002
"""Seconds of that turn."""


class Thumbnails:
    """Slides in little, each set once; another deck, rule or size begins anew."""

    def __init__(self) -> None:
        self._made: dict[int, Thumbnail] = {}
        self._deck: Deck | None = None
        self._what: tuple[PageOptions, int, int] | None = None

    def use(self, deck: Deck, setting: PageOptions, grid: Grid) -> None:
        """Slides of `deck`, set under `setting`, as large as in `grid` from now on."""
        what = (setting, grid.width, grid.height)
        if deck is not self._deck or what != self._what:
            self._deck, self._what = deck, what
            self._made.clear()

    def get(self, index: int) -> Thumbnail | None:
        """The slide at this index, if it is made."""
        return self._made.get(index)

    def make(self, indexes: Sequence[int], seconds: float) -> bool:
        """Make those that are missing, for at most about so long; whether none is missing then."""
        end = monotonic() + seconds
        for index in indexes:
            if index not in self._made:
                if monotonic() >= end:
                    return False
                self._made[index] = self._make(index)
        return True

    def _make(self, index: int) -> Thumbnail:
        assert self._deck is not None
        assert self._what is not None
        setting, width, height = self._what
        if height < 1 or width < 2:
            return ()
        made = set_slide(self._deck, index, setting)
        return thumbnail(made.page(made.stops[0]), width, height, setting.ruler)


class OverviewScreen(LookingScreen):
    """A grid of slides; gives the index of the one to go to."""

    KEYS: ClassVar[Mapping[str, str]] = {
        **LookingScreen.KEYS,
        "right": "choose(1)",
        "left": "choose(-1)",
        "down": "rows(1)",
        "up": "rows(-1)",
        "pagedown": "screens(1)",
        "pageup": "screens(-1)",
        "tab": "leave",
    }

    def __init__(self, index: Index, scope: Scope, thumbnails: Thumbnails) -> None:
        """`index` finds in the deck of `scope`; `thumbnails` are kept by whoever asks."""
        super().__init__(index, scope, self._page)
        self._thumbnails = thumbnails
        self._found: Sequence[int] = range(len(scope.deck.slides))
        self._top = 0
        self._timer: Timer | None = None
        self.chosen = scope.here

    def _page(self, width: int, height: int) -> Page:
        """The grid, with what is made of it by now; the rest follows."""
        grid = grid_for(width, height)
        pages = self._scope.size or (width, height)
        setting = replace(self._scope.setting, reveal=False, width=pages[0], height=pages[1])
        self._thumbnails.use(self._scope.deck, setting, grid)
        self._show_chosen(grid)
        seen, near = self._wanted(grid)
        self._thumbnails.make(seen, _AT_ONCE)
        self._go_on((*seen, *near))
        setting = replace(setting, width=width, height=height)
        shown = Overview(self._found, self.chosen, self._top, self._scope.here, self.asked)
        page, column, row = overview_page(
            shown, self._scope.deck.slides, self._thumbnails.get, setting
        )
        self.app.cursor_position = Offset(column, row)
        return page

    def _show_chosen(self, grid: Grid) -> None:
        """Scroll as little as needed to see the chosen slide, and leave no room unused."""
        row = self.chosen // grid.columns
        last = -(-len(self._found) // grid.columns) - grid.rows
        self._top = max(0, min(max(self._top, row - grid.rows + 1), row, last))

    def _wanted(self, grid: Grid) -> tuple[Sequence[int], Sequence[int]]:
        """The slides that are seen, and those that a key can show next."""
        found, first, screen = self._found, self._top * grid.columns, grid.screenful
        end = first + screen
        return found[first:end], (
            *found[end : end + screen],
            *found[max(0, first - screen) : first],
        )

    def _go_on(self, wanted: Sequence[int]) -> None:
        """Make what is missing, and the index, a little later: keys and frames get their turn."""
        ready = self._thumbnails.make(wanted, 0) and self._index.prepare(0)
        if self._timer is None and not ready:
            self._timer = self.set_timer(_PAUSE, self._make_more)

    def _make_more(self) -> None:
        self._timer = None
        seen, near = self._wanted(grid_for(*self.view.size))
        if not self._thumbnails.make(seen, 0):
            self.view.update()
        else:
            if self._thumbnails.make(near, _SLICE):
                self._index.prepare(_SLICE)
            self._go_on(near)

    @property
    def found(self) -> Sequence[int]:
        """All slides, or those that match."""
        return self._found

    def narrow(self) -> None:
        """The slides that match; all while nothing is typed, and the one shown is chosen."""
        slides = range(len(self._scope.deck.slides))
        asked = self.asked.strip()
        hits = self._index.find(asked, notes=False) if asked else ()
        self._found = [hit.slide for hit in hits] if asked else slides
        self.chosen = 0 if asked else self._scope.here

    def scroll(self, by: int) -> None:
        """A row of slides."""
        self.action_rows(by)

    def action_rows(self, by: int) -> None:
        """The slide below or above; at the last row the last slide."""
        columns = grid_for(*self.view.size).columns
        if by > 0 and self.chosen // columns == (self.count - 1) // columns:
            return
        if by < 0 and self.chosen < columns:
            return
        self.action_choose(by * columns)

    def action_screens(self, by: int) -> None:
        """As many rows on or back as are seen at once."""
        self.action_choose(by * grid_for(*self.view.size).screenful)

    def on_click(self, event: events.Click) -> None:
        """Go to the slide under the pointer."""
        event.stop()
        grid = grid_for(*self.view.size)
        at = grid.at(event.screen_x, event.screen_y)
        position = self._top * grid.columns + (-1 if at is None else at)
        if at is not None and position < self.count:
            self.chosen = position
            self.action_take()


__all__ = ["OverviewScreen", "Thumbnails"]
