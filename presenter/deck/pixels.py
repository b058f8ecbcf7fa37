"""The pixels of a picture file. Importing this imports Pillow: do so when a picture is drawn.

However large a picture is, decoding it takes at most about 200 MB besides the result: JPEG is
decoded at a part of its size, PNG strip by strip, and what Pillow must have whole is refused by
its header if that would be more (`Header.is_too_large`).
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO, NamedTuple

from PIL import Image, ImageCms, WebPImagePlugin

from presenter.deck.picture_headers import MOST_BYTES, Header, Kind, header_of
from presenter.deck.safe_files import DeckFile

# Named here, as Pillow would otherwise import all of its formats to find WebP.


# Broken Exif data and the like; a warning would be written into the middle of a slide.
warnings.filterwarnings("ignore", module=r"PIL\.")
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

_FORMATS = ("PNG", "JPEG", "GIF", WebPImagePlugin.WebPImageFile.format)

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What puts a picture upright, by the orientation that Exif tells."""

_STRIP = 1_000_000
"""Pixels of a strip, about."""

_ENOUGH = 16_000_000
"""Pixels from which a picture is reduced as far as can be before it is resized."""

_PLENTY = 3
"""Otherwise it is left so many times larger."""

_QUALITY = 92

_PHOTOGRAPH = 4 * 1024 * 1024
"""Bytes of a PNG that can only be a photograph: a JPEG shows the same in a tenth of it."""


class PictureError(Exception):
    """A picture that cannot be had; its text says why, for a log."""


class Encoded(NamedTuple):
    """A picture as a file. width, height: in pixels, as it is to be seen."""

    kind: Kind
    data: bytes
    width: int
    height: int


def read_pixels(
    picture: DeckFile, width: int, height: int, *, slack: float = 0.0, enlarge: bool = True
) -> Image.Image:
    """The picture, as large as fits into `width` by `height` pixels, its shape kept.

    slack: what part of a side may be left, and is filled by stretching the picture. enlarge:
    whether a small one is made larger.

    An animation gives its first frame; what the camera held upright stands upright; what has a
    colour profile comes in sRGB. The image is in mode RGB or RGBA. Raises PictureError for
    whatever is wrong with the file.
    """
    with _opened(picture) as (file, header):
        return _read(file, header, (width, height), slack, enlarge=enlarge)


def encoded(picture: DeckFile, most: int, *, as_it_is: tuple[Kind, ...] = ()) -> Encoded:
    """The picture as a file for an output that shows at most `most` pixels of its longer side.

    It is upright and in sRGB, a PNG or, of a photograph, a JPEG: right wherever it goes, whatever
    the output knows of orientations, inks and profiles. A file of the kinds `as_it_is` is given
    unchanged if it needs none of this; so an animation goes on moving.

    This is what every output that holds pictures takes them from: the file is opened anew, below
    the deck's folder, and judged by its open descriptor (`DeckFile.open`). Raises PictureError if
    it cannot be had any more.
    """
    with _opened(picture) as (file, header):
        fits = max(header.size) <= most or header.kind == "gif"
        is_plain = header.orientation == 1 and not header.four_colors
        image = _read(file, header, (most, most), 0.0, enlarge=False)
        if header.kind in as_it_is and fits and is_plain:
            file.seek(0)
            return Encoded(header.kind, file.read(MOST_BYTES), *header.size)
    kind: Kind = "jpeg" if header.kind == "jpeg" else "png"
    data = _saved(image, kind)
    if len(data) > _PHOTOGRAPH and image.mode == "RGB":
        kind, data = "jpeg", _saved(image, "jpeg")
    return Encoded(kind, data, *image.size)


def _saved(image: Image.Image, kind: Kind) -> bytes:
    made = BytesIO()
    image.save(made, kind.upper(), quality=_QUALITY)
    return made.getvalue()


@contextmanager
def _opened(picture: DeckFile) -> Iterator[tuple[BinaryIO, Header]]:
    """A picture that may be decoded; whatever is raised meanwhile is a PictureError."""
    try:
        with picture.open() as file:
            if file.seek(0, 2) > MOST_BYTES:
                raise PictureError("too large a file")
            header = header_of(file)
            if header is None:
                raise PictureError("no picture")
            if header.is_too_large:
                raise PictureError("too many pixels")
            file.seek(0)
            yield file, header
    except PictureError:
        raise
    except Exception as error:
        # Decoders raise anything for a broken file, MemoryError and struct.error included.
        raise PictureError(str(error)) from error


def _read(
    file: BinaryIO, header: Header, box: tuple[int, int], slack: float, *, enlarge: bool
) -> Image.Image:
    upright = _fitted(header.size, box, slack, enlarge=enlarge)
    size = (upright[1], upright[0]) if header.orientation >= 5 else upright
    with Image.open(file, formats=_FORMATS) as opened:
        profile = opened.info.get("icc_profile")
        image = _shrunk(file, opened, size)
    # In this order: turning and converting a copy of few pixels costs little.
    image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=_PLENTY)
    image = _standard(image, profile)
    turn = _TURNS.get(header.orientation)
    return image if turn is None else image.transpose(turn)


def _fitted(
    size: tuple[int, int], box: tuple[int, int], slack: float, *, enlarge: bool
) -> tuple[int, int]:
    """The size of what fits into `box`."""
    (width, height), (across, down) = size, box
    scale = min(across / width, down / height, float("inf") if enlarge else 1.0)
    fitted = round(width * scale), round(height * scale)
    if fitted[0] >= across * (1 - slack) and fitted[1] >= down * (1 - slack):
        fitted = box
    return max(1, fitted[0]), max(1, fitted[1])


def _shrunk(file: BinaryIO, opened: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture, reduced by whole numbers to no less than `size`, in a mode to resize."""
    # JPEG decodes to an eighth of its size many times faster.
    opened.draft(None, size)
    width, height = opened.size
    spare = _PLENTY if width * height <= _ENOUGH else 1
    rows = max(1, _STRIP // width)
    factors = max(1, width // size[0] // spare), max(1, min(height // size[1] // spare, rows))
    mode = _plain_mode(opened)
    if factors == (1, 1) and width * height <= _ENOUGH:
        opened.load()
        return _plain(opened, mode)
    reduced = Image.new(mode, (-(-width // factors[0]), -(-height // factors[1])))
    top = 0
    for strip in _strips(file, opened, rows - rows % factors[1]):
        part = _plain(strip, mode).reduce(factors)
        reduced.paste(part, (0, top))
        top += part.height
    return reduced


def _strips(file: BinaryIO, opened: Image.Image, rows: int) -> Iterator[Image.Image]:
    """The picture, so many rows at a time."""
    if opened.format == "PNG" and (strips := Strips(file, opened)).are_there:
        yield from strips.strips(rows)
        return
    opened.load()
    for top in range(0, opened.height, rows):
        yield opened.crop((0, top, opened.width, min(top + rows, opened.height)))


def _plain_mode(image: Image.Image) -> str:
    """The mode in which `image` keeps what it shows and can be resized."""
    if image.has_transparency_data:
        return "RGBA"
    return image.mode if image.mode in ("L", "CMYK") else "RGB"


def _plain(image: Image.Image, mode: str) -> Image.Image:
    """`image` in `mode`."""
    if image.mode.startswith("I"):  # 16 bits, of which a plain conversion would keep the wrong 8
        image = image.point(lambda value: value / 256).convert("L")
    return image if image.mode == mode else image.convert(mode)


def _standard(image: Image.Image, profile: object) -> Image.Image:
    """`image` in sRGB, with what shows through it; what the profile says no sense of is left."""
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if isinstance(profile, bytes) and image.mode != "L":
        alpha = image.getchannel("A") if wanted == "RGBA" else None
        inks = image.convert("RGB") if alpha else image
        try:
            made = ImageCms.profileToProfile(
                inks, ImageCms.ImageCmsProfile(BytesIO(profile)), _SRGB, outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            if alpha:
                made.putalpha(alpha)
            return made
    return image if image.mode == wanted else image.convert(wanted)


_SRGB = ImageCms.createProfile("sRGB")


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
