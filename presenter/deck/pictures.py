"""What a picture file says of itself in its first bytes: its format and its size.

Read by hand, as a deck is loaded before its first slide is shown: importing Pillow alone takes a
tenth of a start. Sources: PNG (ISO/IEC 15948) 11.2.2, GIF89a 18, JPEG (ITU T.81) B.2.2 with
Exif 2.3 (4.6.4, orientation), WebP (RFC 9649).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

MOST_BYTES = 32 * 1024 * 1024
"""A larger file is refused."""

MOST_PIXELS = 50_000_000
"""A picture with more is refused: unpacked it would fill the memory."""

HEADER_BYTES = (64 * 1024, 4 * 1024 * 1024)
"""How much of a file to read for its header, and how much if that was not enough: in a JPEG,
colour profiles and previews of any length come before the size."""

Kind = Literal["png", "gif", "jpeg", "webp"]

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xff\xd8\xff", "jpeg"),
)


class Size(NamedTuple):
    """In pixels, as the picture is to be seen."""

    width: int
    height: int


def kind_of(data: bytes) -> Kind | None:
    """The format of a file that begins with `data`; None for any other."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def size_of(data: bytes) -> Size | None:
    """The size of the picture that begins with `data`; None if it does not say."""
    size: Size | None = None
    match kind_of(data):
        case "png" if data[12:16] == b"IHDR" and len(data) >= 24:
            size = Size(_big(data, 16, 4), _big(data, 20, 4))
        case "gif" if len(data) >= 10:
            size = Size(_little(data, 6, 2), _little(data, 8, 2))
        case "jpeg":
            size = _jpeg(data)
        case "webp":
            size = _webp(data)
    return size if size and size.width and size.height else None


def _big(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")


def _jpeg(data: bytes) -> Size | None:
    at, turned = 2, False
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a filler
            at += 1
            continue
        if 0xD0 <= marker <= 0xD8 or marker == 0x01:  # markers that stand alone
            at += 2
            continue
        length = _big(data, at + 2, 2)
        if length < 2 or marker in (0xD9, 0xDA):
            return None
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = _big(data, at + 5, 2), _big(data, at + 7, 2)
            return Size(height, width) if turned else Size(width, height)
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turned = _is_turned(data[at + 10 : at + 2 + length])
        at += 2 + length
    return None


def _is_turned(tiff: bytes) -> bool:
    """Whether an Exif block says that the picture lies on its side (orientations 5 to 8)."""
    order: Literal["big", "little"] = "big" if tiff[:2] == b"MM" else "little"
    first = int.from_bytes(tiff[4:8], order)
    for number in range(int.from_bytes(tiff[first : first + 2], order)):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) < 12:
            return False
        if int.from_bytes(entry[:2], order) == 0x0112:
            return 5 <= int.from_bytes(entry[8:10], order) <= 8
    return False


def _webp(data: bytes) -> Size | None:
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        return Size(_little(data, 24, 3) + 1, _little(data, 27, 3) + 1)
    if chunk == b"VP8L" and len(data) >= 25 and data[20] == 0x2F:
        bits = _little(data, 21, 4)
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 " and len(data) >= 30 and data[23:26] == b"\x9d\x01\x2a":
        return Size(_little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)
    return None
