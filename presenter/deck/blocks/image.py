"""The ``image`` block: a picture, and what it shows in words."""

from __future__ import annotations

import re
from contextlib import suppress
from io import SEEK_END
from typing import TYPE_CHECKING, Annotated, BinaryIO, ClassVar

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.deck_file import DeckFile
from presenter.deck.fields import Later, Percent
from presenter.deck.pictures import MOST_BYTES, Size, header_of, kind_of
from presenter.deck.reporter import Fault

if TYPE_CHECKING:
    from presenter.deck.written import Written

_SVG = re.compile(rb"<svg[\s>:]")


class Image(Block, frozen=True, kw_only=True):
    """A picture from the deck's folder; where it cannot be shown, its alt text stands."""

    key: ClassVar[str] = "image"
    shorthand: ClassVar[str] = "path"
    later: ClassVar[Later] = {"align": "key"}

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
        found = written.open("path", self.path, keeps_slide=True)
        if isinstance(found, Fault):
            return self
        picture, file = found
        with file:
            size = self._size(written, file)
            if size is not None and written.thorough:
                self._look_for_frames(written, file)
        if size is None:
            return self
        written.shows(picture)
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        return SizedImage(**fields, file=picture, size=size)

    def _look_for_frames(self, written: Written, file: BinaryIO) -> None:
        """Warn of an animation, which stands still."""
        from presenter.deck.animations import moves

        with suppress(OSError):
            if moves(file):
                written.report("path", "image-animated", "warning", file=self.path)

    def _size(self, written: Written, file: BinaryIO) -> Size | None:
        """The picture's size by its file; if there is none, or too much of it, a problem."""
        try:
            length, start, header = file.seek(0, SEEK_END), _start(file), header_of(file)
        except OSError:
            self._refuse(written, "file-unreadable")
            return None
        if length > MOST_BYTES:
            self._refuse(written, "image-file-too-large", megabytes=MOST_BYTES // 1024 // 1024)
        elif header is None:
            self._refuse_other(written, start)
        elif header.is_too_large:
            self._refuse(written, "image-too-large", size=f"{header.width} × {header.height}")
        else:
            return header.size
        return None

    def _refuse_other(self, written: Written, start: bytes) -> None:
        """Say why a file that begins with `start` is no picture that has a size."""
        if kind_of(start):
            self._refuse(written, "image-broken")
        elif _SVG.search(start):
            self._refuse(written, "image-svg")
        else:
            self._refuse(written, "image-format")

    def _refuse(self, written: Written, code: str, **values: object) -> None:
        written.report("path", code, "error", keeps_slide=True, file=self.path, **values)


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(1024)


class SizedImage(Image, frozen=True, kw_only=True):
    """An `Image` whose file was found; made by the loader, never written."""

    file: DeckFile
    size: Size
