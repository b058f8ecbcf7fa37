"""Whether a picture file moves: more than one image in it.

Read by hand, frame by frame without its pixels, and only when a deck is checked. Sources: GIF89a
18 to 26; PNG's acTL chunk (APNG 1.0, PNG third edition 11.3.6.1); WebP's VP8X flag (RFC 9649 2.7).
"""

from __future__ import annotations

from typing import BinaryIO

_MOST_BLOCKS = 100_000
"""Blocks or chunks that are looked through."""

_IMAGE, _EXTENSION = 0x2C, 0x21


def moves(file: BinaryIO) -> bool:
    """Whether the picture in `file`, read from its beginning, is an animation of several images.

    False for what is cut short before that is seen. Raises OSError.
    """
    file.seek(0)
    start = file.read(30)
    if start[:4] == b"GIF8":
        return _gif(file)
    if start[:8] == b"\x89PNG\r\n\x1a\n":
        return _png(file)
    is_webp = len(start) == 30 and start[:4] == b"RIFF" and start[8:16] == b"WEBPVP8X"
    return is_webp and start[20] & 0x02 != 0


def _gif(file: BinaryIO) -> bool:
    file.seek(10)
    packed = file.read(1)
    file.seek(2, 1)
    _skip_table(file, packed)
    images = 0
    for _ in range(_MOST_BLOCKS):
        mark = file.read(1)
        if mark == bytes([_EXTENSION]):
            file.seek(1, 1)
        elif mark == bytes([_IMAGE]):
            images += 1
            if images > 1:
                return True
            file.seek(8, 1)
            _skip_table(file, file.read(1))
            file.seek(1, 1)
        else:
            return False
        while length := file.read(1):
            if length == b"\0":
                break
            file.seek(length[0], 1)
    return False


def _skip_table(file: BinaryIO, packed: bytes) -> None:
    """Skip a table of colours, if the flags before it say that there is one."""
    if packed and packed[0] & 0x80:
        file.seek(3 * 2 ** ((packed[0] & 0x07) + 1), 1)


def _png(file: BinaryIO) -> bool:
    file.seek(8)
    for _ in range(_MOST_BLOCKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] in (b"IDAT", b"IEND"):
            return False
        if head[4:] == b"acTL":
            return int.from_bytes(file.read(4), "big") > 1
        file.seek(int.from_bytes(head[:4], "big") + 4, 1)
    return False
