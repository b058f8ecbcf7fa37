"""The pictures on a slide, as they are shown there, saved under names of their own.

What was cropped away must not come back: it may have been cropped away for a reason.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from presenter.deck.blocks import Block, Image, Text
from presenter.deck.picture_headers import MOST_BYTES, header_of, kind_of
from presenter.deck.safe_files import write_new
from presenter.imports.plain import literal_text
from presenter.imports.powerpoint.package import BrokenPartError, Reading, description_of, name_of
from presenter.imports.powerpoint.xml import at, attribute, children, is_on, number

if TYPE_CHECKING:
    from PIL.Image import Image as Drawing

MOST_PIXELS = 25_000_000
"""A larger picture is not drawn anew: unpacked twice it would take 200 MB."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
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
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                is_too_large = picture.width * picture.height > MOST_PIXELS
                return b"" if is_too_large else _drawn(picture, cut)
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        return b""


def _drawn(picture: Drawing, cut: Cut) -> bytes:
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
    file = BytesIO()
    if is_photograph:
        made.save(file, "JPEG", quality=95, icc_profile=profile)
    else:
        if made.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
            made = made.convert("RGBA" if made.mode in ("PA", "La", "RGBa") else "RGB")
        made.save(file, "PNG")
    return file.getvalue()


# Saving.

_ENDINGS = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
_REDRAWN = (b"II*\0", b"MM\0*", b"BM")
"""How files in formats begin that become PNG: TIFF and BMP."""


class NotSavedError(Exception):
    """A picture cannot be written to `path`, and `why`."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(str(error))
        self.path = path
        self.why = error.strerror or str(error)


class Saved:
    """Saves pictures into `folder` as ``stem-1.png``; None saves nothing. No file is replaced."""

    def __init__(self, folder: Path | None, stem: str = "picture") -> None:
        self.folder = folder
        self.paths: list[Path] = []
        """What was written."""
        self._stem = stem
        self._names: dict[tuple[bytes, Cut], str] = {}
        self._number = 0

    def save(self, data: bytes, cut: Cut = WHOLE) -> str:
        """The name of the file that holds what `cut` leaves of `data`; empty if there is none.

        There is none if it is no picture that a deck may show. Raises NotSavedError.
        """
        if self.folder is None:
            return ""
        key = (sha256(data).digest(), cut)
        if key not in self._names:
            self._names[key] = self._save(self.folder, data, cut)
        return self._names[key]

    def keep(self) -> None:
        """Leave what was written where it is, whatever comes."""
        self.paths.clear()

    def discard(self) -> None:
        """Take back what was written."""
        for path in self.paths:
            with suppress(OSError):
                path.unlink()
        self.paths.clear()

    def _save(self, folder: Path, data: bytes, cut: Cut) -> str:
        if cut != WHOLE or data.startswith(_REDRAWN):
            data = redrawn(data, cut)
        header = header_of(BytesIO(data))
        if header is None or header.is_too_large or len(data) > MOST_BYTES:
            return ""
        return self._write(folder, data, _ENDINGS[header.kind])

    def _write(self, folder: Path, data: bytes, ending: str) -> str:
        while True:
            self._number += 1
            path = folder / f"{self._stem}-{self._number}{ending}"
            try:
                write_new(path, data)
            except FileExistsError:
                continue
            except OSError as error:
                raise NotSavedError(path, error) from error
            self.paths.append(path)
            return path.name


# Showing.

_MEDIA = {
    "a:videoFile": "video",
    "a:quickTimeFile": "video",
    "a:audioFile": "audio",
    "a:wavAudioFile": "audio",
    "a:audioCd": "audio",
}
_EFFECTS = ("a:biLevel", "a:clrChange", "a:duotone", "a:grayscl")
_STRAIGHT = 60_000
"""A degree, in the unit of angles."""


def picture_blocks(shape: Element, reading: Reading, saved: Saved) -> list[Block]:
    """The block of a picture, a ``p:pic`` or a shape that is filled with one."""
    media = _media(shape)
    if media:
        reading.warn("media", f"{media}: {name_of(shape)}")
        if media == "audio":
            return []
    fill = at(shape, "p:blipFill")
    fill = fill if fill is not None else at(shape, "p:spPr", "a:blipFill")
    blip = at(fill, "a:blip")
    transform = at(shape, "p:spPr", "a:xfrm")
    alt = description_of(shape) or ""
    name = alt or name_of(shape)
    kept: list[Block] = [Text(text=literal_text(alt))] if alt else []
    if blip is None or (blip.get("r:link") and not blip.get("r:embed")):
        link = reading.relations.get(attribute(blip, "r:link"))
        reading.warn("picture-linked", f"{name}: {link.target if link else '?'}")
        return kept
    try:
        part = reading.target(blip, "r:embed")
        data = reading.package.bytes_of(part, MOST_BYTES)
    except BrokenPartError:
        reading.warn("picture", name)
        return kept
    file = part.rpartition("/")[2]
    if saved.folder is None:
        reading.warn("picture-not-saved", file)
        return kept or [Text(text=literal_text(file))]
    cut = cut_of(fill, transform)
    path = saved.save(data, cut)
    kind = kind_of(data) if cut != WHOLE else ""
    if not path:
        reading.warn("picture-cut" if kind else "picture", f"{name} ({file})")
        return kept
    if kind == "gif":
        reading.warn("picture-moving", name)
    _warn_looks(blip, transform, name, reading)
    return [Image(path=path, alt=alt)]


def _media(shape: Element) -> str:
    """``video`` or ``audio`` for a picture that stands for one."""
    held = [each.tag for each in children(at(shape, "p:nvPicPr", "p:nvPr"))]
    return next((_MEDIA[tag] for tag in held if tag in _MEDIA), "")


def _warn_looks(blip: Element, transform: Element | None, name: str, reading: Reading) -> None:
    """Tell what makes a picture look otherwise than its file."""
    looks = [each.tag[2:] for each in blip if each.tag in _EFFECTS]
    angle = number(transform, "rot") % (90 * _STRAIGHT)
    if min(angle, 90 * _STRAIGHT - angle) > _STRAIGHT:
        looks.append(f"{number(transform, 'rot') / _STRAIGHT:.0f}°")
    if looks:
        reading.warn("picture-words", f"{name}: {', '.join(looks)}")
