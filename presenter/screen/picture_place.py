"""One picture's place on the screen: what stands there now, cells or which picture.

It knows no Textual, and of drawing only what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from enum import Enum, auto
from time import monotonic

from presenter.render.stops import PagePicture
from presenter.screen.surfaces.surface import Over, ScreenArea, Surface

HOLD = 0.15
"""Seconds for which the picture before stays when the next one is not ready; then come cells."""

LONG_HOLD = 2.0
"""The same where it shows the very slide, of another size, theme or version."""

BARE_HOLD = 0.5
"""The same where the terminal lost it with its size, and shows what is left of it on its ground."""


class Shown(Enum):
    """What stands on the screen."""

    CELLS = auto()
    HELD = auto()
    """The picture before, for a moment: the wanted one may be ready by then."""
    PICTURE = auto()


class PicturePlace:
    """Shows on a surface what is wanted, once it is drawn and ready there.

    All is to be called in the interface's thread.
    """

    def __init__(self, surface: Surface, now: Callable[[], float] = monotonic) -> None:
        self.surface = surface
        self._now = now
        self._what: Hashable = None
        self._drawn: PagePicture | None = None
        self._was_ready = False
        """Whether it could be shown when it was asked for."""
        self._hold = HOLD
        self._since = 0.0
        """When what is wanted was first asked for, in seconds of `now`."""
        self.is_bare = False
        """Whether the picture before is lost, and nothing was shown since."""

    def resized(self, area: ScreenArea) -> str:
        """The place is another one. What to write."""
        was_seen = self.is_bare or self.surface.shown is not None
        data = self.surface.resized(area)
        self.is_bare = was_seen and self.surface.shown is None
        return data

    def renew(self) -> None:
        """What is wanted looks otherwise from now on; what is shown stays until there is better."""
        self._since, self._hold = self._now(), BARE_HOLD if self.is_bare else LONG_HOLD

    def want(self, what: Hashable, drawn: PagePicture | None, *, is_lost: bool = False) -> Shown:
        """`what` is to be shown, by the picture that is drawn of it, if any: what is shown now.

        is_lost: whether it can only be shown in cells.
        """
        if what != self._what:
            self._what = what
            self._since, self._hold = self._now(), HOLD
        self._drawn = drawn
        self._was_ready = self._key() is not None
        if self._was_ready:
            self.is_bare = False
            return Shown.PICTURE
        is_seen = self.is_bare or self.surface.shown is not None
        if is_seen and not is_lost and self.patience > 0:
            return Shown.HELD
        self.is_bare = False
        return Shown.CELLS

    @property
    def patience(self) -> float:
        """Seconds for which the picture before may stay yet."""
        return self._hold - (self._now() - self._since)

    def is_news(self, drawn: PagePicture) -> bool:
        """Whether this picture of what is wanted is to be sent yet, or can be shown and is not."""
        if drawn == self._drawn and not self.surface.ready(drawn.key):
            return False
        return drawn.key != self.surface.shown

    def send(self, drawn: PagePicture | None) -> str:
        """Have the picture that is drawn of it by now made ready, if any. What to write."""
        self._drawn = drawn
        if drawn is None or self.surface.ready(drawn.key):
            return ""
        return self.surface.ahead(drawn.key, drawn.png)

    def show(self, torn: Collection[int], over: Over) -> str:
        """What goes into the frame, behind the cells, so that the wanted picture is shown.

        torn: rows that were written in it. over: where text is to lie over the picture.
        """
        # What was sent since may have taken its room.
        data = self.send(self._drawn) if self._was_ready else ""
        key = self._key() or self.surface.shown
        return data if key is None else data + self.surface.show(key, torn, over)

    def hide(self) -> str:
        """What goes into the frame so that cells are shown."""
        self.is_bare = False
        return self.surface.hide() if self.surface.shown is not None else ""

    def _key(self) -> Hashable | None:
        drawn = self._drawn
        return drawn.key if drawn is not None and self.surface.ready(drawn.key) else None
