"""Many small pictures on one screen, by whatever protocol: they come, move and go one by one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.iterm import file_command
from presenter.screen.surfaces.kitty import FIRST_ID, MOST_IDS, KittyMemory, command, deleted, sent
from presenter.screen.surfaces.surface import Key, ScreenArea, placed

_FIRST_ID = FIRST_ID + 10 * MOST_IDS
"""Behind those of the surfaces that share a terminal with tiles."""

MOST_BYTES = 48_000_000
"""Of tiles that kitty keeps, as four bytes a pixel."""

_BATCH = 64 * 1024
"""Characters that are sent at once: a key is never behind more, but for the last picture's."""


class Tile(NamedTuple):
    """A picture and the cells that it fills. key: None while there is no picture."""

    area: ScreenArea
    key: Key | None = None
    png: bytes = b""


Ground = Callable[[], tuple[str, str]]
"""The colours, ``#rrggbb``, of a tile's place while it is empty, and of what lies between tiles."""


class Tiles(Protocol):
    """Shows tiles. Whatever a method returns is to be written; the cells below are blank."""

    def room(self, tile: ScreenArea) -> int:
        """How many tiles of this size can be made ready at the same time."""

    def ahead(self, tiles: Sequence[Tile], *, all_of_them: bool = False) -> str:
        """Make some of these ready, the first first; when the terminal has nothing to do."""

    def is_news(self, tiles: Sequence[Tile]) -> bool:
        """Whether `show` would show more than it did."""

    def show(self, tiles: Sequence[Tile], torn: Collection[int]) -> str:
        """Show these, as far as they are ready, and no others; goes behind the cells of a frame.

        torn: rows of the screen that were written since the last time.
        """

    def hide(self) -> str:
        """Show none, and have the terminal keep none; goes into the frame that shows others."""

    def farewell(self) -> str:
        """Have the terminal forget everything, before it is left."""

    def close(self) -> None:
        """Make nothing ready any more."""


def tiles_for(
    capabilities: Capabilities,
    ground: Ground,
    on_ready: Callable[[], object],
    memory: KittyMemory,
) -> Tiles | None:
    """What shows tiles on such a terminal; None in cells.

    on_ready: called, in any thread, when tiles became ready. memory: one for all that is shown on
    the terminal.
    """
    match capabilities.protocol:
        case "kitty":
            return KittyTiles(memory)
        case "placeholders":
            from presenter.screen.surfaces.placeholder_tiles import PlaceholderTiles

            assert capabilities.passage is not None
            return PlaceholderTiles(ground, capabilities.passage)
        case "iterm":
            return ItermTiles(ground)
        case "sixel":
            from presenter.screen.surfaces.sixel_tiles import SixelTiles

            return SixelTiles(ground, on_ready, colors=capabilities.colors)
        case _:
            return None


class KittyTiles:
    """Sent once, then placed by short commands; ids are used again, the oldest first.

    When they are hidden a tile is replaced by a single pixel, but for an old kitty, which would
    count both.
    """

    def __init__(self, memory: KittyMemory | None = None) -> None:
        """`memory`: the terminal's."""
        self._memory = memory or KittyMemory()
        self._memory.join(self)
        self._most = 1
        self._kept: OrderedDict[Key, int] = OrderedDict()
        """The ids, those first that were wanted longest ago."""
        self._placed: dict[Key, ScreenArea] = {}

    def room(self, tile: ScreenArea) -> int:
        """How many the terminal is to keep."""
        self._most = max(1, MOST_BYTES // max(1, tile.width * tile.height * 4))
        return self._most

    def ahead(self, tiles: Sequence[Tile], *, all_of_them: bool = False) -> str:
        """Send those that the terminal has not."""
        wanted = [tile for tile in tiles if tile.key is not None]
        for tile in wanted:
            if tile.key in self._kept:
                self._kept.move_to_end(tile.key)
        data = ""
        for tile in wanted:
            if tile.key not in self._kept and (all_of_them or len(data) < _BATCH):
                number, gone = self._make_room()
                self._kept[tile.key] = number
                data += gone + sent(number, tile.png)
        return data

    def is_news(self, tiles: Sequence[Tile]) -> bool:
        """Whether one that the terminal has is to be placed."""
        return any(
            tile.key in self._kept and self._placed.get(tile.key) != tile.area for tile in tiles
        )

    def show(self, tiles: Sequence[Tile], torn: Collection[int]) -> str:  # noqa: ARG002
        """Place them; then take away the others, so that none is seen to be missing."""
        wanted = {tile.key: tile.area for tile in tiles if tile.key in self._kept}
        before, self._placed = self._placed, wanted
        commands = [
            placed(area, _place(self._kept[key], area))
            for key, area in wanted.items()
            if before.get(key) != area
        ]
        gone = [key for key in before if key not in wanted]
        return "".join(commands) + "".join(
            command(f"a=d,d=i,i={self._kept[key]},q=2") for key in gone if key in self._kept
        )

    def hide(self) -> str:
        """A single pixel in the place of each, or nothing."""
        if self._memory.is_old:
            return self.farewell() + self._memory.drop_hidden(self)
        kept, self._kept, self._placed = self._kept, OrderedDict(), {}
        return "".join(
            command(f"a=d,d=i,i={number},q=2")
            + command(f"a=t,f=32,s=1,v=1,i={number},q=2", "AAAAAA==")
            for number in kept.values()
        )

    def farewell(self) -> str:
        """Delete them all."""
        kept, self._kept, self._placed = self._kept, OrderedDict(), {}
        return "".join(map(deleted, kept.values()))

    def drop_hidden(self) -> str:
        """What deletes those that are not placed."""
        gone = [key for key in self._kept if key not in self._placed]
        return "".join(deleted(self._kept.pop(key)) for key in gone)

    def close(self) -> None:
        """Nothing is to be ended."""

    def _make_room(self) -> tuple[int, str]:
        """An id for another picture, and what is to be written before that."""
        ring = range(_FIRST_ID, _FIRST_ID + self._most)
        number, gone = self._memory.make_room(self, ring, lambda: set(self._kept.values()))
        if number is None:
            hidden = (key for key in self._kept if key not in self._placed)
            oldest = next(hidden, next(iter(self._kept)))
            self._placed.pop(oldest, None)
            number = self._kept.pop(oldest)
        return number, gone


def _place(number: int, area: ScreenArea) -> str:
    return command(f"a=p,i={number},p=1,c={area.columns},r={area.rows},C=1,q=2")


class TilesInCells:
    """They lie in the cells, and go when these are written."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._shown: dict[ScreenArea, Key] = {}

    def is_news(self, tiles: Sequence[Tile]) -> bool:
        """Whether one is ready that is not shown."""
        return any(t.key is not None and self._shown.get(t.area) != t.key for t in self._of(tiles))

    def show(self, tiles: Sequence[Tile], torn: Collection[int]) -> str:
        """Draw those that are not there, or not any more."""
        ready = self._of(tiles)
        before, self._shown = self._shown, {t.area: t.key for t in ready if t.key is not None}
        data = []
        for tile in ready:
            area, is_torn = tile.area, is_hit(tile.area, torn)
            if tile.key is None:
                if area in before and not is_torn:
                    data.append(erased(area, self._ground()[0]))
            elif is_torn or before.get(area) != tile.key:
                data.append(self._drawn(tile.key, tile))
        return "".join(data)

    def hide(self) -> str:
        """Written cells take them away."""
        self._shown = {}
        return ""

    def farewell(self) -> str:
        """The screen is erased by whoever has the whole of it."""
        return self.hide()

    def close(self) -> None:
        """Nothing is to be ended."""

    def _of(self, tiles: Sequence[Tile]) -> Sequence[Tile]:
        """These, without keys where they are not ready."""
        return tiles

    def _drawn(self, key: Key, tile: Tile) -> str:
        """What draws one that is ready, in its place."""
        raise NotImplementedError


class ItermTiles(TilesInCells):
    """The terminal keeps none: each is sent whenever it is shown."""

    def room(self, tile: ScreenArea) -> int:  # noqa: ARG002
        """None is made ready: any number."""
        return 1000

    def ahead(self, tiles: Sequence[Tile], *, all_of_them: bool = False) -> str:  # noqa: ARG002
        """Nothing is to be sent."""
        return ""

    def _drawn(self, key: Key, tile: Tile) -> str:  # noqa: ARG002
        area = tile.area
        return placed(area, file_command(tile.png, area.columns, area.rows))


def is_hit(area: ScreenArea, rows: Collection[int]) -> bool:
    """Whether one of these rows of the screen is one of the area's."""
    return any(row in rows for row in range(area.y, area.y + area.rows))


def erased(area: ScreenArea, color: str) -> str:
    """What writes blanks in that colour on every cell of the area."""
    red, green, blue = bytes.fromhex(color[1:])
    blank = f"\x1b[48;2;{red};{green};{blue}m{' ' * area.columns}\x1b[m"
    return "".join(placed(area._replace(y=area.y + row), blank) for row in range(area.rows))


def bounds(tiles: Iterable[Tile]) -> ScreenArea:
    """The area from the first to the last of tiles that stand beside each other."""
    areas = [tile.area for tile in tiles]
    first, last = areas[0], areas[-1]
    columns = last.x + last.columns - first.x
    return first._replace(columns=columns, width=first.width * columns // first.columns)
