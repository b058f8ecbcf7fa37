"""Pictures: from a file, with what they show in words; and codes for the phones of the audience."""

from __future__ import annotations

import re
from contextlib import suppress
from io import SEEK_END
from typing import Annotated, BinaryIO, ClassVar

from msgspec import Meta, structs

from presenter.deck.blocks.block import Block, BlockContext
from presenter.deck.fields import Later, Percent, Steering
from presenter.deck.picture_headers import MOST_BYTES, Size, header_of, is_animated, kind_of
from presenter.deck.reporter import Fault
from presenter.deck.safe_files import DeckFile

MOST_IN_QR = 2953
"""Bytes that the largest code holds. Source: ISO/IEC 18004, table 7 (version 40-L, byte mode)."""

_SVG = rb"<svg[\s>:]"


class Image(Block, frozen=True, kw_only=True):
    """A picture from the deck's folder; where it cannot be shown, its alt text stands."""

    key: ClassVar[str] = "image"
    shorthand: ClassVar[str] = "path"
    later: ClassVar[Later] = {"align": "key"}

    path: Annotated[
        Steering, Meta(description="A PNG, JPEG, GIF or WebP file in the deck's folder.")
    ]
    alt: Annotated[
        str, Meta(description="What it shows, in words, for those who cannot see it.")
    ] = ""
    caption: Annotated[str, Meta(description="A line below it. Inline Markdown.")] = ""
    width: Annotated[
        Percent | None,
        Meta(description="Its part of the text's width: 60%; else as large as there is room."),
    ] = None

    def finish_loading(self, context: BlockContext) -> Block:
        """The picture with its size; itself where it cannot be had, which is reported."""
        if not self.alt:
            context.report("", "image-no-alt", "warning")
        found = context.open("path", self.path, keeps_slide=True)
        if isinstance(found, Fault):
            return self
        picture, file = found
        with file:
            size = self._size(context, file)
            if size is not None and context.thorough:
                with suppress(OSError):
                    if is_animated(file):
                        context.report("path", "image-animated", "warning", file=self.path)
        if size is None:
            return self
        context.shows(picture)
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        return SizedImage(**fields, file=picture, size=size)

    def _size(self, context: BlockContext, file: BinaryIO) -> Size | None:
        """The picture's size by its file; if there is none, or too much of it, a problem."""
        try:
            length = file.seek(0, SEEK_END)
            file.seek(0)
            start, header = file.read(1024), header_of(file)
        except OSError:
            self._refuse(context, "file-unreadable")
            return None
        if length > MOST_BYTES:
            self._refuse(context, "image-file-too-large", megabytes=MOST_BYTES // 1024 // 1024)
        elif header is None:
            svg = "image-svg" if re.search(_SVG, start) else "image-format"
            self._refuse(context, "image-broken" if kind_of(start) else svg)
        elif header.is_too_large:
            self._refuse(context, "image-too-large", size=f"{header.width} × {header.height}")
        else:
            return header.size
        return None

    def _refuse(self, context: BlockContext, code: str, **values: object) -> None:
        context.report("path", code, "error", keeps_slide=True, file=self.path, **values)


class SizedImage(Image, frozen=True, kw_only=True):
    """An `Image` whose file was found; made by the loader, never written."""

    file: DeckFile
    size: Size


class Qr(Block, frozen=True, kw_only=True):
    """A QR code, with its text below to be read and copied."""

    key: ClassVar[str] = "qr"
    shorthand: ClassVar[str] = "text"

    text: Annotated[str, Meta(description="What the code says: an address, as a rule.")]
    label: Annotated[str, Meta(description="What it leads to. Inline Markdown.")] = ""

    def finish_loading(self, context: BlockContext) -> Block | Fault:
        """The block with its text trimmed; FAULT if no code can hold that."""
        text = self.text.strip()
        size = len(text.encode())
        if not 1 <= size <= MOST_IN_QR:
            return context.report("text", "qr-length", bytes=size, most=MOST_IN_QR)
        return structs.replace(self, text=text)
