"""What a picture file says of itself before its pixels: its format, its size, what it would cost.

Read by hand, as a deck is loaded before its first slide is shown: importing Pillow alone takes a
tenth of a start. Sources: PNG (ISO/IEC 15948) 11.2.2, its extension eXIf and its chunk acTL (third
edition, 11.3.6.1), GIF89a 18 to 26, JPEG (ITU T.81) B.2.2 to B.2.3 with Exif 2.3 (4.6.4,
orientation), WebP (RFC 9649).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Literal, NamedTuple

from msgspec import Struct

MOST_BYTES = 32 * 1024 * 1024
"""A larger file is refused."""

MOST_PIXELS = 50_000_000
"""A picture with more is refused: unpacked it would fill the memory."""

MOST_PIXELS_OF_WEBP = 12_500_000
"""The same for WebP, whose decoder needs 16 bytes a pixel and knows no smaller size."""

MOST_SIDE = 65_535
"""Pixels of a side, which JPEG and GIF cannot exceed either."""

MOST_COEFFICIENTS = 160 * 1024 * 1024
"""Bytes that a JPEG's decoder may hold at once: those whose lines come in several passes
("progressive") are held whole, whatever size they are wanted in."""

_MOST_PARTS = 10_000
"""Segments or chunks that are looked through."""

_MOST_EXIF = 64 * 1024

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


class Header(Struct, frozen=True):
    """What is known of a picture without its pixels."""

    kind: Kind
    width: int
    height: int
    """In pixels, as they are stored."""
    orientation: int = 1
    """How it lies, as Exif counts: 1 is upright, 5 to 8 lie on their side."""
    coefficients: int = 0
    """Bytes that its decoder must hold besides the pixels."""
    four_colors: bool = False
    """Whether it is made for print, in cyan, magenta, yellow and black."""

    @property
    def size(self) -> Size:
        """As it is to be seen."""
        turned = self.orientation >= 5
        return Size(self.height, self.width) if turned else Size(self.width, self.height)

    @property
    def is_too_large(self) -> bool:
        """Whether decoding it would take more memory than a talk can spare."""
        most = MOST_PIXELS_OF_WEBP if self.kind == "webp" else MOST_PIXELS
        return (
            self.width * self.height > most
            or max(self.width, self.height) > MOST_SIDE
            or self.coefficients > MOST_COEFFICIENTS
        )


def kind_of(data: bytes) -> Kind | None:
    """The format of a file that begins with `data`; None for any other."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def header_of(file: BinaryIO) -> Header | None:
    """What the picture in `file` says of itself; None if it does not say, or is none."""
    file.seek(0)
    start = file.read(32)
    header: Header | None = None
    match kind_of(start):
        case "png" if start[12:16] == b"IHDR" and len(start) >= 24:
            size = _big(start, 16, 4), _big(start, 20, 4)
            header = Header("png", *size, _orientation(_png_exif(file)))
        case "gif" if len(start) >= 10:
            header = Header("gif", _little(start, 6, 2), _little(start, 8, 2))
        case "jpeg":
            header = _jpeg(file)
        case "webp":
            header = _webp(start, file)
    return header if header and header.width and header.height else None


def _big(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")


def _jpeg(file: BinaryIO) -> Header | None:
    orientation, frame, is_progressive = 1, b"", False
    for marker, length in _segments(file):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            frame, is_progressive = file.read(min(length, 6 + 3 * 4)), marker not in (0xC0, 0xC1)
            if len(frame) < 6:
                return None
        elif marker == 0xE1 and length >= 14 and orientation == 1:
            exif = file.read(min(length, _MOST_EXIF))
            if exif.startswith(b"Exif\0\0"):
                orientation = _orientation(exif[6:])
        elif marker == 0xDA:
            # A first pass over some of the colours only means that more passes follow.
            is_progressive |= file.read(1) != frame[5:6]
            break
    if not frame:
        return None
    height, width, colors = _big(frame, 1, 2), _big(frame, 3, 2), frame[5]
    held = _coefficients(frame, width, height) if is_progressive else 0
    return Header("jpeg", width, height, orientation, held, colors == 4)


def _segments(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The markers of a JPEG and the lengths of what follows each, `file` standing there."""
    at = 2
    for _ in range(_MOST_PARTS):
        file.seek(at)
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF:
            return
        marker = head[1]
        if marker == 0xFF:  # a filler
            at += 1
        elif 0xD0 <= marker <= 0xD8 or marker == 0x01:  # markers that stand alone
            at += 2
        else:
            length = _big(head, 2, 2)
            if length < 2 or marker == 0xD9:
                return
            yield marker, length - 2
            if marker == 0xDA:
                return
            at += 2 + length


def _coefficients(frame: bytes, width: int, height: int) -> int:
    """Bytes of all the coefficients, two for each sample (T.81, A.1.1)."""
    factors = [(each >> 4 or 1, each & 15 or 1) for each in frame[7::3]] or [(1, 1)]
    across, down = (max(each) for each in zip(*factors, strict=True))
    samples = sum(h * v for h, v in factors) * width * height / (across * down)
    return int(2 * samples)


def _chunks(file: BinaryIO, kind: Literal["png", "webp"]) -> Iterator[tuple[bytes, int]]:
    """The names and lengths of a PNG's or a WebP's chunks, `file` standing at what is in them."""
    at = 8 if kind == "png" else 12
    for _ in range(_MOST_PARTS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        if kind == "png":
            length, name = _big(head, 0, 4), head[4:]
            at += 12 + length
        else:
            length, name = _little(head, 4, 4), head[:4]
            at += 8 + length + length % 2
        yield name, length


def _png_exif(file: BinaryIO) -> bytes:
    for name, length in _chunks(file, "png"):
        if name == b"eXIf":
            return file.read(min(length, _MOST_EXIF))
        if name == b"IDAT":  # what follows the pixels nobody looks for
            break
    return b""


def _webp(start: bytes, file: BinaryIO) -> Header | None:
    chunk = start[12:16]
    if chunk == b"VP8X" and len(start) >= 30:
        size = _little(start, 24, 3) + 1, _little(start, 27, 3) + 1
        has_exif = start[20] & 0x08
        return Header("webp", *size, _orientation(_webp_exif(file)) if has_exif else 1)
    if chunk == b"VP8L" and len(start) >= 25 and start[20] == 0x2F:
        bits = _little(start, 21, 4)
        return Header("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 " and len(start) >= 30 and start[23:26] == b"\x9d\x01\x2a":
        return Header("webp", _little(start, 26, 2) & 0x3FFF, _little(start, 28, 2) & 0x3FFF)
    return None


def _webp_exif(file: BinaryIO) -> bytes:
    for name, length in _chunks(file, "webp"):
        if name == b"EXIF":
            return file.read(min(length, _MOST_EXIF)).removeprefix(b"Exif\0\0")
    return b""


def _orientation(tiff: bytes) -> int:
    """The orientation that an Exif block tells, from 1 to 8; 1 where it tells none."""
    order: Literal["big", "little"] = "big" if tiff[:2] == b"MM" else "little"
    first = int.from_bytes(tiff[4:8], order)
    for number in range(int.from_bytes(tiff[first : first + 2], order)):
        entry = tiff[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) < 12:
            break
        if int.from_bytes(entry[:2], order) == 0x0112:
            found = int.from_bytes(entry[8:10], order)
            return found if 1 <= found <= 8 else 1
    return 1


def is_animated(file: BinaryIO) -> bool:
    """Whether the picture in `file`, read from its beginning, is an animation of several images.

    False for what is cut short before that is seen. Raises OSError.
    """
    file.seek(0)
    start = file.read(30)
    if start[:4] == b"GIF8":
        return _has_images(file)
    if kind_of(start) == "png":
        for name, _ in _chunks(file, "png"):
            if name == b"acTL":
                return int.from_bytes(file.read(4), "big") > 1
            if name in (b"IDAT", b"IEND"):
                break
        return False
    is_webp = len(start) == 30 and start[:4] == b"RIFF" and start[8:16] == b"WEBPVP8X"
    return is_webp and start[20] & 0x02 != 0


def _has_images(file: BinaryIO) -> bool:
    """Whether a GIF holds more images than one."""
    file.seek(10)
    packed = file.read(1)
    file.seek(2, 1)
    _skip_table(file, packed)
    images = 0
    for _ in range(10 * _MOST_PARTS):
        mark = file.read(1)
        if mark == b"\x21":  # an extension
            file.seek(1, 1)
        elif mark == b"\x2c":  # an image
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
