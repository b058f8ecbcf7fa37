"""A place on the console's screen for the picture of one slide; it knows no Textual."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from presenter.screen.picture_place import PicturePlace, Shown
from presenter.screen.surfaces import surface as surfaces
from presenter.screen.surfaces.asking import Asking
from presenter.screen.surfaces.choice import surface_for
from presenter.screen.surfaces.kitty import KittyMemory
from presenter.typeset import Stop

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer

Place = tuple[int, Stop]
"""A slide's index, and where the talk rests in it."""


class PictureSlot:
    """Sends a picture, shows it, hides it. Every text that comes out is for the terminal."""

    def __init__(self, number: int, ready: Callable[[object], object], memory: KittyMemory) -> None:
        """`number`: which of the screen's slots it is. `ready`: called in a thread of a surface."""
        self._number = number
        self._ready = ready
        self._memory = memory
        self._place: PicturePlace | None = None
        self._area: surfaces.ScreenArea | None = None
        self.shown = Shown.CELLS
        """What is to be shown."""

    @property
    def patience(self) -> float:
        """Seconds for which the picture before may stay yet."""
        return self._place.patience if self._place is not None else 0

    def want(
        self, asking: Asking, area: surfaces.ScreenArea, place: Place, renderer: Renderer
    ) -> str:
        """Have the picture of that place shown in `area`, once it is ready. What to write."""
        data = ""
        if self._place is None:
            surface = surface_for(
                asking.capabilities, area, self._ready, self._memory, self._number
            )
            assert surface is not None
            self._place = PicturePlace(surface)
        elif area != self._area:
            data = self._place.surface.resized(area)
        self._area = area
        drawn = renderer.picture(*place)
        while more := self._place.send(drawn):
            data += more
        self.shown = self._place.want(place, drawn, is_lost=renderer.is_lost(place[0]))
        return data

    def lose(self) -> str:
        """Terminals look that have not what was sent. What to write."""
        if self._place is None or self._area is None:
            return ""
        return self._place.surface.resized(self._area)

    def renew(self) -> None:
        """The slides look otherwise from now on."""
        if self._place is not None:
            self._place.renew()

    def clear(self) -> None:
        """Show none in the next frame."""
        self.shown = Shown.CELLS

    def cover(self, torn: Collection[int], over: surfaces.Over) -> str:
        """What goes behind the cells of a frame; see `Surface.show`."""
        if self._place is None or self._area is None:
            return ""
        if self.shown is Shown.CELLS:
            return self._place.hide()
        rows = range(self._area.y, self._area.y + self._area.rows)
        return self._place.show(
            {row - rows[0] for row in torn if row in rows},
            surfaces.clipped(over, self._area),
        )

    def hide(self) -> str:
        """What takes it away for now."""
        return self._place.hide() if self._place is not None else ""

    def farewell(self) -> str:
        """What makes the terminal forget it."""
        return self._place.surface.farewell() if self._place is not None else ""

    def close(self) -> None:
        """Make nothing ready any more."""
        if self._place is not None:
            self._place.surface.close()
