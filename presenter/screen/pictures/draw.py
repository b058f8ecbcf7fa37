"""A picture's file to what is written to the terminal. Runs in a thread; imports Pillow."""

from __future__ import annotations

from PIL import Image

from presenter.deck.pixels import PictureError, read_pixels
from presenter.deck.safe_files import DeckFile
from presenter.screen.pictures.blocks import half_blocks
from presenter.screen.pictures.drawn import Drawn, background_run
from presenter.screen.pictures.kitty import MOST_CELLS, kitty
from presenter.screen.pictures.protocol import Protocol
from presenter.screen.pictures.sixel import BAND, sixel
from presenter.typeset import Picture

_MOST_ACROSS, _MOST_DOWN = 1920, 1080
"""More pixels than these are not sent; the terminal enlarges what it gets."""

_SLACK = 0.1
"""Cells are coarse: a picture may be stretched by so much to fill its room."""


def draw(
    picture: Picture,
    background: str,
    protocol: Protocol,
    cell: tuple[int, int],
    number: int,
    *,
    truecolor: bool,
    wide: bool = False,
) -> Drawn:
    """`picture` on `background` (``#rrggbb``) for a terminal with cells of `cell` pixels.

    number: under which a terminal that keeps pictures is to keep it. wide: whether it draws
    half blocks, whose width is ambiguous, two cells wide. Raises PictureError if it
    cannot be had.
    """
    width, height = picture.width, picture.height
    if protocol == "kitty" and max(width, height) <= MOST_CELLS:
        across, down = width * cell[0], height * cell[1]
        scale = min(1.0, _MOST_ACROSS / across, _MOST_DOWN / down)
        box = max(1, int(across * scale)), max(1, int(down * scale))
        return kitty(_image(picture.file, box, background), width, height, number)
    if protocol == "sixel":
        box = width * cell[0], height * cell[1] // BAND * BAND
        if box[1] > 0 and box[0] <= _MOST_ACROSS * 2 and box[1] <= _MOST_DOWN * 2:
            return sixel(_image(picture.file, box, background), width, height, background)
    image = _image(picture.file, (width, 2 * height), background)
    if wide:
        if width < 2:
            raise PictureError("no room")
        image = image.resize((width // 2, 2 * height), Image.Resampling.BOX)
    drawn = half_blocks(image, image.width, height, truecolor=truecolor)
    odd = background_run(background, width - 2 * image.width) if wide else ""
    return drawn._replace(rows=tuple(row + odd for row in drawn.rows), width=width)


def _image(file: DeckFile, box: tuple[int, int], background: str) -> Image.Image:
    """The picture in the middle of a box of so many pixels, in RGB."""
    image = read_pixels(file, *box, slack=_SLACK)
    if image.size == box and image.mode == "RGB":
        return image
    under = Image.new("RGB", box, background)
    at = ((box[0] - image.width) // 2, (box[1] - image.height) // 2)
    under.paste(image, at, image if image.mode == "RGBA" else None)
    return under
