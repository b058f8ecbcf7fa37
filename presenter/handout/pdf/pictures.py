"""Copies of the pictures beside the template, so that Typst reads nothing else."""

from __future__ import annotations

from pathlib import Path

from presenter.deck.blocks import SizedImage

_MOST = 2400
"""The longest side, in pixels: 180 to the inch on a page as wide as a slide."""


class Pictures:
    """The pictures of a deck, each copied once, at the size that a page can show."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, str] = {}

    def name_of(self, block: SizedImage) -> str:
        """The name of the copy in the folder; empty if the picture cannot be read."""
        if block.file not in self._names:
            self._names[block.file] = self._copy(block)
        return self._names[block.file]

    def _copy(self, block: SizedImage) -> str:
        from presenter.deck.pixels import PictureError, read_pixels

        width, height = block.size
        shrink = min(1.0, _MOST / max(width, height))
        try:
            pixels = read_pixels(
                block.file, max(1, round(width * shrink)), max(1, round(height * shrink))
            )
        except PictureError:
            return ""
        photograph = pixels.mode == "RGB" and block.file.lower().endswith((".jpg", ".jpeg"))
        name = f"{len(self._names)}.{'jpg' if photograph else 'png'}"
        pixels.save(self._folder / name, quality=92)
        return name
