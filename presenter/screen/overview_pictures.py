"""The slides of an overview as pictures: which are wanted, and how they come onto the screen.

It knows no Textual. The overview says which slides it shows and where, and puts what it is given
behind its frames.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from presenter.screen.page_view import Palette
from presenter.screen.surfaces.surface import ScreenArea
from presenter.screen.surfaces.tiles import Tile, Tiles
from presenter.screen.tile_grid import TileGrid, picture_grid
from presenter.typeset.themes import Theme

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer

_BETWEEN = 0.02
"""Seconds between what is sent ahead: a key is never behind more than that."""


class Links(NamedTuple):
    """What the pictures need of whoever has the screen.

    screen: the whole of it, of so many columns and rows; None where pictures cannot be shown.
    share: how much of its height a slide takes. slides: how many the deck has. under: what takes
    away all other pictures. themed: a theme with a ground for slides to lie on.
    """

    write: Callable[[str], object]
    idle: Callable[[], bool]
    later: Callable[[float, Callable[[], object]], object]
    screen: Callable[[int, int], ScreenArea | None]
    share: Callable[[], float]
    slides: Callable[[], int]
    under: Callable[[], str]
    themed: Callable[[Theme], Theme]


class OverviewPictures:
    """While an overview is open. All is to be called in the interface's thread."""

    def __init__(self, links: Links, renderer: Renderer, tiles: Tiles) -> None:
        self._links = links
        self._renderer = renderer
        self._tiles = tiles
        self.repaint: Callable[[], object] = lambda: None
        """Has the overview paint what is new; for it to set."""
        self._grid: TileGrid | None = None
        self._area: ScreenArea | None = None
        """Of the first tile."""
        self._seen: Sequence[int] = ()
        self._near: Sequence[int] = ()
        self._sending = self._closed = False
        self._opening = True

    def grid(self, width: int, height: int) -> TileGrid | None:
        """Where slides stand on a screen of this size; None where they stand as cells."""
        screen = None if self._closed else self._links.screen(width, height)
        if screen is None:
            return None
        cell = screen.width / screen.columns, screen.height / screen.rows
        shape = screen.width, round(screen.height * self._links.share())
        grid = picture_grid(width, height, cell, shape, self._links.slides())
        if grid is not None:
            pixels = int(grid.width * cell[0]), int(grid.height * cell[1])
            self._area = ScreenArea(grid.width, grid.height, *pixels, grid.left, grid.top + 1)
        self._grid = grid
        return grid

    def palette(self, palette: Palette) -> Palette:
        """The looks of an overview whose slides are pictures."""
        theme = self._links.themed(palette.theme)
        return palette if theme is palette.theme else Palette(theme, palette.colors)

    def want(self, seen: Sequence[int], near: Sequence[int]) -> None:
        """These slides are shown in the grid from its first place on; `near` may be next."""
        if self._area is None:
            return
        room = max(0, self._tiles.room(self._area) - len(seen))
        self._seen, self._near = seen, near[:room]
        size = self._area.width, self._area.height
        self._renderer.want_small(size, (*seen, *self._near))
        self._send_soon()

    def is_lost(self, slide: int) -> bool:
        """Whether the slide at this index can only be shown in cells."""
        return self._renderer.is_small_lost(slide)

    def cover(self, torn: Collection[int]) -> str:
        """What goes into the overview's frame behind its cells.

        torn: rows of the screen that were written in it.
        """
        data = self._links.under()
        if not self._closed and self._grid is not None:
            seen = self._wanted(self._seen)
            if self._opening:  # what lies ready is there at once
                self._opening = False
                data += self._tiles.ahead(seen, all_of_them=True)
            data += self._tiles.show(seen, torn)
        return data

    def look_again(self) -> None:
        """Something was drawn, or made ready."""
        if not self._closed:
            self._send_soon()

    def forget(self) -> str:
        """The terminal may have lost pictures. What to write."""
        return self._tiles.hide()

    def farewell(self) -> str:
        """What to write before the terminal is left."""
        return self._tiles.farewell()

    def close(self) -> str:
        """The overview is closed. What goes into the frame that takes its place."""
        self._closed = True
        if self._area is not None:
            self._renderer.want_small((self._area.width, self._area.height), ())
        self._tiles.close()
        return self._tiles.hide()

    def _wanted(self, slides: Sequence[int]) -> list[Tile]:
        """The slides that are seen, in their places; others' places mean nothing."""
        assert self._grid is not None
        assert self._area is not None
        tiles = []
        for place, slide in enumerate(slides):
            if self.is_lost(slide):
                continue
            x, y = self._grid.corner(place)
            drawn = self._renderer.small(slide)
            area = self._area._replace(x=x, y=y)
            tiles.append(Tile(area, drawn.key, drawn.png) if drawn else Tile(area))
        return tiles

    def _send_soon(self) -> None:
        if not self._sending:
            self._sending = True
            self._links.later(_BETWEEN, self._send)

    def _send(self) -> None:
        self._sending = False
        if self._closed or self._grid is None:
            return
        if not self._links.idle():
            self._send_soon()
            return
        seen = self._wanted(self._seen)
        if data := self._tiles.ahead([*seen, *self._wanted(self._near)]):
            self._links.write(data)
            self._send_soon()
        if self._tiles.is_news(seen):
            self.repaint()
