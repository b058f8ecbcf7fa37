"""Pictures and QR codes, each with its words below."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from presenter.content.inline import Styled, inline, paragraphs
from presenter.deck.blocks import Image, Qr, SizedImage
from presenter.deck.deck_file import DeckFile
from presenter.deck.pictures import Kind
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, Paragraph
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.stack import ConversionContext, Element
from presenter.handout.pptx.text import is_address

_LEAST = 4.0
"""The least height of a picture, in ems of the body's size."""
_VISIBLE = 2.0
"""The least side of a picture, in points: an extreme shape gives way so that it can be seen."""
_GAP = 6.0
_CODE = 270.0
_FRAME = (16.0, 12.0, 16.0, 12.0)

_KEPT: tuple[Kind, ...] = ("png", "jpeg", "gif")
"""What PowerPoint takes."""
_MOST = 2880
"""Pixels of the longer side: 216 to the inch on a slide as wide as ours."""


class Media:
    """The pictures of an export, as they are stored in its file; each is made once."""

    def __init__(self) -> None:
        self._made: dict[str, bytes] = {}

    def picture(self, file: DeckFile) -> bytes | None:
        """The picture in `file`; None if it cannot be had any more."""
        from presenter.deck.pixels import PictureError, encoded

        if file.path not in self._made:
            try:
                self._made[file.path] = encoded(file, _MOST, as_it_is=_KEPT).data
            except (PictureError, ValueError):
                return None
        return self._made[file.path]

    @staticmethod
    def code(text: str) -> bytes:
        """The QR code of `text`, its light border included."""
        import segno

        # As on stage: all in UTF-8, the least error correction, the largest modules.
        made = BytesIO()
        code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
        code.save(made, kind="png", scale=8, border=4, dark="#000000", light="#ffffff")
        return made.getvalue()


@dataclass(frozen=True)
class ShownPicture(Element):
    """A picture with words below. ratio: its width by its height; part: of the width, at most."""

    data: bytes
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

    def min_height(self, width: float, size: float) -> float:
        """A small picture and its words."""
        return min(self._natural(width), _LEAST * size) + self._below(width, size)

    def preferred_height(self, width: float, size: float) -> float:
        """The picture in its width, and its words."""
        return self._natural(width) + self._below(width, size)

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The picture, as large as the box lets it be, its shape kept."""
        if self.step > step:
            return
        below = self._below(box.width, size)
        height = min(self._natural(box.width), box.height - below)
        width = min(box.width, max(_VISIBLE, height * self.ratio))
        height = max(_VISIBLE, height)
        x = box.x + (box.width - width) / 2 if self.centred else box.x
        canvas.add_picture(self.name, Box(x, box.y, width, height), self.data, self.alt)
        if self.words:
            words = Box(box.x, box.y + height + _GAP, box.width, below - _GAP)
            self.words.draw(canvas, words, size, step)

    def _natural(self, width: float) -> float:
        return min(width * self.part / self.ratio, self.highest)

    def _below(self, width: float, size: float) -> float:
        return self.words.min_height(width, size) + _GAP if self.words else 0.0


def image(block: Image, context: ConversionContext) -> list[Element]:
    """The picture with its caption; where it cannot be had, its alt text in its place."""
    step = context.node.step
    alt = block.alt or block.path
    media = context.media.picture(block.file) if isinstance(block, SizedImage) else None
    caption = _words(block.caption, "image.caption", 0.6, step, context)
    if media is None or not isinstance(block, SizedImage):
        says = Paragraph(((Styled(alt, ""),),), "image.alt", scale=0.8, before=0.0, step=step)
        shown = (says, *caption)
        return [Flow(shown, context.language, "Missing picture", framed=True, insets=_FRAME)]
    part = block.width / 100 if block.width else 1.0
    words = Flow(caption, context.language, "Caption") if caption else None
    ratio = block.size.width / block.size.height
    return [
        ShownPicture(media, "Picture", alt, ratio, part, 10_000.0, words, step, context.centred)
    ]


def qr(block: Qr, context: ConversionContext) -> list[Element]:
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
    return [
        ShownPicture(media, "QR code", block.text, 1.0, 1.0, _CODE, words, step, context.centred)
    ]


def _words(
    text: str, style: str, scale: float, step: int, context: ConversionContext
) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(inline(part), style, scale=scale, before=0.1, step=step, centred=context.centred)
        for part in paragraphs(text)
    )
