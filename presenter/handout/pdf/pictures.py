"""Copies of the pictures beside the template, so that Typst reads nothing else."""

from __future__ import annotations

from pathlib import Path

from presenter.deck.blocks import SizedImage
from presenter.deck.deck_file import DeckFile

_MOST = 2400
"""The longest side, in pixels: 180 to the inch on a page as wide as a slide."""


class Pictures:
    """The pictures of a deck, each copied once, at the size that a page can show."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[DeckFile, str] = {}

    def name_of(self, block: SizedImage) -> str:
        """The name of the copy in the folder; empty if the picture cannot be had any more."""
        if block.file not in self._names:
            self._names[block.file] = self._copy(block.file)
        return self._names[block.file]

    def _copy(self, file: DeckFile) -> str:
        from presenter.deck.pixels import PictureError, encoded

        try:
            picture = encoded(file, _MOST)
        except PictureError:
            return ""
        name = f"{len(self._names)}.{picture.kind}"
        (self._folder / name).write_bytes(picture.data)
        return name
