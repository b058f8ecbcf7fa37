"""Elements one below another and side by side: how high they are, where they go and go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from presenter.handout.pptx.geometry import Box

if TYPE_CHECKING:
    from presenter.handout.pptx.canvas import SlideCanvas

GAP = 0.8
"""The air between two elements, in ems of the body's size."""

_SMALLEST = 3.0


class Element:
    """Something that a slide shows. Sizes are those of body text, in points; so are heights.

    firsts: the steps at which its parts, or all of it, appear; 0 for what is there at first.
    """

    firsts: tuple[int, ...]

    @property
    def steps(self) -> frozenset[int]:
        """The steps at which something of it appears or changes."""
        return frozenset(self.firsts)

    @property
    def min_size(self) -> float:
        """The size of body text below which it can no longer be read."""
        return 0.0

    def min_height(self, width: float, size: float) -> float:
        """The height that it must have."""
        raise NotImplementedError

    def preferred_height(self, width: float, size: float) -> float:
        """The height that it takes if there is room: of pictures and charts, a greater one."""
        return self.min_height(width, size)

    def split(self, width: float, size: float, room: float) -> Parts | None:  # noqa: ARG002
        """What of it goes into `room`, and the rest; None if it cannot be parted so."""
        return None

    def as_text(self) -> Element | None:
        """The same in a form that can be parted anywhere, if there is one."""
        return None

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """Draw what is there at `step`."""
        raise NotImplementedError


@dataclass(frozen=True)
class ConversionContext:
    """What a node becomes an element by, besides itself.

    pictures: those made so far, by path. width: of the room, in points. centred: whether text
    stands in the middle.
    """

    pictures: dict[str, bytes]
    language: str
    width: float
    centred: bool = False


Parts = tuple[Element, Element]
"""What goes on a slide, and the rest of it."""


class Placed(NamedTuple):
    """An element, and where it goes."""

    element: Element
    box: Box
    size: float


def min_height(elements: Sequence[Element], width: float, size: float) -> float:
    """The height that `elements` must have, one below another."""
    return sum(each.min_height(width, size) for each in elements) + _air(elements, size)


def preferred_height(elements: Sequence[Element], width: float, size: float) -> float:
    """The height that they take if there is room."""
    return sum(each.preferred_height(width, size) for each in elements) + _air(elements, size)


def _air(elements: Sequence[Element], size: float) -> float:
    return GAP * size * max(0, len(elements) - 1)


def place(elements: Sequence[Element], box: Box, size: float) -> list[Placed]:
    """Where each goes within `box`; what room there is beyond the least is shared out evenly."""
    heights = [each.min_height(box.width, size) for each in elements]
    wishes = [each.preferred_height(box.width, size) for each in elements]
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


def split(
    elements: Sequence[Element], width: float, size: float, room: float
) -> tuple[list[Element], list[Element]]:
    """As many of `elements` as go into `room`, and the rest."""
    taken: list[Element] = []
    for number, each in enumerate(elements):
        left = room - min_height(taken, width, size) - (GAP * size if taken else 0)
        if each.min_height(width, size) <= left:
            taken.append(each)
            continue
        # What fits on a slide of its own is not torn for a few lines.
        if each.min_height(width, size) > room or left > room / 2:
            parts = each.split(width, size, left)
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
    readable = max((each.min_size for each in elements), default=0.0)
    sizes = [size for size in sizes if size >= readable]
    for size in sizes:
        if min_height(elements, box.width, size) <= box.height:
            yield place(elements, box, size)
            return
    rest, size = list(elements), sizes[-1]
    while rest:
        taken, rest = split(rest, box.width, size, box.height)
        if not taken:
            first = rest.pop(0)
            if plain := first.as_text():
                rest.insert(0, plain)
                continue
            smaller = size
            while first.min_height(box.width, smaller) > box.height and smaller > _SMALLEST:
                smaller *= 0.9
            yield [
                Placed(
                    first,
                    box._replace(
                        height=min(box.height, first.preferred_height(box.width, smaller))
                    ),
                    smaller,
                )
            ]
        else:
            yield place(taken, box, size)
        box = later


@dataclass(frozen=True)
class SideBySide(Element):
    """Columns of elements."""

    columns: tuple[tuple[Element, ...], ...]
    widths: tuple[float, ...]
    gap: float

    @property
    def steps(self) -> frozenset[int]:
        """When columns appear, and what changes within them."""
        return frozenset(
            step for column in self.columns for element in column for step in element.steps
        )

    @property
    def min_size(self) -> float:
        """That of what stands in the columns."""
        sizes = (element.min_size for column in self.columns for element in column)
        return max(sizes, default=0.0)

    def min_height(self, width: float, size: float) -> float:
        """The height of the highest column."""
        return max(
            (min_height(column, own, size) for column, own in self._columns(width)), default=0.0
        )

    def preferred_height(self, width: float, size: float) -> float:
        """The height that the columns take if there is room."""
        return max(
            (preferred_height(column, own, size) for column, own in self._columns(width)),
            default=0.0,
        )

    def split(self, width: float, size: float, room: float) -> tuple[SideBySide, SideBySide] | None:
        """What of each column goes into `room`, and the rest of each."""
        heads, tails = [], []
        for column, own in self._columns(width):
            head, tail = split(column, own, size, room)
            if column and not head:
                return None
            heads.append(tuple(head))
            tails.append(tuple(tail))
        if not any(tails):
            return None
        return replace(self, columns=tuple(heads)), replace(self, columns=tuple(tails))

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """What of the columns has appeared by `step`."""
        x = box.x
        for column, width in self._columns(box.width):
            own = Box(x, box.y, width, box.height)
            for placed in place(column, own, size):
                placed.element.draw(canvas, placed.box, placed.size, step)
            x += width + self.gap

    def _columns(self, width: float) -> Iterator[tuple[tuple[Element, ...], float]]:
        """Each column with its width within `width`."""
        gaps = self.gap * (len(self.columns) - 1)
        factor = (width - gaps) / (sum(self.widths) or 1.0)
        for column, own in zip(self.columns, self.widths, strict=True):
            yield column, own * factor
