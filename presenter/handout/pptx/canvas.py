"""One slide of the file, to which shapes are added."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR as ANCHOR
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.text.text import TextFrame

from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.layouts import (
    FOOTER,
    NUMBER,
    FileLayout,
    Placeholder,
    add_placeholder,
    paint,
    place,
)
from presenter.handout.pptx.text import Inherited, RunWriter, allowed


class SlideCanvas:
    """A slide that is being drawn. Shapes are read in the order in which they are added."""

    def __init__(self, slide: Slide, layout: FileLayout, writer: RunWriter) -> None:
        self.slide = slide
        self.writer = writer
        self.scheme = writer.scheme
        self.placeholders = {each.name: each for each in layout.placeholders}
        self._bodies = [each for each in layout.placeholders if each.name.startswith("Content")]

    def next_body(self) -> Placeholder | None:
        """The layout's next placeholder for content; None when all are taken."""
        return self._bodies.pop(0) if self._bodies else None

    def inherited(self, placeholder: Placeholder) -> Inherited:
        """What text has there without saying so."""
        bold = bool(self.scheme.theme.style(placeholder.style).bold)
        return Inherited(placeholder.size, self.scheme.style(placeholder.style), bold)

    def fill(self, placeholder: Placeholder, box: Box | None = None) -> TextFrame:
        """Have a placeholder of the layout; in `box`, if it stands elsewhere on this slide."""
        shape = add_placeholder(self.slide.shapes, placeholder)
        if box and not _same(box, placeholder.box):
            place(shape, box)
        self.name(shape, placeholder.name)
        frame: TextFrame = shape.text_frame
        if placeholder not in (FOOTER, NUMBER):
            frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        return frame

    def add_text(
        self, name: str, box: Box, insets: tuple[float, ...], *, framed: bool
    ) -> TextFrame:
        """A text box with this air within; framed: whether it is set off from the page."""
        shape: Any = self.slide.shapes.add_textbox(*map(emu, box))
        self.name(shape, name)
        if framed:
            self.scheme.fill(shape.fill, self.scheme.theme.color("surface"))
        frame: TextFrame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        frame.vertical_anchor = ANCHOR.TOP
        left, top, right, bottom = map(emu, insets)
        frame.margin_left, frame.margin_top = left, top
        frame.margin_right, frame.margin_bottom = right, bottom
        return frame

    def add_rectangle(self, name: str, box: Box, color: str) -> None:
        """A filled rectangle, for the eye alone."""
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(emu, box))
        self.name(shape, name)
        paint(shape, self.scheme, color)

    def add_picture(self, name: str, box: Box, data: bytes, alt: str) -> None:
        """A picture."""
        self.name(self.slide.shapes.add_picture(BytesIO(data), *map(emu, box)), name, alt)

    def name(self, shape: Any, name: str, alt: str = "") -> None:
        """Say what a shape is; python-pptx has no call for what stands for it in words."""
        shape.name = f"{name} {shape.shape_id}"
        if alt:
            shape.element.find(f".//{qn('p:cNvPr')}").set("descr", allowed(alt))


def _same(box: Box, other: Box) -> bool:
    return all(abs(mine - theirs) < 0.5 for mine, theirs in zip(box, other, strict=True))
