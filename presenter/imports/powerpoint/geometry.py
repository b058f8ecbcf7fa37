"""Where shapes stand on their slide, in EMU (914,400 to the inch), those in groups too."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.xml import at, number


class Box(NamedTuple):
    """A rectangle from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def is_outside(self, width: float, height: float) -> bool:
        """Whether nothing of it lies on a slide of `width` and `height`."""
        return self.right <= 0 or self.bottom <= 0 or self.left >= width or self.top >= height


class Turn(NamedTuple):
    """How the things in a group are moved and scaled: by the factors, then by the offsets."""

    across: float = 1
    down: float = 1
    left: float = 0
    top: float = 0

    def placed(self, box: Box) -> Box:
        """`box`, of the group, on the slide."""
        return Box(
            box.left * self.across + self.left,
            box.top * self.down + self.top,
            box.width * self.across,
            box.height * self.down,
        )


def box_in(transform: Element | None) -> Box | None:
    """What an ``xfrm`` says; None if it does not say where, or how large."""
    offset, extent = at(transform, "a:off"), at(transform, "a:ext")
    if offset is None or extent is None:
        return None
    return Box(number(offset, "x"), number(offset, "y"), number(extent, "cx"), number(extent, "cy"))


def turn_of(group: Element, outer: Turn) -> Turn:
    """How what is in `group` comes to stand on the slide, where the group itself is `outer`."""
    transform = at(group, "p:grpSpPr", "a:xfrm")
    box = box_in(transform)
    offset, extent = at(transform, "a:chOff"), at(transform, "a:chExt")
    if box is None or offset is None or extent is None:
        return outer
    width, height = number(extent, "cx"), number(extent, "cy")
    across = box.width / width if width else 1
    down = box.height / height if height else 1
    return Turn(
        outer.across * across,
        outer.down * down,
        outer.left + outer.across * (box.left - number(offset, "x") * across),
        outer.top + outer.down * (box.top - number(offset, "y") * down),
    )
