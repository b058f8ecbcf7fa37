"""What a slide's pictures depend on, and where a talk rests among them.

It loads nothing of Typst: whoever shows pictures may know of these before there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from presenter.typeset import Stop
from presenter.typeset.themes import Theme

Pages = tuple[bytes, ...]
"""A slide at a step: a PNG for each of its pages; none if it cannot be drawn."""


class PagePicture(Struct, frozen=True):
    """A picture. key: equal for pictures that look alike."""

    key: str
    png: bytes


_REMEMBERED = 8
"""Slides whose stops stay as they were told: at least the one shown, and where a move may go."""


class PictureLook(NamedTuple):
    """What pictures depend on besides their deck.

    width, height: in pixels. reveal: the command line's word. language: of our own texts in them.
    small: whether few bytes count for more than the time to make them few, as over a slow line.
    """

    theme: Theme
    width: int
    height: int
    reveal: bool | None = None
    language: str = ""
    small: bool = False


def stops_of(steps: range, drawn: Callable[[int], Pages], size: int) -> tuple[Stop, ...]:
    """Where a talk rests in a slide of these steps: each press of a key changes what is seen.

    drawn: gives the slide at a step. size: how many characters it says; a place on a further page
    is remembered by how many stand before it, so that it is found again in cells.
    """
    count = len(drawn(steps[-1]))
    if count == 1:
        return tuple(Stop(step, 0, 0) for step in steps)
    stops: list[Stop] = []
    now = steps[0]
    for page in range(count):
        anchor = size * page // count
        ahead = [step for step in steps if step > now and _changes(drawn, step, page)]
        # What is revealed on a further page comes with it: no page is but a heading.
        if page and ahead and not _differ(drawn, steps[0], now, page):
            now = ahead.pop(0)
        # Between them may be steps that show more on other pages, as columns go on there.
        for step in (now, *ahead):
            stops.append(Stop(step, page, anchor))
        now = stops[-1].step
    return tuple(stops)


class ToldStops:
    """Where the talk was told that it rests, in the slides that it asked for last.

    It knows its place by a stop's number: they stay as they were told until it is told of others.
    """

    def __init__(self, now: Callable[[int], Sequence[Stop]]) -> None:
        """`now` gives the stops of the slide at an index, as they are by now; maybe none."""
        self._now = now
        self._told: dict[int, tuple[Stop, ...]] = {}

    def of(self, slide: int) -> tuple[Stop, ...]:
        """The stops of the slide at this index."""
        stops = self._told.pop(slide, None)
        self._told[slide] = stops = tuple(self._now(slide)) if stops is None else stops
        if len(self._told) > _REMEMBERED:
            del self._told[next(iter(self._told))]
        return stops

    def forget_outdated(self, is_known: Callable[[int], bool]) -> set[int]:
        """The slides whose stops are others by now, of those that are known; the talk must ask."""
        outdated = {
            slide
            for slide, told in self._told.items()
            if is_known(slide) and told != tuple(self._now(slide))
        }
        for slide in outdated:
            del self._told[slide]
        return outdated

    def forget(self) -> None:
        """All may be others: the talk must ask."""
        self._told.clear()


def _changes(drawn: Callable[[int], Pages], step: int, page: int) -> bool:
    """Whether `page` looks another way at `step` than at the one before."""
    return _differ(drawn, step - 1, step, page)


def _differ(drawn: Callable[[int], Pages], before: int, after: int, page: int) -> bool:
    """Whether `page` looks another way at one step than at another, or is only there at one."""
    return drawn(before)[page : page + 1] != drawn(after)[page : page + 1]
