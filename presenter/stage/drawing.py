"""What draws the talk's slides: ready before there is an app, at work from the first frame on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from presenter.deck import Deck
from presenter.render.stops import PictureLook
from presenter.screen.app_links import Links

if TYPE_CHECKING:
    from presenter.render.renderer import Renderer

_FIRST = 0.25
"""Seconds that the app waits for the first picture: if both went on side by side, each would keep
the other.
"""

_PAINTED = 0.03
"""Seconds from when the first picture is drawn until what waits for it goes on: it is painted
before.
"""

_WAITED_FOR = 0.4
"""Seconds for which what else a talk needs may wait for it."""

Later = Callable[[float, Callable[[], object]], object]


class FirstPicture:
    """Whether the first of a talk, for which other work waits, is shown, or none is to come.

    `later` calls in so many seconds.
    """

    def __init__(self, later: Later) -> None:
        self._later = later
        self._shown = threading.Event()
        self._put_off: list[Callable[[], object]] = []

    @property
    def is_over(self) -> bool:
        """Whether nothing waits for it any more."""
        return self._shown.is_set()

    def wait(self) -> None:
        """Wait for it, but not for long; in a thread of its own."""
        self._shown.wait(_WAITED_FOR)

    def before(self, work: Callable[[], object]) -> None:
        """Have `work` done when it is shown, or before long."""
        if self.is_over:
            work()
            return
        if not self._put_off:
            self._later(_WAITED_FOR, self.shown)
        self._put_off.append(work)

    def shown(self) -> None:
        """It is shown: do what waits for it."""
        self._shown.set()
        works, self._put_off = self._put_off, []
        for work in works:
            work()

    def give_up(self) -> None:
        """There will be none; what waits for it is not done."""
        self._shown.set()


class Drawing:
    """It goes on while cells are shown, so that pictures are there when they are wanted.

    All is to be called in the interface's thread, but for `wait_for_first`.
    """

    def __init__(self, links: Links, drawn: Callable[[], object]) -> None:
        """`drawn`: called there when something was drawn."""
        self._links, self._drawn = links, drawn
        self._first = FirstPicture(links.later)
        self.renderer: Renderer | None = None
        """None as long as nothing is to be drawn."""

    @property
    def has_failed(self) -> bool:
        """Whether nothing can be drawn any more."""
        return self.renderer is not None and self.renderer.has_failed

    def prepare(self, deck: Deck, look: PictureLook, at: tuple[int, int], *, recalls: bool) -> bool:
        """Get ready to draw `deck`, first the slide and the step of `at`.

        recalls: whether the picture of the last start could be shown at once; whether it is there.
        """
        self.renderer = renderer = self._made(begins=False)
        renderer.use(deck, look)
        renderer.want(*at)
        if not (recalls and renderer.recall(*at)):
            return False
        self._first.shown()
        return True

    def draw_first(self) -> None:
        """Draw the first picture, if one is to come, before the app begins."""
        if self.renderer is not None:
            self.renderer.draw_first(_FIRST)

    def begin(self) -> None:
        """Draw from now on what was prepared, if anything."""
        if self.renderer is not None:
            self.renderer.begin()

    def at_work(self) -> Renderer:
        """What draws; from now on, if nothing did."""
        if self.renderer is None:
            self.renderer = self._made(begins=True)
        return self.renderer

    def _made(self, *, begins: bool) -> Renderer:
        # Nothing of it is loaded for a talk in cells.
        from presenter.render.renderer import Renderer

        return Renderer(lambda _slide: self._links.anywhere(self._drawn), begins=begins)

    def wait_for_first(self) -> None:
        """Wait for the first picture, but not for long, if one is drawn; in a thread of its own.

        What is loaded meanwhile would keep it.
        """
        if self.renderer is not None:
            self._first.wait()

    def after_first(self, work: Callable[[], object]) -> None:
        """Have `work` done when the first picture is shown, or before long; at once if there is
        none to come.
        """
        if self.renderer is None:
            work()
        else:
            self._first.before(work)

    def shown(self) -> None:
        """A picture is to be painted now."""
        if not self._first.is_over:
            self._links.later(_PAINTED, self._first.shown)

    def close(self) -> None:
        """Draw no more."""
        self._first.give_up()
        if self.renderer is not None:
            self.renderer.close()
