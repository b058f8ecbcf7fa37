"""Many small pictures at once, as terminals that understand them hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from queue import Queue

import pytest
from PIL import Image

from presenter.screen.surfaces.capabilities import Capabilities, Protocol
from presenter.screen.surfaces.kitty import MOST_IDS, KittyMemory, KittySurface
from presenter.screen.surfaces.sixel_tiles import SixelTiles
from presenter.screen.surfaces.surface import ScreenArea
from presenter.screen.surfaces.tiles import ItermTiles, KittyTiles, Tile, tiles_for
from tests.screen.surfaces.kitty_terminal import PIXEL, KittyTerminal, OldKitty, Placement
from tests.screen.surfaces.sixel_terminal import SixelTerminal

CELL = (3, 7)
COLUMNS, ROWS = 4, 2
"""Of a tile, in cells."""
CARD, GROUND = "#102030", "#a0b0c0"
ACROSS = 3


def png(number: int, size: tuple[int, int] = (COLUMNS * CELL[0], ROWS * CELL[1])) -> bytes:
    file = BytesIO()
    color = (number * 40 % 256, number * 7 % 256, 99)
    Image.new("RGBA", size, (*color, 255)).save(file, "PNG")
    return file.getvalue()


def area(place: int) -> ScreenArea:
    row, column = divmod(place, ACROSS)
    x, y = 1 + column * (COLUMNS + 2), 2 + row * (ROWS + 2)
    return ScreenArea(COLUMNS, ROWS, COLUMNS * CELL[0], ROWS * CELL[1], x, y)


def tiles(first: int, count: int = 6, missing: Sequence[int] = ()) -> list[Tile]:
    """So many slides from the first on, in their places; without pictures of those missing."""
    return [
        Tile(area(place)) if number in missing else Tile(area(place), number, png(number))
        for place, number in enumerate(range(first, first + count))
    ]


# kitty


def seen(terminal: KittyTerminal) -> dict[tuple[int, int], bytes]:
    """The pictures by the cells at which they begin."""
    return {
        (place.x, place.y): terminal.images[number]
        for (number, _), place in terminal.placements.items()
    }


def wanted(some: Sequence[Tile]) -> dict[tuple[int, int], bytes]:
    return {(tile.area.x, tile.area.y): tile.png for tile in some if tile.key is not None}


def test_kitty_is_sent_each_once_and_then_short_commands_only() -> None:
    made, terminal = KittyTiles(), KittyTerminal()
    made.room(area(0))
    terminal.feed(made.ahead([*tiles(0), *tiles(6)]))
    terminal.feed(made.show(tiles(0), ()))
    assert seen(terminal) == wanted(tiles(0))
    assert Placement(1, 2, COLUMNS, ROWS) in terminal.placements.values()
    assert not made.is_news(tiles(0))
    assert made.show(tiles(0), range(20)) == ""
    for first in (3, 6, 0):
        assert made.is_news(tiles(first))
        scrolled = made.show(tiles(first), ())
        assert "a=t" not in scrolled
        assert len(scrolled) < 1200
        assert seen(terminal.feed(scrolled)) == wanted(tiles(first))
    assert terminal.blanks == 0


def test_kitty_is_not_sent_more_at_once_than_a_key_may_wait_for() -> None:
    made, terminal = KittyTiles(), KittyTerminal()
    large = [
        tile._replace(png=tile.png + bytes(40_000), area=tile.area._replace(width=400, height=300))
        for tile in tiles(0)
    ]
    made.room(large[0].area)
    parts = []
    while part := made.ahead(large):
        parts.append(part)
        terminal.feed(part)
    assert len(parts) > 1
    assert max(map(len, parts)) < 130_000
    terminal.feed(made.show(large, ()))
    assert seen(terminal) == wanted(large)


def test_kitty_keeps_a_bounded_number_however_many_slides_there_are() -> None:
    made, terminal = KittyTiles(), KittyTerminal()
    size = area(0)._replace(width=800, height=500)
    room = made.room(size)
    assert 18 <= room <= 100
    for first in range(0, 1000, 3):
        near = [*tiles(first), *tiles(first + 6), *tiles(max(0, first - 6))]
        terminal.feed(made.ahead(near, all_of_them=True))
        terminal.feed(made.show(tiles(first), ()))
        assert seen(terminal) == wanted(tiles(first))
        assert len(terminal.images) <= room


def test_when_it_is_closed_kitty_keeps_pixels_and_the_slides_own_pictures() -> None:
    made, terminal = KittyTiles(), KittyTerminal()
    made.room(area(0))
    terminal.feed(made.ahead(tiles(0)) + made.show(tiles(0), ()))
    closed = made.hide()
    assert "d=I" not in closed
    terminal.feed(closed)
    assert terminal.placements == {}
    assert set(terminal.images.values()) == {PIXEL}
    assert made.show(tiles(0), ()) == ""
    terminal.feed(made.ahead(tiles(0)) + made.show(tiles(0), ()))
    assert seen(terminal) == wanted(tiles(0))
    terminal.feed(made.farewell())
    assert terminal.images == {}


def test_an_old_kitty_shows_slides_and_overviews_in_turns_however_often() -> None:
    """It counts what replaces a picture besides that, and drops all when that is much."""
    memory, terminal = KittyMemory(), OldKitty(60 * len(png(0)))
    memory.is_old = True
    surface, near = KittySurface(ScreenArea(20, 10, 60, 70), memory=memory), 5
    for turn in range(100):
        for number in range(turn, turn + near):
            terminal.feed(surface.ahead(number, png(number)))
            if number == turn:
                terminal.feed(surface.show(turn))
            assert seen(terminal) == {(0, 0): png(turn)}
        made = KittyTiles(memory)
        made.room(area(0))
        terminal.feed(surface.hide() + made.ahead(tiles(0)) + made.show(tiles(0), ()))
        assert seen(terminal) == wanted(tiles(0))
        if not surface.ready(turn):
            terminal.feed(surface.ahead(turn, png(turn)))
        terminal.feed(surface.show(turn) + made.hide())
        assert seen(terminal) == {(0, 0): png(turn)}
        assert len(terminal.images) < MOST_IDS
    assert terminal.feed(surface.farewell()).images == {}


def test_what_is_not_drawn_yet_has_no_picture() -> None:
    made, terminal = KittyTiles(), KittyTerminal()
    made.room(area(0))
    some = tiles(0, missing=(1, 4))
    terminal.feed(made.ahead(some) + made.show(some, ()))
    assert seen(terminal) == wanted(some)
    assert len(seen(terminal)) == 4


# iTerm2


def files(data: str) -> list[tuple[int, int]]:
    """Where files are shown, in the order in which they are sent."""
    found = re.findall(r"\x1b\[(\d+);(\d+)H\x1b\]1337;File=", data)
    return [(int(column) - 1, int(row) - 1) for row, column in found]


def test_iterm_is_sent_what_is_new_or_was_written_over() -> None:
    made = ItermTiles(lambda: (CARD, GROUND))
    places = [(tile.area.x, tile.area.y) for tile in tiles(0)]
    assert made.is_news(tiles(0))
    assert files(made.show(tiles(0), ())) == places
    assert made.show(tiles(0), (0, 1, 4)) == ""
    assert files(made.show(tiles(0), (6,))) == places[3:]
    assert files(made.show(tiles(3), ())) == places
    gone = made.show(tiles(3, missing=(3,)), ())
    assert files(gone) == []
    assert f"48;2;16;32;48m{' ' * COLUMNS}\x1b[m" in gone
    made.hide()
    assert files(made.show(tiles(3), ())) == places


# Sixels


class Sixels:
    """Tiles whose thread is waited for, and a terminal."""

    def __init__(self, *, drops: bool = False) -> None:
        self.ready: Queue[None] = Queue()
        self.made = SixelTiles(lambda: (CARD, GROUND), lambda: self.ready.put(None))
        self.terminal = SixelTerminal(20, 12, CELL, drops=drops)

    def have(self, some: Sequence[Tile], rows: int) -> None:
        self.made.ahead(some)
        for _ in range(rows):
            self.ready.get(timeout=60)

    def show(self, some: Sequence[Tile], torn: Sequence[int] = ()) -> str:
        data = self.made.show(some, torn)
        self.terminal.feed(data)
        return data

    def assert_shows(self, some: Sequence[Tile]) -> None:
        for tile in some:
            x, y = (tile.area.x) * CELL[0], tile.area.y * CELL[1]
            color = tile.key and Image.open(BytesIO(tile.png)).convert("RGB").getpixel((0, 0))
            for corner in ((0, 0), (tile.area.width - 1, tile.area.height - 1)):
                pixel = self.terminal.pixel(x + corner[0], y + corner[1])
                if color is None:
                    assert pixel is None
                else:
                    assert isinstance(color, tuple)
                    assert pixel == tuple(round(value * 100 / 255) for value in color)


def test_sixels_of_a_row_are_one_picture_on_the_ground() -> None:
    stand = Sixels()
    stand.have(tiles(1), 2)
    assert stand.made.is_news(tiles(1))
    assert stand.show(tiles(1)).count("\x1bP") == 2
    stand.assert_shows(tiles(1))
    between = (area(0).x + COLUMNS) * CELL[0]
    assert stand.terminal.pixel(between, area(0).y * CELL[1]) == (63, 69, 75)
    assert not stand.made.is_news(tiles(1))
    assert stand.show(tiles(1), (0, 1, 4)) == ""
    stand.made.close()


def test_rows_scroll_without_being_encoded_again() -> None:
    stand = Sixels()
    stand.have([*tiles(1), *tiles(7)], 4)
    for first in (1, 4, 7, 4):
        assert stand.show(tiles(first)).count("\x1bP") == 2
        stand.assert_shows(tiles(first))
    assert stand.ready.empty()
    stand.made.close()


def test_only_the_rows_that_were_written_over_are_painted_again() -> None:
    stand = Sixels()
    stand.have(tiles(1), 2)
    stand.show(tiles(1))
    stand.terminal.write_row(3)
    assert stand.show(tiles(1), (3,)).count("\x1bP") == 1
    stand.assert_shows(tiles(1))
    stand.made.close()


def test_a_row_that_is_not_ready_gives_its_place_back() -> None:
    stand = Sixels()
    stand.have(tiles(1), 2)
    stand.show(tiles(1))
    stand.show(tiles(1, missing=(2,)))
    stand.assert_shows([tile._replace(key=None) for tile in tiles(1)[:3]])
    stand.assert_shows(tiles(1)[3:])
    stand.made.close()


def test_what_xterm_forgets_is_painted_before() -> None:
    stand = Sixels(drops=True)
    stand.have(tiles(1), 2)
    stand.show(tiles(1))
    for _ in range(50):
        stand.terminal.write_row(3)
        stand.show(tiles(1), (3,))
        stand.assert_shows(tiles(1))
    stand.made.close()


def test_a_slide_that_is_left_out_parts_a_row() -> None:
    stand = Sixels()
    some = [tile for tile in tiles(1) if tile.key != 2]
    stand.have(some, 3)
    stand.show(some)
    stand.assert_shows([*some, tiles(1)[1]._replace(key=None)])
    stand.made.close()


@pytest.mark.parametrize("protocol", ["cells", "sixel", "iterm", "kitty"])
def test_every_protocol_has_its_own(protocol: Protocol) -> None:
    made = tiles_for(Capabilities(protocol), lambda: (CARD, GROUND), lambda: None, KittyMemory())
    assert (made is None) == (protocol == "cells")
