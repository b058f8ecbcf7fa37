"""The pictures of a file: each is stored once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pptx.opc.package import Part
from pptx.package import Package
from pptx.parts.image import Image, ImagePart

from presenter.deck.pictures import kind_of

_KEPT = ("png", "jpeg", "gif")
_ORIENTATION = 0x0112


class Media:
    """The pictures that are in the package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, Part] = {}

    def file(self, path: str) -> Part | None:
        """The picture at `path`; None if it cannot be read any more."""
        if path not in self._parts:
            try:
                data = Path(path).read_bytes()
                self._parts[path] = self._part(_as_kept(data))
            except (OSError, ValueError):
                return None
        return self._parts[path]

    def code(self, text: str) -> Part:
        """The QR code of `text`, its light border included."""
        key = f"qr:{text}"
        if key not in self._parts:
            import segno

            # As on stage: all in UTF-8, the least error correction, the largest modules.
            made = BytesIO()
            code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
            code.save(made, kind="png", scale=8, border=4, dark="#000000", light="#ffffff")
            self._parts[key] = self._part(made.getvalue())
        return self._parts[key]

    def _part(self, data: bytes) -> Part:
        return ImagePart.new(self._package, Image.from_file(BytesIO(data)))


def _as_kept(data: bytes) -> bytes:
    """A picture as PowerPoint takes it: WebP, and what lies on its side, becomes PNG or JPEG."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    kind = kind_of(data)
    with Pillow.open(BytesIO(data)) as picture:
        turned = picture.getexif().get(_ORIENTATION, 1) not in (0, 1)
        if kind in _KEPT and not turned:
            return data
        made = BytesIO()
        upright = ImageOps.exif_transpose(picture)
        if kind == "jpeg":
            upright.save(made, "JPEG", quality=92)
        else:
            upright.save(made, "PNG")
        return made.getvalue()
