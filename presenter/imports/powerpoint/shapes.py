"""The shapes of a slide: where they stand, and the order in which they are read.

Places are in EMU (914,400 to the inch). Shapes are read from top to bottom, and what stands side by
side as columns: they are parted by the gaps between them, first into bands from top to bottom;
bands that the same gaps part from left to right belong together, so that a heading stays above its
own text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Column, Columns
from presenter.imports.powerpoint.package import (
    Reading,
    chosen,
    properties_of,
    words_in,
)
from presenter.imports.powerpoint.xml import at, attribute, children, first, is_on, number


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


_UNIT = Box(0, 0, 1, 1)


class Turn(NamedTuple):
    """How the things in a group come to stand on the slide: what is `inner` becomes `outer`."""

    inner: Box = _UNIT
    outer: Box = _UNIT

    def placed(self, box: Box) -> Box:
        """`box`, of the group, on the slide."""
        inner, outer = self
        across = outer.width / inner.width if inner.width else 1
        down = outer.height / inner.height if inner.height else 1
        left = outer.left + (box.left - inner.left) * across
        top = outer.top + (box.top - inner.top) * down
        return Box(left, top, box.width * across, box.height * down)


def box_in(
    transform: Element | None, offset_name: str = "a:off", extent_name: str = "a:ext"
) -> Box | None:
    """What an ``xfrm`` says; None if it does not say where, or how large."""
    offset, extent = at(transform, offset_name), at(transform, extent_name)
    if offset is None or extent is None:
        return None
    return Box(number(offset, "x"), number(offset, "y"), number(extent, "cx"), number(extent, "cy"))


def _turn_of(group: Element, outer: Turn) -> Turn:
    """How what is in `group` comes to stand on the slide, where the group itself is `outer`."""
    transform = at(group, "p:grpSpPr", "a:xfrm")
    box, inner = box_in(transform), box_in(transform, "a:chOff", "a:chExt")
    return Turn(inner, outer.placed(box)) if box and inner else outer


# What a slide has of its layout and master.

TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_NO_LISTS = (*FURNITURE, "pic", "chart", "tbl", "clipArt", "dgm", "media", "sldImg")


class SlideLayout:
    """The layout of a slide and the master above it; where they are broken, there is nothing."""

    def __init__(self, slide: Reading) -> None:
        self.words: list[str] = []
        """What stands on every slide of this layout, and is no placeholder."""
        self._by_number: dict[str, Element] = {}
        self._by_type: dict[str, Element] = {}
        self._master: dict[str, Element] = {}
        self._styles: Element | None = None
        part, layout = _above(slide, "slideLayout")
        for each, place in _placeholders(layout):
            self._by_number.setdefault(place.get("idx", "0"), each)
            self._by_type.setdefault(place.get("type", "obj"), each)
        self._keep_words(layout)
        _, master = _above(part, "slideMaster")
        for each, place in _placeholders(master):
            self._master.setdefault(place.get("type", "obj"), each)
        self._styles = at(master, "p:txStyles")
        if is_on(layout, "showMasterSp", True):
            self._keep_words(master)

    def box_of(self, place: Element) -> Box | None:
        """Where the placeholder that says `place` (``p:ph``) stands if it does not say itself."""
        for each in self._above(place):
            if box := box_in(at(each, "p:spPr", "a:xfrm")):
                return box
        return None

    def styles_of(self, place: Element) -> list[Element]:
        """The level styles of a placeholder, nearest first."""
        lists = [at(each, "p:txBody", "a:lstStyle") for each in self._above(place)]
        kind = place.get("type", "obj")
        if kind in TITLES:
            lists.append(at(self._styles, "p:titleStyle"))
        elif kind not in _NO_LISTS:
            lists.append(at(self._styles, "p:bodyStyle"))
        return [each for each in lists if each is not None]

    def _above(self, place: Element) -> list[Element]:
        kind = place.get("type", "obj")
        if kind in TITLES:
            layout = self._by_type.get("title", self._by_type.get("ctrTitle"))
        else:
            layout = self._by_number.get(place.get("idx", "0"), self._by_type.get(kind))
        general = "title" if kind in TITLES else kind if kind in _NO_LISTS else "body"
        return [each for each in (layout, self._master.get(general)) if each is not None]

    def _keep_words(self, root: Element | None) -> None:
        for each in children(at(root, "p:cSld", "p:spTree")):
            if first(each, "p:ph") is None and (words := words_in(each)):
                self.words.append(words)


def _above(reading: Reading | None, kind: str) -> tuple[Reading | None, Element | None]:
    """The first part of a `kind` that is not broken."""
    found = reading.of_kind(kind) if reading else []
    return next(((part, tree) for part, tree in found if tree is not None), (None, None))


def place_of(shape: Element) -> Element | None:
    """The ``p:ph`` of a shape that is a placeholder."""
    for outer in shape:
        found = at(outer, "p:nvPr", "p:ph")
        if found is not None:
            return found
    return None


def _placeholders(root: Element | None) -> list[tuple[Element, Element]]:
    shapes = children(at(root, "p:cSld", "p:spTree"), "p:sp", "p:pic", "p:graphicFrame")
    return [(each, place) for each in shapes if (place := place_of(each)) is not None]


# Shapes, those in groups too.

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
        return attribute(self.place, "type", "obj") if self.place is not None else ""


def shapes_of(tree: Sequence[Element], layout: SlideLayout) -> Iterator[Shape]:
    """The shapes of a slide's `tree` in the order of the file, from the back to the front."""
    waiting = [(each, Turn(), False) for each in reversed(tree)]
    while waiting:
        outer, turn, hidden = waiting.pop()
        if outer.tag == "mc:AlternateContent":
            waiting += [(each, turn, hidden) for each in reversed(chosen(outer))]
        elif outer.tag == "p:grpSp":
            hidden = hidden or is_on(properties_of(outer), "hidden")
            waiting += [(each, _turn_of(outer, turn), hidden) for each in reversed(outer)]
        elif outer.tag in _SHAPES:
            yield _shape(outer, turn, hidden, layout)


def _shape(element: Element, turn: Turn, hidden: bool, layout: SlideLayout) -> Shape:
    place = place_of(element)
    own = at(element, "p:xfrm") if element.tag == "p:graphicFrame" else None
    box = box_in(own if own is not None else at(element, "p:spPr", "a:xfrm"))
    if box is not None:
        box = turn.placed(box)
    elif place is not None:
        box = layout.box_of(place)
    return Shape(element, box, place, hidden or is_on(properties_of(element), "hidden"))


# The order of reading.

MOST_COLUMNS = 4
"""More things side by side are read one after another."""

_OVERLAP = 0.1
"""Shapes may lie over each other by this part of the smaller one, and still stand apart."""


class Placed(NamedTuple):
    """Blocks and the box that they stand in."""

    box: Box
    blocks: Sequence[Block]


def in_order(placed: Sequence[Placed]) -> Iterator[Block]:
    """The blocks of all shapes, as they are read."""
    for columns in _groups(placed):
        if len(columns) == 1 or len(columns) > MOST_COLUMNS:
            for each in columns:
                yield from _down(each)
        else:
            yield Columns(columns=tuple(Column(content=tuple(_down(each))) for each in columns))


def _groups(placed: Sequence[Placed]) -> Iterator[list[list[Placed]]]:
    """Bands from top to bottom, each as its columns; those that make the same columns are one."""
    columns: list[list[Placed]] = []
    edges: list[_Edges] = []
    for band in _bands(placed):
        own = _columns(band)
        own_edges = [_edges(each) for each in own]
        if wider := _wider(edges, own_edges):
            columns = [[*column, *more] for column, more in zip(columns, own, strict=True)]
            edges = wider
            continue
        if columns:
            yield columns
        columns, edges = own, own_edges
    if columns:
        yield columns


_Edges = tuple[float, float]
"""From where to where a column goes."""


def _edges(column: Sequence[Placed]) -> _Edges:
    return min(each.box.left for each in column), max(each.box.right for each in column)


def _wider(edges: Sequence[_Edges], own: Sequence[_Edges]) -> list[_Edges]:
    """The edges of columns that hold both; none where they are not the same columns."""
    if len(edges) != len(own) or len(own) < 2:
        return []
    both = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(edges, own, strict=True)]
    apart = all(
        left[1] - (left[1] - left[0]) * _OVERLAP <= right[0] + (right[1] - right[0]) * _OVERLAP
        for left, right in pairwise(both)
    )
    return both if apart else []


def _bands(placed: Sequence[Placed]) -> list[list[Placed]]:
    return _parted(placed, lambda box: (box.top, box.bottom))


def _columns(band: Sequence[Placed]) -> list[list[Placed]]:
    return _parted(band, lambda box: (box.left, box.right))


def _down(placed: Sequence[Placed]) -> Iterator[Block]:
    """The blocks of shapes one below the other; of those in one band, from the left."""
    for band in _bands(placed):
        for column in _columns(band) if len(band) > 1 else [band]:
            for each in sorted(column, key=lambda each: (each.box.top, each.box.left)):
                yield from each.blocks


def _parted(
    placed: Sequence[Placed], span: Callable[[Box], tuple[float, float]]
) -> list[list[Placed]]:
    """`placed` parted where no shape crosses, by their `span`s."""
    parts: list[list[Placed]] = []
    end = 0.0
    for each in sorted(placed, key=lambda each: span(each.box)):
        start, stop = span(each.box)
        inset = (stop - start) * _OVERLAP
        if parts and start + inset < end:
            parts[-1].append(each)
            end = max(end, stop - inset)
        else:
            parts.append([each])
            end = stop - inset
    return parts
