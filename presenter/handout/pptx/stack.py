"""Elements one below another: how high they are, how they are parted, where they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from presenter.handout.pptx.geometry import Box

if TYPE_CHECKING:
    from presenter.handout.pptx.canvas import Canvas

GAP = 0.8
"""The air between two elements, in ems of the body's size."""

_SMALLEST = 3.0


class Element:
    """Something that a slide shows. Sizes are those of body text, in points; so are heights."""

    @property
    def steps(self) -> frozenset[int]:
        """The steps at which something of it appears or changes; 0 for what is there at first."""
        raise NotImplementedError

    @property
    def smallest(self) -> float:
        """The size of body text below which it can no longer be read."""
        return 0.0

    def least(self, width: float, size: float) -> float:
        """The height that it must have."""
        raise NotImplementedError

    def wanted(self, width: float, size: float) -> float:
        """The height that it takes if there is room: more than `least` for charts and pictures."""
        return self.least(width, size)

    def parted(self, width: float, size: float, room: float) -> Parts | None:  # noqa: ARG002
        """What of it goes into `room`, and the rest; None if it cannot be parted so."""
        return None

    def plain(self) -> Element | None:
        """The same in a form that can be parted anywhere, if there is one."""
        return None

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
        """Draw what is there at `step`."""
        raise NotImplementedError


Parts = tuple[Element, Element]
"""What goes on a slide, and the rest of it."""


class Placed(NamedTuple):
    """An element, and where it goes."""

    element: Element
    box: Box
    size: float


def least(elements: Sequence[Element], width: float, size: float) -> float:
    """The height that `elements` must have, one below another."""
    return sum(each.least(width, size) for each in elements) + _air(elements, size)


def wanted(elements: Sequence[Element], width: float, size: float) -> float:
    """The height that they take if there is room."""
    return sum(each.wanted(width, size) for each in elements) + _air(elements, size)


def _air(elements: Sequence[Element], size: float) -> float:
    return GAP * size * max(0, len(elements) - 1)


def place(elements: Sequence[Element], box: Box, size: float) -> list[Placed]:
    """Where each goes within `box`; what room there is beyond the least is shared out evenly."""
    heights = [each.least(box.width, size) for each in elements]
    wishes = [each.wanted(box.width, size) for each in elements]
    rest = box.height - sum(heights) - _air(elements, size)
    hungry = sorted(range(len(elements)), key=lambda n: wishes[n] - heights[n])
    for served, number in enumerate(hungry):
        more = min(max(0.0, rest) / (len(hungry) - served), wishes[number] - heights[number])
        heights[number] += max(0.0, more)
        rest -= max(0.0, more)
    placed, y = [], box.y
    for each, height in zip(elements, heights, strict=True):
        placed.append(Placed(each, Box(box.x, y, box.width, height), size))
        y += height + GAP * size
    return placed


def part(
    elements: Sequence[Element], width: float, size: float, room: float
) -> tuple[list[Element], list[Element]]:
    """As many of `elements` as go into `room`, and the rest."""
    taken: list[Element] = []
    for number, each in enumerate(elements):
        left = room - least(taken, width, size) - (GAP * size if taken else 0)
        if each.least(width, size) <= left:
            taken.append(each)
            continue
        # What fits on a slide of its own is not torn for a few lines.
        if each.least(width, size) > room or left > room / 2:
            parts = each.parted(width, size, left)
            if parts:
                return [*taken, parts[0]], [parts[1], *elements[number + 1 :]]
        return taken, list(elements[number:])
    return taken, []


def pages(
    elements: Sequence[Element], box: Box, sizes: Sequence[float], later: Box
) -> Iterator[list[Placed]]:
    """The elements on as few slides as can be, set as large as fits, in `box` and then in `later`.

    There is always one slide. None overflows: what cannot be parted is set smaller.
    """
    readable = max((each.smallest for each in elements), default=0.0)
    sizes = [size for size in sizes if size >= readable]
    for size in sizes:
        if least(elements, box.width, size) <= box.height:
            yield place(elements, box, size)
            return
    rest, size = list(elements), sizes[-1]
    while rest:
        taken, rest = part(rest, box.width, size, box.height)
        if not taken:
            first = rest.pop(0)
            if plain := first.plain():
                rest.insert(0, plain)
                continue
            smaller = size
            while first.least(box.width, smaller) > box.height and smaller > _SMALLEST:
                smaller *= 0.9
            yield [
                Placed(
                    first,
                    box._replace(height=min(box.height, first.wanted(box.width, smaller))),
                    smaller,
                )
            ]
        else:
            yield place(taken, box, size)
        box = later
