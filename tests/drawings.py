"""Pictures made for tests."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from presenter.deck.safe_files import DeckFile

RED, BLUE = (200, 30, 30), (30, 60, 200)


def halves(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle((0, height // 2, width, height), fill=BLUE)
    return image.convert(mode)


def write(path: Path, width: int = 64, height: int = 48, mode: str = "RGB") -> Path:
    """The same as a file, in the format that the name tells."""
    path.parent.mkdir(parents=True, exist_ok=True)
    halves(width, height, mode).save(path)
    return path


def in_its_folder(path: Path, stamp: str = "") -> DeckFile:
    """The file at `path` as one of a deck beside it."""
    return DeckFile(str(path.parent), str(path), stamp)


def noise(width: int, height: int) -> Image.Image:
    """What no encoder makes small; always the same."""
    return Image.frombytes("RGB", (width, height), Random(1).randbytes(3 * width * height))
