"""A PNG's rows a few at a time, so that a large one is never in memory as a whole.

Pillow unpacks a PNG into four bytes a pixel at once. Here its data is inflated piece by piece, and
Pillow gets a strip of rows at a time to undo their filters (ISO/IEC 15948, 9), with the row above
as the strip's first, which a filter may refer to.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
"""Modes with so many bytes a pixel."""

_BITS_OF_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by the header's colour type."""

_PIECE = 256 * 1024


class Strips:
    """The strips of the PNG in `file`, which `opened` was opened from, and not yet loaded."""

    def __init__(self, file: BinaryIO, opened: Image.Image) -> None:
        self._file, self._opened = file, opened
        file.seek(24)
        depth, color, _, _, interlaced = file.read(5)
        bits = depth * _BITS_OF_SAMPLES.get(color, 0)
        self._mode = _MODES.get(max(8, bits) // 8, "")
        self._row = (bits * opened.width + 7) // 8
        tile = opened.tile[0] if len(opened.tile) == 1 else None  # type: ignore[attr-defined]
        self._raw = tile.args if tile and tile.codec_name == "zip" else None
        self.are_there = bool(self._mode and isinstance(self._raw, str) and not interlaced)
        """Whether its rows can be had so: not those of an interlaced one, nor of 48 bits."""

    def strips(self, rows: int) -> Iterator[Image.Image]:
        """All of it, `rows` at a time, in the mode of `opened`. Raises OSError if it is broken."""
        data = _Inflated(self._file)
        left, above = self._opened.height, bytes(self._row)
        while left:
            count = min(rows, left)
            filtered = data.take(count * (self._row + 1))
            whole = self._unfiltered(b"\0" + above + filtered, count + 1)
            above = whole[-self._row :]
            yield self._image(memoryview(whole)[self._row :], count)
            left -= count

    def _unfiltered(self, rows: bytes, count: int) -> bytes:
        size = self._row // len(self._mode), count
        packed = zlib.compress(rows, 0)
        return Image.frombytes(self._mode, size, packed, "zip", self._mode, 0).tobytes()

    def _image(self, rows: memoryview, count: int) -> Image.Image:
        opened = self._opened
        size = opened.width, count
        image = Image.frombytes(opened.mode, size, rows, "raw", self._raw)
        if opened.palette is not None:
            mode, colors = opened.palette.getdata()
            image.putpalette(colors, mode)
        if "transparency" in opened.info:
            image.info["transparency"] = opened.info["transparency"]
        return image


class _Inflated:
    """What the IDAT chunks of a PNG hold, inflated as far as it is asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._pieces = _packed(file)
        self._inflate = zlib.decompressobj()

    def take(self, size: int) -> bytes:
        """The next so many bytes. Raises OSError if there are not so many."""
        taken = bytearray()
        while len(taken) < size:
            packed = self._inflate.unconsumed_tail or next(self._pieces, b"")
            if not packed or self._inflate.eof:
                raise OSError("cut short")
            try:
                taken += self._inflate.decompress(packed, size - len(taken))
            except zlib.error as error:
                raise OSError(str(error)) from error
        return bytes(taken)


def _packed(file: BinaryIO) -> Iterator[bytes]:
    at = 8
    while True:
        file.seek(at)
        head = file.read(8)
        length = int.from_bytes(head[:4], "big")
        if len(head) < 8 or head[4:] == b"IEND":
            return
        if head[4:] == b"IDAT":
            for start in range(0, length, _PIECE):
                file.seek(at + 8 + start)
                yield file.read(min(_PIECE, length - start))
        at += 12 + length
