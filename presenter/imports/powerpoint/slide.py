"""A slide of a PowerPoint file: its shapes as blocks, its title and notes.

What has no equivalent is told with the slide's number.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from presenter.deck import Slide
from presenter.deck.blocks import Block
from presenter.deck.clean import clean
from presenter.deck.text_of import text_of
from presenter.imports.draft import DraftSlide, Remark
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.beside import (
    advance_of,
    comments_of,
    is_built,
    is_moving,
    notes_of,
)
from presenter.imports.powerpoint.charts import chart_blocks
from presenter.imports.powerpoint.drawings import drawing_name, listed
from presenter.imports.powerpoint.geometry import Box
from presenter.imports.powerpoint.layout import FURNITURE, TITLES, Layout
from presenter.imports.powerpoint.lengths import MOST_TITLE, texts_of
from presenter.imports.powerpoint.order import Placed, in_order
from presenter.imports.powerpoint.package import BrokenPartError
from presenter.imports.powerpoint.paragraphs import blocks_of, heading_of
from presenter.imports.powerpoint.pictures import picture_blocks
from presenter.imports.powerpoint.reading import Reading, name_of, words_in
from presenter.imports.powerpoint.runs import address_of
from presenter.imports.powerpoint.saved import Saved
from presenter.imports.powerpoint.shapes import Shape, shapes_of
from presenter.imports.powerpoint.smart_art import smart_art_blocks
from presenter.imports.powerpoint.tables import table_of
from presenter.imports.powerpoint.too_large import in_slides
from presenter.imports.powerpoint.xml import at, first, is_on

NOWHERE = Saved(None)


class Room:
    """What all slides of a deck share: its size in EMU, its folder, what was told of each slide."""

    def __init__(self, width: float, height: float, saved: Saved) -> None:
        self.width = width
        self.height = height
        self.saved = saved
        self.repeated: set[str] = set()
        """What stands on several slides, and was told at the first."""


class SlideReader:
    """Reads the slide that `reading` is of, the one of a `number`."""

    def __init__(self, reading: Reading, number: int, room: Room) -> None:
        self._reading = reading
        self._number = number
        self._room = room
        self._title = ""
        self._subtitle = ""
        self._drawings: list[str] = []

    def read(self) -> Slide:
        """The slide. Raises BrokenPartError."""
        reading = self._reading
        root = reading.package.tree(reading.part)
        layout = Layout(reading)
        placed: list[Placed] = []
        tree = at(root, "p:cSld", "p:spTree")
        for shape in shapes_of(tree, layout) if tree is not None else ():
            if blocks := self._blocks(shape, layout):
                placed.append(Placed(shape.box or Box(0, 0, self._room.width, 0), blocks))
        self._tell_rest(root, layout)
        return Slide(
            title=self._title,
            subtitle=self._subtitle,
            notes=notes_of(reading),
            hidden=not is_on(root, "show", True),
            reveal=True if is_built(root) else None,
            content=tuple(in_order(placed)),
        )

    def _blocks(self, shape: Shape, layout: Layout) -> list[Block]:
        element, room = shape.element, self._room
        if shape.kind in FURNITURE:
            self._tell_once("not-carried", words_in(element) if shape.kind != "sldNum" else "")
            return []
        if shape.hidden or (shape.box and shape.box.is_outside(room.width, room.height)):
            self._tell_left_out("hidden-shape" if shape.hidden else "off-slide", shape, layout)
            return []
        if self._is_heading(shape):
            return []
        blocks = self._content(shape, layout, self._reading, room.saved)
        if not blocks and shape.place is None and (name := drawing_name(element)):
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

    def _content(self, shape: Shape, layout: Layout, reading: Reading, saved: Saved) -> list[Block]:
        element = shape.element
        self._tell_link(element, reading)
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
        kind = (data.get("uri", "") if data is not None else "").rpartition("/")[2]
        if kind in ("chart", "chartex"):
            return chart_blocks(frame, name, reading)
        if kind == "diagram":
            return smart_art_blocks(frame, name, reading)
        found = first(data, "p:oleObj")
        program = found.get("progId", "") if found is not None else kind
        reading.tell("object", " ".join(filter(None, (name, program, words_in(frame)))))
        picture = first(data, "p:pic")
        return picture_blocks(picture, reading, saved) if picture is not None else []

    def _tell_link(self, element: Element, reading: Reading) -> None:
        """Tell where a whole shape leads to when it is clicked."""
        for outer in element:
            link = at(outer, "p:cNvPr", "a:hlinkClick")
            if link is not None and (address := address_of(link, reading, name_of(element))):
                reading.tell("link", f"{name_of(element)} → {address}")

    def _tell_left_out(self, code: str, shape: Shape, layout: Layout) -> None:
        """Tell all that a shape says which is not shown."""
        inner: list[str] = []
        reading = self._reading.telling(lambda _, what: inner.append(what))
        blocks = self._content(shape, layout, reading, NOWHERE)
        texts = [part.text for block in blocks for part in text_of(block)]
        said = " ".join(filter(None, (*texts, *inner))) or drawing_name(shape.element)
        if shape.element.tag != "p:sp" or said:
            self._reading.tell(code, said or name_of(shape.element))

    def _tell_once(self, code: str, what: str) -> None:
        """Tell what stands on several slides at the first of them."""
        if what and what not in self._room.repeated:
            self._room.repeated.add(what)
            self._reading.tell(code, what)

    def _tell_rest(self, root: Element, layout: Layout) -> None:
        """Tell what is on the slide beside its shapes."""
        reading = self._reading
        if self._drawings:
            reading.tell("drawings", listed(self._drawings))
        if is_on(root, "showMasterSp", True):
            for words in layout.words:
                self._tell_once("on-every-slide", words)
        if first(at(root, "p:cSld", "p:bg"), "a:blip") is not None:
            reading.tell("background", "")
        if is_moving(root):
            reading.tell("animation", "")
        if seconds := advance_of(root):
            reading.tell("advance", f"{seconds:g} s")
        for words in comments_of(reading):
            reading.tell("comment", words)


def read_slide(reading: Reading, number: int, room: Room) -> list[DraftSlide]:
    """The slide of a `number`, with what is told of it; its bare words where it is broken.

    It is several where it holds too much for one of a deck.
    """
    remarks: list[Remark] = []

    def tell(code: str, what: str) -> None:
        remark = Remark(number, code, what)
        if remark not in remarks[-20:]:
            remarks.append(remark)

    slide: Slide | None = None
    try:
        slide = SlideReader(reading.telling(tell), number, room).read()
    except BrokenPartError:
        tell("slide-unreadable", reading.part)
    if slide is None:  # no longer in the handler: what was read so far is let go before
        words = [literal_text(clean(each)) for each in reading.package.words(reading.part)]
        slide = Slide(content=tuple(texts_of(words)))
    first, *rest = in_slides(slide, tell)
    return [DraftSlide(first, remarks), *map(DraftSlide, rest)]
