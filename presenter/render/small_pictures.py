"""Slides in little, for an overview: drawn behind all else, by the thread that draws slides."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from presenter.render import log
from presenter.render.stops import PagePicture

if TYPE_CHECKING:
    from presenter.render.pictures import DeckPictures

_MOST_BYTES = 6 * 1024 * 1024
"""Of pictures that are kept, several hundred; what was not asked for the longest time goes."""


class SmallPictures:
    """The first page of slides with all that they reveal, in the look of those that are shown.

    `draw` is for the thread that draws; any may call the rest.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most = most_bytes
        self._lock = Lock()
        self._size = (0, 0)
        self._slides: tuple[int, ...] = ()
        self._version = 0
        self._keys: dict[int, str] = {}
        self._before: dict[int, str] = {}
        """Of the version before: it stays in sight until the new one is drawn."""
        self._lost: set[int] = set()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._pictures: DeckPictures | None = None

    def renew(self) -> None:
        """The deck or its look is another; what looks as before is not drawn again."""
        with self._lock:
            self._version += 1
            self._before, self._keys = {**self._before, **self._keys}, {}
            self._lost = set()

    def want(self, size: tuple[int, int], slides: Sequence[int]) -> bool:
        """Draw these slides, the first of them first; whether that is anything new.

        size: in pixels.
        """
        with self._lock:
            if (size, tuple(slides)) == (self._size, self._slides):
                return False
            if size != self._size:
                self._version += 1
                self._keys, self._before, self._lost = {}, {}, set()
            self._size, self._slides = size, tuple(slides)
            return True

    def get(self, slide: int) -> PagePicture | None:
        """The slide at this index; None while it is not drawn."""
        with self._lock:
            for keys in (self._keys, self._before):
                key = keys.get(slide)
                if key is not None and key in self._drawn:
                    self._drawn.move_to_end(key)
                    return PagePicture(key, self._drawn[key])
            return None

    def is_lost(self, slide: int) -> bool:
        """Whether the slide at this index cannot be drawn."""
        with self._lock:
            return slide in self._lost

    def draw(
        self, shown: DeckPictures, is_over: Callable[[], bool], tell: Callable[[int], object]
    ) -> None:
        """Draw what is wanted, as `shown` draws the deck; `tell` is called for each that is there.

        is_over: whether something else is to be drawn.
        """
        with self._lock:
            version, slides, size = self._version, self._slides, self._size
        if not slides:
            self._pictures = None
            return
        pictures = self._pictures_like(shown, size)
        for slide in slides:
            if is_over():
                return
            if slide >= len(pictures.deck.slides):
                continue
            with self._lock:
                if self._keys.get(slide) in self._drawn or slide in self._lost:
                    continue
            self._draw(pictures, slide, version)
            tell(slide)

    def _draw(self, pictures: DeckPictures, slide: int, version: int) -> None:
        try:
            step = pictures.steps(slide)[-1]
            key = pictures.key(slide, step)
            with self._lock:
                png = self._drawn.get(key)
            if png is None:
                png = pictures.draw(slide, step)[0]
        except Exception:  # noqa: BLE001 - cells show the slide, whatever it is
            log().warning("slide %d cannot be drawn in little", slide + 1, exc_info=True)
            with self._lock:
                if version == self._version:
                    self._lost.add(slide)
            return
        with self._lock:
            if version == self._version:
                self._keys[slide] = key
            if key not in self._drawn:
                self._drawn[key] = png
                self._bytes += len(png)
            while self._bytes > self._most and len(self._drawn) > 1:
                self._bytes -= len(self._drawn.popitem(last=False)[1])

    def _pictures_like(self, shown: DeckPictures, size: tuple[int, int]) -> DeckPictures:
        look = shown.look._replace(width=size[0], height=size[1], reveal=False)
        made = self._pictures
        if made is None or made.deck is not shown.deck or made.look != look:
            made = self._pictures = shown.with_look(look)
        return made
