"""The slides of an overview as pictures: which are wanted, and how they come onto the screen.

It knows no Textual. The overview says which slides it shows and where, and puts what it is given
behind its frames.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from presenter.screen.app_links import IdleSender, Links
from presenter.screen.colors import ColorSystem, as_shown
from presenter.screen.page_view import Palette
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.kitty import KittyMemory
from presenter.screen.surfaces.surface import ScreenArea
from presenter.screen.surfaces.tiles import Tile, Tiles, tiles_for
from presenter.screen.surfaces.tmux import HOLD, RELEASE
from presenter.screen.tile_grid import CARD, GROUND, TileGrid, picture_grid, with_ground
from presenter.typeset.themes import Theme

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer

_BETWEEN = 0.02
"""Seconds between what is sent ahead."""


class Around(NamedTuple):
    """What the pictures need to know of what they are shown on.

    screen: the whole of it, of so many columns and rows; None where pictures cannot be shown.
    shape: any two numbers like a slide's width and height on that screen. slides: how many the
    deck has. under: what takes away all other pictures. themes: of the overview; of the slides, if
    it is another. memory: the terminal's.
    """

    screen: Callable[[int, int], ScreenArea | None]
    shape: Callable[[ScreenArea], tuple[int, int]]
    slides: Callable[[], int]
    under: Callable[[], str]
    themes: Callable[[], tuple[Theme, Theme | None]]
    memory: KittyMemory


class OverviewPictures:
    """While an overview is open. All is to be called in the interface's thread."""

    def __init__(
        self,
        links: Links,
        around: Around,
        renderer: Renderer,
        capabilities: Capabilities,
        color_system: ColorSystem | None = "truecolor",
    ) -> None:
        """`color_system`: of the cells.

        The terminal of these `capabilities` shows more than cells.
        """
        self._around = around
        self._renderer = renderer
        self._color_system = color_system
        tiles = tiles_for(
            capabilities, self.colors, lambda: links.anywhere(self.look_again), around.memory
        )
        assert tiles is not None
        self._tiles: Tiles = tiles
        self._sender = IdleSender(links, _BETWEEN, self._more)
        self._around_frames = links.around if capabilities.protocol == "placeholders" else None
        self.repaint: Callable[[], object] = lambda: None
        """Has the overview paint what is new; for it to set."""
        self._grid: TileGrid | None = None
        self._area: ScreenArea | None = None
        """Of the first tile."""
        self._seen: Sequence[int] = ()
        self._near: Sequence[int] = ()
        self.is_closed = False
        self._opening = True

    def colors(self) -> tuple[str, str]:
        """Of a slide, and of what slides in little lie on, as the terminal shows it."""
        theme = self._theme()
        card, around = theme.style(CARD).background, theme.style(GROUND).background
        return card or "#000000", as_shown(around or "#000000", self._color_system)

    def grid(self, width: int, height: int) -> TileGrid | None:
        """Where slides stand on a screen of this size; None where they stand as cells."""
        screen = None if self.is_closed else self._around.screen(width, height)
        if screen is None:
            return None
        cell = screen.width / screen.columns, screen.height / screen.rows
        around = self._around
        grid = picture_grid(width, height, cell, around.shape(screen), around.slides())
        if grid is not None:
            pixels = int(grid.width * cell[0]), int(grid.height * cell[1])
            self._area = ScreenArea(grid.width, grid.height, *pixels, grid.left, grid.top + 1)
        self._grid = grid
        return grid

    def palette(self, palette: Palette) -> Palette:
        """The looks of an overview whose slides are pictures."""
        return Palette(self._theme(), palette.colors)

    def _theme(self) -> Theme:
        own, slides = self._around.themes()
        return with_ground(own, slides, truecolor=self._color_system == "truecolor")

    def want(self, seen: Sequence[int], near: Sequence[int]) -> None:
        """These slides are shown in the grid from its first place on; `near` may be next."""
        if self._area is None:
            return
        room = max(0, self._tiles.room(self._area) - len(seen))
        self._seen, self._near = seen, near[:room]
        size = self._area.width, self._area.height
        self._renderer.want_small(size, (*seen, *self._near))
        self._sender.soon()

    def is_lost(self, slide: int) -> bool:
        """Whether the slide at this index can only be shown in cells."""
        return self._renderer.is_small_lost(slide)

    def cover(self, torn: Collection[int]) -> str:
        """What goes into the overview's frame behind its cells.

        torn: rows of the screen that were written in it.
        """
        data = self._around.under()
        if not self.is_closed and self._grid is not None:
            seen = self._wanted(self._seen)
            if self._opening:  # what lies ready is there at once
                self._opening = False
                data += self._tiles.ahead(seen, all_of_them=True)
            elif self._around_frames is not None:
                # kitty that is held before it has painted the last frame paints it without pictures
                # (0.41, screen_render_line_graphics).
                self._around_frames("", "")
            data += self._tiles.show(seen, torn)
        return data

    def look_again(self) -> None:
        """Something was drawn, or made ready."""
        if not self.is_closed:
            self._sender.soon()

    def forget(self) -> str:
        """The terminal may have lost pictures. What to write."""
        return self._tiles.hide()

    def farewell(self) -> str:
        """What to write before the terminal is left."""
        return self._tiles.farewell()

    def close(self) -> str:
        """The overview is closed. What goes into the frame that takes its place."""
        self.is_closed = True
        if self._area is not None:
            self._renderer.want_small((self._area.width, self._area.height), ())
        self._tiles.close()
        if self._around_frames is not None:
            self._around_frames(HOLD, RELEASE)
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

    def _more(self) -> str:
        if self.is_closed or self._grid is None:
            return ""
        seen = self._wanted(self._seen)
        data = self._tiles.ahead([*seen, *self._wanted(self._near)])
        if self._tiles.is_news(seen):
            self.repaint()
        return data
