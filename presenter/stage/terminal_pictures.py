"""The slides' pictures on the terminal as it is: made for its size and its protocol, and given up
where cells are shown. Those that are wanted again before that are taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from presenter.screen.app_links import Links
from presenter.screen.surfaces.choice import surface_for
from presenter.screen.surfaces.kitty import KittyMemory
from presenter.screen.surfaces.surface import ScreenArea
from presenter.stage.picture_terminal import PictureTerminal
from presenter.stage.window_edges import WindowEdges

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer
    from presenter.stage.slide_pictures import SlidePictures


class TerminalPictures:
    """All is to be called in the interface's thread."""

    def __init__(
        self,
        links: Links,
        terminal: PictureTerminal,
        drawing: Callable[[], Renderer],
        ready: Callable[[], object],
    ) -> None:
        """`drawing`: gives what draws. ready: called there when one was made ready."""
        self._links, self._terminal = links, terminal
        self._drawing, self._ready = drawing, ready
        self.now: SlidePictures | None = None
        """Those that are shown, or wait to be."""
        self.area: ScreenArea | None = None
        """Theirs."""
        self.memory = KittyMemory()
        self.edges = WindowEdges()
        self._protocol = ""
        self._given_up: tuple[SlidePictures, ScreenArea, str] | None = None
        """Pictures, their area and protocol. They go in the frame that shows cells: before it, what
        was below them would be seen.
        """

    @property
    def suits(self) -> bool:
        """Whether there are any, and the terminal shows none in a better way."""
        return self.now is not None and self._protocol == self._terminal.capabilities.protocol

    def make(self, area: ScreenArea) -> bool:
        """Have some in `area`, where there are none; whether it can be."""
        protocol = self._terminal.capabilities.protocol
        pictures = self._taken_back(area, protocol) or self._made(area)
        if pictures is None:
            return False
        self.now, self.area, self._protocol = pictures, area, protocol
        if protocol == "placeholders":
            from presenter.screen.surfaces.tmux import HOLD, RELEASE

            self._links.around(HOLD, RELEASE)
        return True

    def _taken_back(self, area: ScreenArea, protocol: str) -> SlidePictures | None:
        """Those that were given up and stand on the terminal still, if they are like that."""
        if self._given_up is None or self._given_up[1:] != (area, protocol):
            return None
        (pictures, *_), self._given_up = self._given_up, None
        return pictures

    def _made(self, area: ScreenArea) -> SlidePictures | None:
        from presenter.stage.slide_pictures import SlidePictures

        anywhere = self._links.anywhere
        surface = surface_for(
            self._terminal.capabilities, area, lambda _key: anywhere(self._ready), self.memory
        )
        if surface is None:
            return None
        self._links.write(self.take_gone())
        return SlidePictures(surface, self._drawing())

    def resized(self, area: ScreenArea) -> str:
        """They are in another area from now on. What to write."""
        self.area = area
        return self.now.resized(area) if self.now is not None else ""

    def give_up(self) -> None:
        """Have none, from the next frame on."""
        if self.now is not None and self.area is not None:
            self._links.around("", "")
            self._given_up = self.now, self.area, self._protocol
            self.now, self.area = None, None

    def take_gone(self) -> str:
        """What goes into the frame that shows cells, to take those away that were given up."""
        if self._given_up is None:
            return ""
        (pictures, area, _), self._given_up = self._given_up, None
        pictures.close()
        return pictures.hide() + pictures.resized(area) + self.edges.plain()

    def close(self) -> None:
        """Show no more."""
        for pictures in (self.now, self._given_up and self._given_up[0]):
            if pictures is not None:
                pictures.close()
