"""Small pictures in cells of text, through tmux."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.screen.surfaces.placeholders import (
    FIRST_COLOR,
    LAST_COLOR,
    MOST,
    PORTION,
    CellPictures,
    Passage,
)
from presenter.screen.surfaces.surface import Key, ScreenArea
from presenter.screen.surfaces.tiles import MOST_BYTES, Ground, Tile, TilesInCells

_COLORS = range(FIRST_COLOR + 10 * MOST, LAST_COLOR + 1)
"""Behind those of the surfaces that share a terminal with tiles."""


class PlaceholderTiles(TilesInCells):
    """Each is sent once, then shown by writing its cells."""

    def __init__(self, ground: Ground, passage: Passage) -> None:
        super().__init__(ground)
        self._passage = passage
        self._pictures = CellPictures(passage, _COLORS)

    def room(self, tile: ScreenArea) -> int:
        """How many the terminal is to keep."""
        most = MOST_BYTES // max(1, tile.width * tile.height * 4)
        self._pictures.colors = _COLORS[: max(1, most)]
        return len(self._pictures.colors)

    def ahead(self, tiles: Sequence[Tile], *, all_of_them: bool = False) -> str:  # noqa: ARG002
        """Send some; what was begun before comes to its end first."""
        data = self._passage.portion()
        wanted = {tile.key for tile in tiles}
        for tile in tiles:
            if len(data) >= PORTION:
                break
            if tile.key is not None and not self._pictures.ready(tile.key):
                self._pictures.put(tile.key, tile.png, tile.area, wanted)
                data += self._passage.portion()
        return data

    def hide(self) -> str:
        """Have the terminal keep none: written cells take them away."""
        return super().hide() + self._pictures.forget()

    def _of(self, tiles: Sequence[Tile]) -> Sequence[Tile]:
        return [
            t if t.key is None or self._pictures.ready(t.key) else t._replace(key=None)
            for t in tiles
        ]

    def _drawn(self, key: Key, tile: Tile) -> str:
        return self._pictures.cells(key, tile.area, range(tile.area.rows))
