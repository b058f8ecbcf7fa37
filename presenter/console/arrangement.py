"""Where things stand on the console at each size: three arrangements, and less on tiny screens.

The notes have the largest room in each.
"""

from __future__ import annotations

from typing import NamedTuple

MOST_ZOOM = 3
"""How often the notes can be made larger, or smaller, than they are at first."""

_STEP = 0.13
"""Of the room, by which each time."""

_MEDIUM = (72, 20)
_WIDE = (110, 30)
_TALL = 26
"""Rows from which a narrow screen has room for this slide above the notes."""

_LEAST = 4
"""Rows of a slide, its caption included, below which it is left out."""

_LEAST_LATER = 3
"""Rows of a list of titles, its caption included, below which it is left out."""


class Area(NamedTuple):
    """A rectangle, in cells and rows from the top left; its first row is a caption."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether the cell lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Arrangement(NamedTuple):
    """Where things stand; -1 and None are for what is not there.

    margin: cells at both sides. clock, coming, foot: rows of the clock, of what comes next in a
    line, and of the talk's place. notes, now, next, later: areas of the notes, of the slide as it
    is, of what comes next, and of the titles that follow.
    """

    margin: int
    clock: int
    coming: int
    foot: int
    notes: Area | None
    now: Area | None
    next: Area | None
    later: Area | None = None


def arrangement(width: int, height: int, zoom: int = 0) -> Arrangement:
    """The arrangement at this size, the notes as much larger (or smaller) as `zoom` says."""
    margin = 2 if width >= 100 else 1 if width >= 40 else 0
    zoom = held_zoom(width, height, zoom)
    if _holds(_WIDE, width, height):
        return _wide(width, height, zoom, margin)
    if _holds(_MEDIUM, width, height) and zoom < MOST_ZOOM:
        return _medium(width, height, zoom, margin)
    return _small(width, height, zoom, margin)


def held_zoom(width: int, height: int, zoom: int) -> int:
    """`zoom` within what can be at this size: where there are but notes, they do not get more."""
    most = MOST_ZOOM if height >= _TALL or _holds(_MEDIUM, width, height) else 0
    return max(-MOST_ZOOM, min(zoom, most))


def _holds(least: tuple[int, int], width: int, height: int) -> bool:
    return width >= least[0] and height >= least[1]


def _wide(width: int, height: int, zoom: int, margin: int) -> Arrangement:
    """The notes at the right, over the whole height; this slide and the next one beside them."""
    room, gap = width - 2 * margin, 3
    notes = round((room - gap) * (0.58 + _STEP / 2 * zoom))
    left = room - gap - notes
    top, bottom = 2, height - 2
    slide = max(_LEAST, round(left * 9 / 32) + 1)  # of 16:9, on cells twice as high as wide
    above = 1 + min(slide + 1, (bottom - top) // 2)
    start = top + above + 1
    rest = bottom - start
    below = min(rest, 1 + slide)
    if rest - below - 1 < _LEAST_LATER:
        below = rest
    later = start + below + 1
    return Arrangement(
        margin,
        clock=0,
        coming=-1,
        foot=height - 1,
        notes=Area(margin + left + gap, top, notes, bottom - top),
        now=Area(margin, top, left, above),
        next=Area(margin, start, left, below),
        later=Area(margin, later, left, bottom - later) if later < bottom else None,
    )


def _medium(width: int, height: int, zoom: int, margin: int) -> Arrangement:
    """The notes, and above them this slide and the next side by side."""
    room, gap = width - 2 * margin, 2
    top, bottom = 2 if height >= 24 else 1, height - 1
    above = round((bottom - top) * (0.42 - _STEP * zoom))
    above = max(_LEAST, min(above, bottom - top - _LEAST))
    left = round((room - gap) * 0.58)
    start = top + above + (1 if height >= 24 else 0)
    return Arrangement(
        margin,
        clock=0,
        coming=-1,
        foot=height - 1,
        notes=Area(margin, start, room, bottom - start),
        now=Area(margin, top, left, above),
        next=Area(margin + left + gap, top, room - gap - left, above),
    )


def _small(width: int, height: int, zoom: int, margin: int) -> Arrangement:
    """The notes, and a line of what comes next; this slide above them if they are made smaller."""
    room = width - 2 * margin
    clock = 0
    foot = height - 1 if height >= 4 else -1
    coming = height - (1 if foot < 0 else 2) if height >= 3 else -1
    top = 2 if height >= 16 else 1
    bottom = min(row for row in (coming, foot, height) if row >= 0)
    if height >= 14:
        bottom -= 1
    above = 0
    if height >= _TALL:
        above = round((bottom - top) * (0.45 - _STEP * zoom)) if zoom < MOST_ZOOM else 0
    elif zoom < 0:
        above = max(_LEAST, round((bottom - top) * 0.15 * (1 - zoom)))
        above = above if bottom - top - above >= _LEAST - 1 else 0
    now = Area(margin, top, room, above) if above else None
    if now and height >= _TALL:
        above += 1
    notes = Area(margin, top + above, room, bottom - top - above)
    return Arrangement(margin, clock, coming, foot, notes if notes.height > 0 else None, now, None)
