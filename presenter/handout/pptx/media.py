"""The pictures of a file: each is stored once."""

from __future__ import annotations

from io import BytesIO

from pptx.opc.package import Part
from pptx.package import Package
from pptx.parts.image import Image, ImagePart

from presenter.deck.deck_file import DeckFile
from presenter.deck.pictures import Kind

_KEPT: tuple[Kind, ...] = ("png", "jpeg", "gif")
"""What PowerPoint takes."""

_MOST = 2880
"""Pixels of the longer side: 216 to the inch on a slide as wide as ours."""


class Media:
    """The pictures that are in the package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, Part] = {}

    def file(self, file: DeckFile) -> Part | None:
        """The picture in `file`; None if it cannot be had any more."""
        from presenter.deck.pixels import PictureError, encoded

        if file.path not in self._parts:
            try:
                self._parts[file.path] = self._part(encoded(file, _MOST, as_it_is=_KEPT).data)
            except (PictureError, ValueError):
                return None
        return self._parts[file.path]

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
