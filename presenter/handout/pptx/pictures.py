"""Pictures and QR codes, each with its words below."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from presenter.content import nodes
from presenter.content.blocks import qr_code
from presenter.content.inline import Paragraph, Styled
from presenter.deck.picture_headers import Kind
from presenter.deck.safe_files import DeckFile
from presenter.handout.pptx.canvas import SlideCanvas
from presenter.handout.pptx.flow import Flow, FlowParagraph, plainly
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.stack import ConversionContext, Element

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
    firsts: tuple[int]
    centred: bool

    def min_height(self, width: float, size: float) -> float:
        """A small picture and its words."""
        return min(self._natural(width), _LEAST * size) + self._below(width, size)

    def preferred_height(self, width: float, size: float) -> float:
        """The picture in its width, and its words."""
        return self._natural(width) + self._below(width, size)

    def draw(self, canvas: SlideCanvas, box: Box, size: float, step: int) -> None:
        """The picture, as large as the box lets it be, its shape kept."""
        if self.firsts[0] > step:
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


def picture(node: nodes.Picture, context: ConversionContext) -> list[Element]:
    """The picture with its caption; where it cannot be had, its words in its place."""
    caption = _paragraph(node.caption, "image.caption", 0.6, node.step, context)
    data = _made(node.file, context.pictures) if node.file else None
    if data is None or node.size is None:
        says = FlowParagraph(
            plainly(node.instead), "image.alt", scale=0.8, before=0.0, step=node.step
        )
        shown = (says, caption) if node.caption else (says,)
        return [Flow(shown, context.language, "Missing picture", framed=True, insets=_FRAME)]
    return [
        ShownPicture(
            data,
            "Picture",
            node.instead,
            node.size.width / node.size.height,
            node.width / 100 if node.width else 1.0,
            10_000.0,
            Flow((caption,), context.language, "Caption") if node.caption else None,
            (node.step,),
            context.centred,
        )
    ]


def _made(file: DeckFile, made: dict[str, bytes]) -> bytes | None:
    """The picture in `file` as it is stored, once, in ours; None if it cannot be had any more."""
    from PIL import Image

    from presenter.deck.pixels import PictureError, encoded

    if file.path not in made:
        try:
            data = encoded(file, _MOST, as_it_is=_KEPT).data
            if Image.open(BytesIO(data)).format == "MPO":
                # A phone's photograph with others behind it, which python-pptx does not take.
                data = encoded(file, _MOST).data
        except PictureError:
            return None
        made[file.path] = data
    return made[file.path]


def qr(node: nodes.Qr, context: ConversionContext) -> list[Element]:
    """The code, and below it what it leads to and what it says."""
    label = (_paragraph(each, "qr.label", 0.72, node.step, context) for each in node.label)
    style = "qr.link" if node.link else "qr.text"
    address = _paragraph(((Styled(node.text, "", node.link),),), style, 0.6, node.step, context)
    words = Flow((*label, address), context.language, "Address")
    made = BytesIO()
    code = qr_code(node.text)
    code.save(made, kind="png", scale=8, border=4, dark="#000000", light="#ffffff")
    data = made.getvalue()
    return [
        ShownPicture(
            data, "QR code", node.text, 1.0, 1.0, _CODE, words, (node.step,), context.centred
        )
    ]


def _paragraph(
    lines: Paragraph, style: str, scale: float, step: int, context: ConversionContext
) -> FlowParagraph:
    """Words below a picture."""
    return FlowParagraph(lines, style, scale=scale, before=0.1, step=step, centred=context.centred)
