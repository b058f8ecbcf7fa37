"""Pictures and QR codes, each with its words below."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.opc.package import Part

from presenter.content.inline import Styled, inline, paragraphs
from presenter.deck.blocks import Image, Qr, SizedImage
from presenter.handout.pptx.canvas import Canvas
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.flow import Flow, Paragraph
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.links import is_address
from presenter.handout.pptx.stack import Element

_LEAST = 4.0
"""The least height of a picture, in ems of the body's size."""
_VISIBLE = 2.0
"""The least side of a picture, in points: an extreme shape gives way so that it can be seen."""
_GAP = 6.0
_CODE = 270.0
_FRAME = (16.0, 12.0, 16.0, 12.0)


@dataclass(frozen=True)
class Shown(Element):
    """A picture with words below. ratio: its width by its height; part: of the width, at most."""

    media: Part
    name: str
    alt: str
    ratio: float
    part: float
    highest: float
    words: Flow | None
    step: int
    centred: bool

    @property
    def steps(self) -> frozenset[int]:
        """When it appears."""
        return frozenset({self.step})

    def least(self, width: float, size: float) -> float:
        """A small picture and its words."""
        return min(self._natural(width), _LEAST * size) + self._below(width, size)

    def wanted(self, width: float, size: float) -> float:
        """The picture in its width, and its words."""
        return self._natural(width) + self._below(width, size)

    def draw(self, canvas: Canvas, box: Box, size: float, step: int) -> None:
        """The picture, as large as the box lets it be, its shape kept."""
        if self.step > step:
            return
        below = self._below(box.width, size)
        height = min(self._natural(box.width), box.height - below)
        width = min(box.width, max(_VISIBLE, height * self.ratio))
        height = max(_VISIBLE, height)
        x = box.x + (box.width - width) / 2 if self.centred else box.x
        canvas.add_picture(self.name, Box(x, box.y, width, height), self.media, self.alt)
        if self.words:
            words = Box(box.x, box.y + height + _GAP, box.width, below - _GAP)
            self.words.draw(canvas, words, size, step)

    def _natural(self, width: float) -> float:
        return min(width * self.part / self.ratio, self.highest)

    def _below(self, width: float, size: float) -> float:
        return self.words.least(width, size) + _GAP if self.words else 0.0


def image(block: Image, context: Context) -> list[Element]:
    """The picture with its caption; where it cannot be had, its alt text in its place."""
    step, scheme = context.node.step, context.scheme
    alt = block.alt or block.path
    media = context.media.file(block.file) if isinstance(block, SizedImage) else None
    caption = _words(block.caption, "image.caption", 0.6, step, context)
    if media is None or not isinstance(block, SizedImage):
        says = Paragraph(((Styled(alt, ""),),), "image.alt", scale=0.8, before=0.0, step=step)
        fill = scheme.theme.color("surface")
        frame = Flow((says, *caption), context.language, "Missing picture", "", fill, _FRAME)
        return [frame]
    part = block.width / 100 if block.width else 1.0
    words = Flow(caption, context.language, "Caption") if caption else None
    ratio = block.size.width / block.size.height
    return [Shown(media, "Picture", alt, ratio, part, 10_000.0, words, step, context.centred)]


def qr(block: Qr, context: Context) -> list[Element]:
    """The code, and below it what it leads to and what it says."""
    step = context.node.step
    link = block.text if is_address(block.text) else ""
    address = Paragraph(
        ((Styled(block.text, "", link),),),
        "qr.link" if link else "qr.text",
        scale=0.6,
        before=0.1,
        step=step,
        centred=context.centred,
    )
    label = _words(block.label, "qr.label", 0.72, step, context)
    words = Flow((*label, address), context.language, "Address")
    media = context.media.code(block.text)
    return [Shown(media, "QR code", block.text, 1.0, 1.0, _CODE, words, step, context.centred)]


def _words(
    text: str, style: str, scale: float, step: int, context: Context
) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(inline(part), style, scale=scale, before=0.1, step=step, centred=context.centred)
        for part in paragraphs(text)
    )
