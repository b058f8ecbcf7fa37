"""The part of a picture that a slide shows, as a picture of its own: what was cropped away must
not come back, and may have been cropped away for a reason."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from presenter.imports.powerpoint.xml import at, is_on, number

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 25_000_000
"""A larger picture is not drawn anew: unpacked twice it would take 200 MB."""

_WHOLE = 100_000
"""A whole picture in the thousandths of a per cent that a crop is given in."""


class Cut(NamedTuple):
    """What is cropped from each edge, of 1; then mirrored, then turned clockwise in quarters."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0
    across: bool = False
    down: bool = False
    quarters: int = 0


WHOLE = Cut()


def cut_of(fill: Element | None, transform: Element | None) -> Cut:
    """The cut that a picture's fill (``a:srcRect``) and place (``a:xfrm``) say.

    A crop below nothing adds an empty margin, which is left out. Angles are taken to the nearest
    quarter.
    """
    source = at(fill, "a:srcRect")
    edges = (number(source, each) / _WHOLE for each in "ltrb")
    left, top, right, bottom = (min(max(each, 0), 1) for each in edges)
    quarters = round(number(transform, "rot") / 60_000 / 90) % 4
    return Cut(
        left, top, right, bottom, is_on(transform, "flipH"), is_on(transform, "flipV"), quarters
    )


def redrawn(data: bytes, cut: Cut) -> bytes:
    """The part of a picture that `cut` leaves, as PNG, or JPEG for a JPEG; empty if it cannot be.

    A picture in a format that a deck has not (TIFF, BMP) becomes PNG.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(
                io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
            ) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return b""
                return _drawn(picture, cut)
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ):
        return b""


def _drawn(picture: Image.Image, cut: Cut) -> bytes:
    from PIL import Image

    width, height = picture.size
    left, top = round(width * cut.left), round(height * cut.top)
    right, bottom = round(width * (1 - cut.right)), round(height * (1 - cut.bottom))
    if right <= left or bottom <= top:
        return b""
    is_photograph = picture.format == "JPEG"
    profile = picture.info.get("icc_profile")
    made = picture.crop((left, top, right, bottom))
    if cut.across:
        made = made.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if cut.down:
        made = made.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    if cut.quarters:
        turns = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
        made = made.transpose(turns[cut.quarters - 1])
    file = io.BytesIO()
    if is_photograph:
        made.save(file, "JPEG", quality=95, icc_profile=profile)
    else:
        if made.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
            made = made.convert("RGBA" if made.mode in ("PA", "La", "RGBa") else "RGB")
        made.save(file, "PNG")
    return file.getvalue()
