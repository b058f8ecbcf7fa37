"""Whole pictures in sixels: they lie in the cells, and go when the cells are written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from presenter.screen.surfaces.encodings import Encodings
from presenter.screen.surfaces.surface import NO_TEXT, Key, Over, ScreenArea, placed, runs

if TYPE_CHECKING:
    from presenter.screen.surfaces.sixels import Sixels

_MOST = 24
"""Pictures that are kept encoded; about 100 KB each."""

_MOST_BYTES = 16 * 1024 * 1024

_PIECES = 16
"""Parts that xterm keeps (graphics.h, MAX_GRAPHICS); the oldest goes, a part of the whole one."""

_FAREWELL = 0.2
"""Seconds that an end waits for the picture that is being encoded."""

BAND = 6


class SixelSurface:
    """Encodes in a thread; a picture is drawn anew whenever it is shown.

    colors: how many the terminal shows at once. xterm: it paints visibly, and so is sent only the
    rows that change. foot: once its screen was scrolled, by a pager say, it scatters the parts of a
    picture that is drawn where nothing may scroll (1.13 and later, sixel_unhook).
    """

    def __init__(
        self,
        area: ScreenArea,
        on_ready: Callable[[Key], object],
        *,
        colors: int = 256,
        xterm: bool = False,
        foot: bool = False,
    ) -> None:
        self._area = area
        self._xterm = xterm
        self._mode = 8452 if foot else 80
        """Else what fills the last row would scroll: the cursor stays beside a picture, or where it
        was (DECSDM).
        """
        self._encodings: Encodings[Key, Sixels] = Encodings(
            on_ready,
            lambda made: made.size,
            colors=colors,
            most=_MOST,
            most_bytes=_MOST_BYTES,
        )
        self._seen: Sixels | None = None
        """What is on the terminal, if it is whole but for the rows that are said to be torn."""
        self._pieces = 0

    @property
    def room(self) -> int:
        """How many pictures may be made ready ahead."""
        return _MOST - 1

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._encodings.held

    def ahead(self, key: Key, png: bytes) -> str:
        """Encode a picture; nothing is to be sent."""
        self._encodings.want(key, lambda encoder: encoder.encode(png), first=True)
        return ""

    def ready(self, key: Key) -> bool:
        """Whether it is encoded."""
        return self._encodings.get(key) is not None

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:  # noqa: ARG002
        """Draw a picture, or what of it is not on the terminal. Text is written over it again."""
        picture = self._encodings.get(key)
        assert picture is not None
        before, self._seen, self._encodings.held = self._seen, picture, key
        rows = range(self._area.rows)
        due = set(rows)
        if before is not None and before.palette == picture.palette:
            due = {row for row in rows if picture.differs(before, *self._pixels(row, row))}
            due.update(row for row in torn if row in rows)
            if not due:
                return ""
        cuts = self._cuts(due)
        if not self._xterm or self._pieces + len(cuts) > _PIECES:
            cuts, self._pieces = self._cuts(rows), 0
        self._pieces += len(cuts)
        return "".join(self._drawn(picture.part(*cut)) for cut in cuts)

    def hide(self) -> str:
        """Written cells take the picture away."""
        self._encodings.held = self._seen = None
        return ""

    def resized(self, area: ScreenArea) -> str:
        """What was encoded is of no use, and what is shown cannot be scaled."""
        self._area = area
        self._encodings.clear()
        return self.hide()

    def farewell(self) -> str:
        """Erase the screen; what is encoded may be shown again."""
        return "\x1b[2J" + self.hide()

    def close(self) -> None:
        """Encode no more."""
        self._encodings.close(_FAREWELL)

    def _pixels(self, first: int, last: int) -> tuple[int, int]:
        """Where the rows of cells from `first` to `last` begin and end."""
        height, rows = self._area.height, self._area.rows
        return height * first // rows, height * (last + 1) // rows

    def _cuts(self, rows: Iterable[int]) -> list[tuple[int, int]]:
        """The rows of pixels of these rows of cells, in as many parts as the terminal takes."""
        parts = runs(sorted(rows))
        return [cut for first, last in parts for cut in self._split(*self._pixels(first, last))]

    def _split(self, top: int, bottom: int) -> Iterator[tuple[int, int]]:
        """These rows of pixels in parts.

        xterm before 400 draws nothing below a band that reaches into the last row of cells; but it
        draws any band that is the first.
        """
        if not self._xterm:
            yield top, bottom
            return
        split = (self._pixels(self._area.rows - 1, 0)[0] // BAND + 1) * BAND
        if top < split:
            yield top, min(bottom, split)
        for start in range(max(top, split), bottom, BAND):
            yield start, min(start + BAND, bottom)

    def _drawn(self, part: str) -> str:
        if self._area.x or self._area.y:
            return placed(self._area, part)
        return placed(self._area, f"\x1b[?{self._mode}h{part}\x1b[?{self._mode}l")
