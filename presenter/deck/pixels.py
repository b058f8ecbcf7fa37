"""The pixels of a picture file. Importing this imports Pillow: do so when a picture is drawn."""

from __future__ import annotations

import os
import stat
import warnings
from pathlib import Path
from typing import BinaryIO

# Named here, as Pillow would otherwise import all of its formats to find WebP.
from PIL import Image, ImageOps, WebPImagePlugin

from presenter.deck.pictures import MOST_BYTES, MOST_PIXELS

# Larger ones are refused here; a warning would be written into the middle of a slide.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

_FORMATS = ("PNG", "JPEG", "GIF", WebPImagePlugin.WebPImageFile.format)


class PictureError(Exception):
    """A picture that cannot be had; its text says why, for a log."""


def read_pixels(path: str | Path, width: int, height: int, *, slack: float = 0.0) -> Image.Image:
    """The picture at `path`, as large as fits into `width` by `height` pixels, its shape kept.

    slack: what part of a side may be left, and is filled by stretching the picture.

    An animation gives its first frame; what the camera held upright stands upright. The image is
    in mode RGB or RGBA. Raises PictureError for whatever is wrong with the file.
    """
    try:
        # A link or FIFO that took the file's place since the deck was read is not followed.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
                raise PictureError("no file, or too large a one")
            return _read(file, width, height, slack)
    except PictureError:
        raise
    except Exception as error:
        # Decoders raise anything for a broken file, MemoryError and struct.error included.
        raise PictureError(str(error)) from error


def _read(file: BinaryIO, width: int, height: int, slack: float) -> Image.Image:
    with Image.open(file, formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise PictureError("too many pixels")
        # JPEG decodes to an eighth of its size many times faster. It may be turned afterwards.
        most = max(width, height)
        opened.draft("RGB", (most, most))
        opened.load()
        image = _plain(ImageOps.exif_transpose(opened) or opened)
    scale = min(width / image.width, height / image.height)
    across, down = round(image.width * scale), round(image.height * scale)
    if across >= width * (1 - slack) and down >= height * (1 - slack):
        across, down = width, height
    size = (max(1, across), max(1, down))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _plain(image: Image.Image) -> Image.Image:
    """`image` in RGB, or in RGBA if anything shows through it."""
    if image.mode.startswith("I"):  # 16 bits, of which a plain conversion would keep the wrong 8
        image = image.point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == wanted else image.convert(wanted)
