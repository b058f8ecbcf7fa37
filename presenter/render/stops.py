"""What a slide's pictures depend on, and where a talk rests among them.

It loads nothing of Typst: whoever shows pictures may know of these before there are any.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from presenter.typeset import Stop
from presenter.typeset.themes import Theme

Pages = tuple[bytes, ...]
"""A slide at a step: a PNG for each of its pages; none if it cannot be drawn."""


class Look(NamedTuple):
    """What pictures depend on besides their deck.

    width, height: in pixels. reveal: the command line's word. language: of our own texts in them.
    """

    theme: Theme
    width: int
    height: int
    reveal: bool | None = None
    language: str = ""


def stops_of(steps: range, drawn: Callable[[int], Pages], size: int) -> tuple[Stop, ...]:
    """Where a talk rests in a slide of these steps: each press of a key changes what is seen.

    drawn: gives the slide at a step. size: how many characters it says; a place on a further page
    is remembered by how many stand before it, so that it is found again in cells.
    """
    count = len(drawn(steps[0]))
    if count == 1:
        return tuple(Stop(step, 0, 0) for step in steps)
    stops: list[Stop] = []
    now = steps[0]
    for page in range(count):
        anchor = size * page // count
        # What is revealed on a further page comes with it: no page is but a heading.
        if page and now + 1 in steps and _changes(drawn, now + 1, page):
            now += 1
        stops.append(Stop(now, page, anchor))
        while now + 1 in steps and _changes(drawn, now + 1, page):
            now += 1
            stops.append(Stop(now, page, anchor))
    return tuple(stops)


def _changes(drawn: Callable[[int], Pages], step: int, page: int) -> bool:
    """Whether `page` looks another way at `step` than at the one before."""
    before, after = drawn(step - 1), drawn(step)
    return page < min(len(before), len(after)) and before[page] != after[page]
