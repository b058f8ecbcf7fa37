"""Small pictures in sixels: a row of them is one picture, as xterm keeps no more than 16."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from presenter.screen.surfaces.encodings import Encodings
from presenter.screen.surfaces.surface import Key, ScreenArea, placed
from presenter.screen.surfaces.tiles import Ground, Tile, bounds, erased, is_hit

if TYPE_CHECKING:
    from PIL.Image import Image

    from presenter.screen.surfaces.sixels import Encoder

_MOST_BYTES = 12 * 1024 * 1024
_MOST_ROWS = 60
"""Rows of tiles that are kept encoded, of some 30 KB each."""

_PIECES = 16
"""Pictures that xterm keeps (graphics.h, MAX_GRAPHICS); the oldest goes."""

_Look = tuple[str, int, tuple[tuple[Key | None, int], ...]]
"""What a row looks like wherever it stands: the colour between tiles, their height in pixels, and
each with the cells to its left."""


class SixelTiles:
    """Encodes rows of tiles in a thread; each is drawn anew where it comes to stand.

    A row is shown once all its tiles are there.
    """

    def __init__(
        self, ground: Ground, on_ready: Callable[[], object], *, colors: int = 256
    ) -> None:
        self._ground = ground
        self._encodings: Encodings[_Look, str] = Encodings(
            lambda _look: on_ready(), len, colors=colors, most=_MOST_ROWS, most_bytes=_MOST_BYTES
        )
        self._shown: dict[ScreenArea, _Look] = {}
        self._pieces = 0

    def room(self, tile: ScreenArea) -> int:  # noqa: ARG002
        """Rows of them are bounded by what is kept."""
        return 1000

    def ahead(self, tiles: Sequence[Tile], *, all_of_them: bool = False) -> str:  # noqa: ARG002
        """Encode what is not; nothing is to be sent."""
        self._encodings.cancel()
        for row in _rows(tiles):
            if all(tile.key is not None for tile in row):
                look = self._look(row)
                self._encodings.want(look, partial(_encoded, row, look[0]))
        return ""

    def is_news(self, tiles: Sequence[Tile]) -> bool:
        """Whether a row is ready that is not shown."""
        return any(
            self._ready(row) is not None and self._shown.get(bounds(row)) != self._look(row)
            for row in _rows(tiles)
        )

    def show(self, tiles: Sequence[Tile], torn: Collection[int]) -> str:
        """Draw the rows that are not there, or not any more."""
        rows = list(_rows(tiles))
        before, self._shown = self._shown, {}
        drawn: list[tuple[ScreenArea, str]] = []
        due: list[tuple[ScreenArea, str]] = []
        gone: list[str] = []
        for row in rows:
            area, look, data = bounds(row), self._look(row), self._ready(row)
            is_torn = is_hit(area, torn)
            if data is not None:
                self._shown[area] = look
                drawn.append((area, data))
                if is_torn or before.get(area) != look:
                    due.append((area, data))
            elif not is_torn and any(_meets(area, other) for other in before):
                gone += [erased(tile.area, self._ground()[0]) for tile in row]
        if self._pieces + len(due) > _PIECES - len(rows):
            # The oldest of what xterm keeps is to be none of these.
            due, self._pieces = drawn, 0
        self._pieces += len(due)
        return "".join(gone) + "".join(placed(area, data) for area, data in due)

    def hide(self) -> str:
        """Written cells take them away."""
        self._shown = {}
        return ""

    def farewell(self) -> str:
        """The screen is erased by whoever has the whole of it."""
        return self.hide()

    def close(self) -> None:
        """Encode no more."""
        self._encodings.close()

    def _ready(self, row: Sequence[Tile]) -> str | None:
        return self._encodings.get(self._look(row))

    def _look(self, row: Sequence[Tile]) -> _Look:
        first = row[0].area
        return self._ground()[1], first.height, tuple((t.key, t.area.x - first.x) for t in row)


def _rows(tiles: Sequence[Tile]) -> Iterator[tuple[Tile, ...]]:
    """Tiles that stand beside each other, nothing but a gap between them."""
    row: list[Tile] = []
    for tile in tiles:
        area = tile.area
        if row and (area.y != row[-1].area.y or area.x - row[-1].area.x >= 2 * area.columns):
            yield tuple(row)
            row = []
        row.append(tile)
    if row:
        yield tuple(row)


def _meets(one: ScreenArea, other: ScreenArea) -> bool:
    return one.y < other.y + other.rows and other.y < one.y + one.rows


def _encoded(row: Sequence[Tile], ground: str, encoder: Encoder) -> str:
    return encoder.encode_image(_composed(row, ground)).part()


def _composed(row: Sequence[Tile], ground: str) -> Image:
    """The tiles of a row as one picture."""
    from PIL import Image

    area = bounds(row)
    whole = Image.new("RGB", (area.width, area.height), ground)
    for tile in row:
        x = area.width * (tile.area.x - area.x) // area.columns
        with Image.open(BytesIO(tile.png)) as picture:
            whole.paste(picture.convert("RGB"), (x, 0))
    return whole
