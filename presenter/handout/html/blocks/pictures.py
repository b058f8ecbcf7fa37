"""Pictures, as data within the document, and QR codes."""

from __future__ import annotations

from html import escape

from presenter.deck.blocks import Image, Qr, SizedImage
from presenter.deck.clean import clean
from presenter.handout.html.context import Context
from presenter.handout.html.inline import blocks, link_of, markdown
from presenter.handout.pictures import picture_data

_EXTREME = 150
"""How often the short side goes into the long one of a picture that would not be seen."""


def write_image(block: Image, context: Context) -> str:
    """A picture with its caption; where there is none to be had, what it shows in words."""
    data = picture_data(block.file) if isinstance(block, SizedImage) else None
    said = escape(clean(block.alt))
    if data is None or not isinstance(block, SizedImage):
        shown = f'<p class="alt">{said or escape(clean(block.path))}</p>'
    else:
        # Small ones are enlarged, but not until pixels show.
        wide = f"{block.width}%" if block.width else f"min(100%,{2 * block.size.width}px)"
        size = f'width="{block.size.width}" height="{block.size.height}"'
        # Of an extreme shape a line is to be seen at least.
        odd = max(block.size) > _EXTREME * min(block.size)
        seen = ";object-fit:fill;min-width:2px;min-height:2px" if odd else ""
        look = f'class="picture {context.rules.of(f"width:{wide}{seen}")}"'
        shown = f'<img {look} src="{data}" alt="{said}" {size}>'
    caption = ""
    if block.caption:
        words = markdown(block.caption, context.setting.language)
        caption = f"<figcaption>{words}</figcaption>"
    return f'<figure class="image"{context.step()}>{shown}{caption}</figure>'


def write_qr(block: Qr, context: Context) -> str:
    """The code, dark on light in every theme, and beside it what it says."""
    import segno

    code = segno.make_qr(block.text, error="l", mode="byte", encoding="utf-8")
    drawn = code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    drawn = drawn.replace("<svg ", '<svg aria-hidden="true" ', 1)
    label = blocks(block.label, context.setting.language)
    said = f'{label}<p class="address">{link_of(block.text)}</p>'
    return f'<figure class="qr"{context.step()}>{drawn}<figcaption>{said}</figcaption></figure>'
