"""Slides as pictures: what is to stand on the screen now, cells or which picture.

It knows no Textual. The app asks for what a place shows, paints cells or leaves room for a picture,
and writes what it is given; the renderer draws in a thread of its own, and the surface knows the
terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from time import monotonic

from presenter.deck import Deck
from presenter.render.renderer import Renderer, order
from presenter.render.stops import PictureLook
from presenter.screen.picture_place import PicturePlace, Shown
from presenter.screen.surfaces.surface import Over, ScreenArea, Surface
from presenter.typeset import Stop
from presenter.typeset.themes import Theme


class SlidePictures:
    """The pictures of the slides of one deck at a time, on one surface.

    All is to be called in the interface's thread.
    """

    def __init__(
        self, surface: Surface, renderer: Renderer, now: Callable[[], float] = monotonic
    ) -> None:
        """`renderer` is for the caller to close."""
        self._surface = surface
        self._place = PicturePlace(surface, now)
        self._renderer = renderer
        self._slides = 0
        self._wanted = (0, Stop(0, 0, 0))
        self._theme: Theme | None = None
        self._seen: Theme | None = None
        """Of the picture that is shown."""
        self.stays_below = True
        """Whether what was there may stay below the picture. Not where it would be seen: while the
        terminal has lost the picture, or paints all anew for another theme.
        """

    def use(self, deck: Deck, look: PictureLook) -> None:
        """Show the slides of `deck` so from now on; what is shown stays until there is better."""
        self._slides, self._theme = len(deck.slides), look.theme
        self._place.renew()
        self._renderer.use(deck, look)

    def resized(self, area: ScreenArea) -> str:
        """The pictures' place is another. What to write."""
        return self._place.resized(area)

    def stops_of(self, slide: int) -> Sequence[Stop]:
        """Where the talk rests in the slide at this index; none if it can only be cells."""
        return () if self._renderer.is_lost(slide) else self._renderer.stops(slide)

    def is_known(self, slide: int) -> bool:
        """Whether `stops_of` that slide is the truth, not what it most likely is."""
        return self._renderer.is_known(slide)

    def want(self, slide: int, stop: Stop) -> Shown:
        """The slide at this index is to be shown at `stop`: what is shown of it now.

        What is near it is drawn once this is on its way: see `send_ahead`.
        """
        self._wanted = slide, stop
        drawn = self._renderer.picture(slide, stop)
        if drawn is None:
            self._renderer.want(slide, stop.step)
        is_lost = self._renderer.is_lost(slide)
        shown = self._place.want((slide, stop), drawn, is_lost=is_lost)
        is_new = shown is Shown.PICTURE and self._seen not in (None, self._theme)
        if is_new or self._place.is_bare:
            self.stays_below = False
        if shown is Shown.PICTURE:
            self._seen = self._theme
        return shown

    @property
    def is_news(self) -> bool:
        """Whether the wanted picture is drawn and not shown, nor sent and awaited."""
        drawn = self._renderer.picture(*self._wanted)
        return drawn is not None and self._place.is_news(drawn)

    @property
    def patience(self) -> float:
        """Seconds for which the picture before may stay yet."""
        return self._place.patience

    def send(self) -> str:
        """Have the wanted picture made ready, if it is drawn. What to write."""
        return self._place.send(self._renderer.picture(*self._wanted))

    def send_ahead(self) -> str:
        """Have one more of the pictures that may be next made ready. What to write, if anything.

        To be called while the terminal has nothing else to do, until it gives nothing.
        """
        slide, stop = self._wanted
        self._renderer.want(slide, stop.step)
        near: set[tuple[int, Stop]] = set()
        for other, step in order(self._steps_of, self._slides, (slide, stop.step)):
            for each in self._renderer.stops(other):
                if each.step != step:
                    continue
                drawn = self._renderer.picture(other, each)
                near.add((other, each))
                if drawn is None or len(near) > self._surface.room:
                    return ""
                if not self._surface.ready(drawn.key):
                    return self._surface.ahead(drawn.key, drawn.png)
        return ""

    def show(self, torn: Collection[int], over: Over) -> str:
        """What goes into the frame so that the wanted picture is shown; see `PicturePlace`."""
        return self._place.show(torn, over)

    def hide(self) -> str:
        """What goes into the frame so that cells are shown."""
        self._seen, self.stays_below = None, True
        return self._place.hide()

    def farewell(self) -> str:
        """What to write before the terminal is left."""
        return self._surface.farewell()

    def close(self) -> None:
        """Show no more."""
        self._surface.close()

    def _steps_of(self, slide: int) -> range:
        stops = self._renderer.stops(slide)
        return range(stops[0].step, stops[-1].step + 1)
