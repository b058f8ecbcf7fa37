"""The ``image`` block: a picture, and what it shows in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Percent
from presenter.deck.pictures import HEADER_BYTES, MOST_BYTES, MOST_PIXELS, Size, kind_of, size_of
from presenter.deck.reporter import Fault

if TYPE_CHECKING:
    from presenter.deck.written import Written

_SVG = re.compile(rb"<svg[\s>:]")


class Image(Block, frozen=True, kw_only=True):
    """A picture from the deck's folder; where it cannot be shown, its alt text stands."""

    key: ClassVar[str] = "image"
    shorthand: ClassVar[str] = "path"

    path: Annotated[str, Meta(description="A PNG, JPEG, GIF or WebP file in the deck's folder.")]
    alt: Annotated[
        str, Meta(description="What it shows, in words, for those who cannot see it.")
    ] = ""
    caption: Annotated[str, Meta(description="A line below it. Inline Markdown.")] = ""
    width: Annotated[
        Percent | None,
        Meta(description="Its part of the text's width: 60%; else as large as there is room."),
    ] = None

    def completed(self, written: Written) -> Block:
        """The picture with its size; itself where it cannot be had, which is reported."""
        if not self.alt:
            written.report("", "image-no-alt", "warning")
        path = written.find("path", self.path, keeps_slide=True)
        if isinstance(path, Fault):
            return self
        try:
            status = path.stat()
        except OSError:
            self._refuse(written, "file-unreadable")
            return self
        if status.st_size > MOST_BYTES:
            self._refuse(written, "image-file-too-large", megabytes=MOST_BYTES // 1024 // 1024)
            return self
        size = self._size(written)
        if size is None:
            return self
        if size.width * size.height > MOST_PIXELS:
            self._refuse(written, "image-too-large", size=f"{size.width} × {size.height}")
            return self
        return SizedImage(
            **{name: getattr(self, name) for name in self.__struct_fields__},
            file=str(path),
            size=size,
            stamp=f"{status.st_mtime_ns}-{status.st_size}",
        )

    def _size(self, written: Written) -> Size | None:
        """The picture's size by its file; if that says none, a problem."""
        data = b""
        for most in HEADER_BYTES:
            found = written.read("path", self.path, most, whole=False, keeps_slide=True)
            if isinstance(found, Fault):
                return None
            data = found
            if size := size_of(data):
                return size
            if len(data) < most:
                break
        if kind_of(data):
            self._refuse(written, "image-broken")
        elif _SVG.search(data[:1024]):
            self._refuse(written, "image-svg")
        else:
            self._refuse(written, "image-format")
        return None

    def _refuse(self, written: Written, code: str, **values: object) -> None:
        written.report("path", code, "error", keeps_slide=True, file=self.path, **values)


class SizedImage(Image, frozen=True, kw_only=True):
    """An `Image` whose file was found; made by the loader, never written."""

    file: str
    """Its real path."""
    size: Size
    stamp: str
    """Tells versions of the file apart."""
