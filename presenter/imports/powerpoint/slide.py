"""A slide of a PowerPoint file: its shapes as blocks, its title and notes.

What has no equivalent is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from presenter.deck import Slide
from presenter.deck.blocks import Block, extract_text
from presenter.deck.characters import clean
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.charts import chart_blocks
from presenter.imports.powerpoint.frames import smart_art_blocks, table_of
from presenter.imports.powerpoint.notes import (
    advance_of,
    comments_of,
    is_built,
    is_moving,
    notes_of,
)
from presenter.imports.powerpoint.package import (
    BrokenPartError,
    Reading,
    description_of,
    name_of,
    words_in,
)
from presenter.imports.powerpoint.pictures import Saved, picture_blocks
from presenter.imports.powerpoint.runs import address_of
from presenter.imports.powerpoint.shapes import (
    FURNITURE,
    TITLES,
    Box,
    Placed,
    Shape,
    SlideLayout,
    in_order,
    shapes_of,
)
from presenter.imports.powerpoint.text import MOST_TITLE, blocks_of, heading_of, texts_of
from presenter.imports.powerpoint.xml import at, attribute, children, first, is_on

_PLAIN = ("rect", "roundRect", "line", "straightConnector1", "ellipse", "round2SameRect")
"""Shapes that frame, part or underlie what others say."""


def _drawing_name(shape: Element) -> str:
    """What a shape without text is, in its own words; empty for one that is there for looks.

    It says something if someone described it, if it leads from one thing to another, or if its
    outline does: an arrow, a cross, a curve drawn by hand.
    """
    description = description_of(shape)
    if description is None or description:
        return description or ""
    if shape.tag == "p:contentPart":
        return name_of(shape) or "ink"
    look = at(shape, "p:spPr")
    preset = attribute(at(look, "a:prstGeom"), "prst")
    own = at(shape, "p:nvCxnSpPr", "p:cNvCxnSpPr")
    ends = [at(look, "a:ln", "a:headEnd"), at(look, "a:ln", "a:tailEnd")]
    says_something = (
        bool(children(own, "a:stCxn", "a:endCxn"))
        or any(attribute(each, "type", "none") != "none" for each in ends)
        or (preset and preset not in _PLAIN)
        or at(look, "a:custGeom") is not None
    )
    return name_of(shape) or clean(preset) or "?" if says_something else ""


def _listed(names: Iterable[str]) -> str:
    """Names on one line, those that come more than once counted: ``Arrow 1, Line (3)``."""
    counted = Counter(names)
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in counted.items())


NOWHERE = Saved(None)


@dataclass
class Room:
    """What all slides of a deck share: its size in EMU, its folder, what was told of each slide."""

    width: float
    height: float
    saved: Saved
    repeated: set[str] = field(default_factory=set)
    """What stands on several slides, and was told at the first."""


class _Reader:
    """Reads the slide that `reading` is of."""

    def __init__(self, reading: Reading, room: Room) -> None:
        self._reading = reading
        self._room = room
        self._title = ""
        self._subtitle = ""
        self._drawings: list[str] = []

    def read(self) -> Slide:
        reading = self._reading
        root = reading.package.tree(reading.part)
        layout = SlideLayout(reading)
        placed: list[Placed] = []
        for shape in shapes_of(children(at(root, "p:cSld", "p:spTree")), layout):
            if blocks := self._blocks(shape, layout):
                placed.append(Placed(shape.box or Box(0, 0, self._room.width, 0), blocks))
        self._warn_rest(root, layout)
        return Slide(
            title=self._title,
            subtitle=self._subtitle,
            notes=notes_of(reading),
            hidden=not is_on(root, "show", True),
            reveal=True if is_built(root) else None,
            content=tuple(in_order(placed)),
        )

    def _blocks(self, shape: Shape, layout: SlideLayout) -> list[Block]:
        element, room = shape.element, self._room
        if shape.kind in FURNITURE:
            self._warn_once("not-carried", words_in(element) if shape.kind != "sldNum" else "")
            return []
        if shape.hidden or (shape.box and shape.box.is_outside(room.width, room.height)):
            self._warn_left_out("hidden-shape" if shape.hidden else "off-slide", shape, layout)
            return []
        if self._is_heading(shape):
            return []
        blocks = self._content(shape, layout, self._reading, room.saved)
        if not blocks and shape.place is None and (name := _drawing_name(element)):
            self._drawings.append(name)
        return blocks

    def _is_heading(self, shape: Shape) -> bool:
        """Whether a shape is the slide's title or subtitle, which is kept."""
        is_title = shape.kind in TITLES and not self._title
        if not is_title and not (shape.kind == "subTitle" and not self._subtitle):
            return False
        text = heading_of(at(shape.element, "p:txBody"), self._reading)
        if len(text) > MOST_TITLE:
            return False
        if is_title:
            self._title = text
        else:
            self._subtitle = text
        return True

    def _content(
        self, shape: Shape, layout: SlideLayout, reading: Reading, saved: Saved
    ) -> list[Block]:
        element = shape.element
        self._warn_link(element, reading)
        if element.tag == "p:graphicFrame":
            return self._frame(element, reading, saved)
        if element.tag == "p:pic":
            return picture_blocks(element, reading, saved)
        blocks: list[Block] = []
        if at(element, "p:spPr", "a:blipFill") is not None:
            blocks += picture_blocks(element, reading, saved)
        body = at(element, "p:txBody")
        if body is not None:
            own = at(body, "a:lstStyle")
            above = layout.styles_of(shape.place) if shape.place is not None else []
            blocks += blocks_of(body, [own, *above] if own is not None else above, reading)
        return blocks

    def _frame(self, frame: Element, reading: Reading, saved: Saved) -> list[Block]:
        """The blocks of what stands in a frame: a table, a chart, a diagram, another program's."""
        name = name_of(frame)
        data = at(frame, "a:graphic", "a:graphicData")
        table = at(data, "a:tbl")
        if table is not None:
            return [table_of(table, name, reading)]
        kind = attribute(data, "uri").rpartition("/")[2]
        if kind in ("chart", "chartex"):
            return chart_blocks(frame, name, reading)
        if kind == "diagram":
            return smart_art_blocks(frame, name, reading)
        program = attribute(first(data, "p:oleObj"), "progId", kind)
        reading.warn("object", " ".join(filter(None, (name, program, words_in(frame)))))
        picture = first(data, "p:pic")
        return picture_blocks(picture, reading, saved) if picture is not None else []

    def _warn_link(self, element: Element, reading: Reading) -> None:
        """Tell where a whole shape leads to when it is clicked."""
        for outer in element:
            link = at(outer, "p:cNvPr", "a:hlinkClick")
            if link is not None and (address := address_of(link, reading, name_of(element))):
                reading.warn("link", f"{name_of(element)} → {address}")

    def _warn_left_out(self, code: str, shape: Shape, layout: SlideLayout) -> None:
        """Tell all that a shape says which is not shown."""
        inner: list[str] = []
        reading = self._reading.warning_to(lambda _, what: inner.append(what))
        blocks = self._content(shape, layout, reading, NOWHERE)
        texts = [part.text for block in blocks for part in extract_text(block)]
        said = " ".join(filter(None, (*texts, *inner))) or _drawing_name(shape.element)
        if shape.element.tag != "p:sp" or said:
            self._reading.warn(code, said or name_of(shape.element))

    def _warn_once(self, code: str, what: str) -> None:
        """Tell what stands on several slides at the first of them."""
        if what and what not in self._room.repeated:
            self._room.repeated.add(what)
            self._reading.warn(code, what)

    def _warn_rest(self, root: Element, layout: SlideLayout) -> None:
        """Tell what is on the slide beside its shapes."""
        reading = self._reading
        if self._drawings:
            reading.warn("drawings", _listed(self._drawings))
        if is_on(root, "showMasterSp", True):
            for words in layout.words:
                self._warn_once("on-every-slide", words)
        if first(at(root, "p:cSld", "p:bg"), "a:blip") is not None:
            reading.warn("background", "")
        if is_moving(root):
            reading.warn("animation", "")
        if seconds := advance_of(root):
            reading.warn("advance", f"{seconds:g} s")
        for words in comments_of(reading):
            reading.warn("comment", words)


def read_slide(reading: Reading, room: Room) -> Slide:
    """The slide that `reading` is of; its bare words where it is broken, which is told."""
    try:
        return _Reader(reading, room).read()
    except BrokenPartError:
        reading.warn("slide-unreadable", reading.part)
    # No longer in the handler: what was read so far is let go before.
    words = [literal_text(clean(each)) for each in reading.package.words(reading.part)]
    return Slide(content=tuple(texts_of(words)))
