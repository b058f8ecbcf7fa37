"""The shapes of a slide, those in groups too, each with its place on the slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.geometry import Box, Turn, box_in, turn_of
from presenter.imports.powerpoint.layout import Layout, place_of
from presenter.imports.powerpoint.reading import chosen, properties_of
from presenter.imports.powerpoint.xml import at, is_on

_SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:contentPart")


class Shape(NamedTuple):
    """A shape as it is written, and what is known of it."""

    element: Element
    box: Box | None
    """Where it stands; None if nothing says so."""
    place: Element | None
    """The ``p:ph`` of a placeholder."""
    hidden: bool

    @property
    def kind(self) -> str:
        """What a placeholder is for: ``title``, ``body``, ``obj``, …; empty for other shapes."""
        return self.place.get("type", "obj") if self.place is not None else ""


def shapes_of(tree: Element, layout: Layout) -> Iterator[Shape]:
    """The shapes of a slide's `tree` in the order of the file, from the back to the front."""
    waiting = [(each, Turn(), False) for each in reversed(tree)]
    while waiting:
        outer, turn, hidden = waiting.pop()
        if outer.tag == "mc:AlternateContent":
            waiting += [(each, turn, hidden) for each in reversed(chosen(outer))]
        elif outer.tag == "p:grpSp":
            hidden = hidden or is_on(properties_of(outer), "hidden")
            waiting += [(each, turn_of(outer, turn), hidden) for each in reversed(outer)]
        elif outer.tag in _SHAPES:
            yield _shape(outer, turn, hidden, layout)


def _shape(element: Element, turn: Turn, hidden: bool, layout: Layout) -> Shape:
    place = place_of(element)
    own = at(element, "p:xfrm") if element.tag == "p:graphicFrame" else None
    box = box_in(own if own is not None else at(element, "p:spPr", "a:xfrm"))
    if box is not None:
        box = turn.placed(box)
    elif place is not None:
        box = layout.box_of(place)
    return Shape(element, box, place, hidden or is_on(properties_of(element), "hidden"))
