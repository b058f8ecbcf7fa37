"""Whole pictures in cells of text, as kitty within tmux shows them."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from presenter.screen.surfaces.placeholder_tiles import PlaceholderTiles
from presenter.screen.surfaces.placeholders import (
    MARKS,
    PLACEHOLDER,
    Passage,
    PlaceholderSurface,
)
from presenter.screen.surfaces.surface import Key, Over, ScreenArea
from presenter.screen.surfaces.tiles import Tile
from presenter.screen.surfaces.tmux import Watchers, passed_on, read

AREA = ScreenArea(20, 6, 200, 120, 3, 1)
Cell = tuple[int, int, int]
"""What a cell shows: the picture of which id, and which row and column of it."""


class Terminal:
    """Keeps what gets through tmux, and the cells that tmux itself writes."""

    def __init__(self) -> None:
        self.images: dict[int, bytes] = {}
        self.cells: dict[tuple[int, int], Cell] = {}
        self._part: tuple[int, str] | None = None
        self._at = (0, 0)
        self._color = 0

    def feed(self, data: str) -> Terminal:
        token = re.compile(
            r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\|\x1b\[(\d+);(\d+)H|\x1b\[0;38;5;(\d+)m"
            rf"|\x1b\[0m|\x1b[78]|\x1b\[2J|({PLACEHOLDER}[^{PLACEHOLDER}\x1b]*)"
        )
        at = 0
        while at < len(data):
            found = token.match(data, at)
            assert found, repr(data[at : at + 40])
            at = found.end()
            if found[1]:
                self._pass(found[1].replace("\x1b\x1b", "\x1b"))
            elif found[2]:
                self._at = int(found[3]) - 1, int(found[2]) - 1
            elif found[4]:
                self._color = int(found[4])
            elif found[0] == "\x1b[2J":
                self.cells.clear()
            elif found[5]:
                self._place(found[5][1:])
        return self

    def _place(self, marks: str) -> None:
        x, y = self._at
        if marks:
            row, column, high = map(MARKS.index, marks)
            self.cells[x, y] = high << 24 | self._color, row, column
        else:  # goes on where the one at its left is
            number, row, column = self.cells[x - 1, y]
            assert number & 255 == self._color
            self.cells[x, y] = number, row, column + 1
        self._at = x + 1, y

    def _pass(self, command: str) -> None:
        found = re.fullmatch(r"\x1b_G([^;]*);?([^;]*)\x1b\\", command)
        assert found
        keys = dict(key.split("=") for key in found[1].split(","))
        assert keys["q"] == "2", "tmux would hand the answer on as keys"
        if self._part is not None:
            assert set(keys) == {"q", "m"}, "it would be taken for a part"
            number, data = self._part
            self._part = (number, data + found[2]) if keys["m"] == "1" else None
            self.images[number] = b64decode(data + found[2])
        elif set(keys) == {"q", "m"}:
            assert (keys["m"], found[2]) == ("0", "")  # of none that was begun
        elif keys["a"] == "T":
            assert (keys["U"], keys["c"], keys["r"]) == ("1", "20", "6")
            number = int(keys["i"])
            assert number not in {cell[0] for cell in self.cells.values()}, "it would be blank"
            self._part = (number, found[2]) if keys["m"] == "1" else None
            self.images[number] = b64decode(found[2])
        else:
            assert (keys["a"], keys["d"]) == ("d", "I")
            self.images.pop(int(keys["i"]))

    def shows(self, over: Over) -> bytes:
        """The picture that is seen whole, but for the cells where text is."""
        wanted = {
            (AREA.x + x, AREA.y + y): (y, x)
            for y in range(AREA.rows)
            for x in range(AREA.columns)
            if not any(start <= x < end for start, end in over.get(y, ()))
        }
        assert {place: self.cells[place][1:] for place in wanted} == wanted
        (number,) = {self.cells[place][0] for place in wanted}
        return self.images[number]


class Stand:
    def __init__(self) -> None:
        self.done: list[Key] = []
        self.surface = PlaceholderSurface(AREA, self.done.append, Passage())
        self.terminal = Terminal()

    def ahead(self, key: int, size: int = 100) -> None:
        while not self.surface.ready(key):
            data = self.surface.ahead(key, bytes([key]) * size)
            assert len(data) < 40_000
            self.terminal.feed(data)


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_a_picture_fills_its_cells_and_gives_way_to_text(stand: Stand) -> None:
    stand.ahead(1)
    over = {2: [(0, 4), (9, 11)], 5: [(0, 20)]}
    stand.terminal.feed(stand.surface.show(1, over=over))
    assert stand.terminal.shows(over) == bytes([1]) * 100
    assert (AREA.x + 10, AREA.y + 2) not in stand.terminal.cells
    assert stand.surface.show(1, over=over) == ""


def test_only_cells_that_were_written_over_are_written_again(stand: Stand) -> None:
    stand.ahead(1)
    stand.terminal.feed(stand.surface.show(1))
    again = stand.surface.show(1, torn={3, 99})
    assert again.count(PLACEHOLDER) == AREA.columns
    assert stand.terminal.feed(again).shows({}) == bytes([1]) * 100
    assert stand.surface.hide() == ""
    assert stand.surface.show(1).count(PLACEHOLDER) == AREA.columns * AREA.rows


def test_large_pictures_come_in_portions_one_after_the_other(stand: Stand) -> None:
    size = 150_000
    stand.terminal.feed(stand.surface.ahead(1, bytes([1]) * size))
    assert not stand.surface.ready(1)
    stand.ahead(2, size)
    assert stand.done == [1, 2]
    stand.terminal.feed(stand.surface.show(1))
    assert stand.terminal.shows({}) == bytes([1]) * size
    assert stand.terminal.feed(stand.surface.show(2)).shows({}) == bytes([2]) * size


def test_one_that_was_broken_off_spoils_no_other(stand: Stand) -> None:
    stand.terminal.feed(stand.surface.ahead(1, bytes([1]) * 150_000))
    while not stand.surface.ready(1):
        stand.surface.ahead(1, b"")  # nobody looks
    stand.ahead(2)
    assert stand.terminal.feed(stand.surface.show(2)).shows({}) == bytes([2]) * 100


def test_few_are_kept_and_never_is_what_is_shown_replaced(stand: Stand) -> None:
    stand.ahead(0)
    stand.terminal.feed(stand.surface.show(0))
    for key in range(1, 40):
        stand.ahead(key)
    assert len(stand.terminal.images) <= 12
    assert stand.terminal.shows({}) == bytes(100)


def test_what_shares_the_way_is_sent_one_after_the_other() -> None:
    passage, terminal = Passage(), Terminal()
    one, other = (PlaceholderSurface(AREA, lambda _: None, passage, number) for number in (0, 1))
    terminal.feed(one.ahead(1, bytes([1]) * 150_000))
    while not other.ready(2):
        terminal.feed(other.ahead(2, bytes([2]) * 50_000))
    assert one.ready(1)
    assert terminal.feed(one.show(1)).shows({}) == bytes([1]) * 150_000
    assert terminal.feed(other.show(2)).shows({}) == bytes([2]) * 50_000
    terminal.feed(one.ahead(3, bytes([3]) * 150_000))
    terminal.feed(other.farewell())  # the one that is being sent comes to its end before
    assert one.ready(3)
    assert sorted(map(len, terminal.images.values())) == [150_000, 150_000]


def test_slides_in_little_stand_beside_each_other_and_move() -> None:
    passage, terminal = Passage(), Terminal()
    made = PlaceholderTiles(lambda: ("#102030", "#a0b0c0"), passage)
    areas = [AREA._replace(x=3 + 24 * place) for place in range(3)]
    assert made.room(AREA) > 50
    keys = range(5)

    def tiles(first: int) -> list[Tile]:
        slides = zip(keys[first:], areas, strict=False)
        return [Tile(area, key, bytes([key]) * 20_000) for key, area in slides]

    def assert_shows(first: int) -> None:
        for tile in tiles(first):
            places = [(tile.area.x + x, tile.area.y + y) for y in range(6) for x in range(20)]
            seen = {terminal.images[terminal.cells[place][0]] for place in places}
            assert seen == {tile.png}

    assert made.show(tiles(0), ()) == ""
    while data := made.ahead([*tiles(0), *tiles(2)]):
        assert len(data) < 70_000
        terminal.feed(data)
    assert made.is_news(tiles(0))
    terminal.feed(made.show(tiles(0), ()))
    assert_shows(0)
    assert made.show(tiles(0), ()) == ""
    assert made.show(tiles(0), (AREA.y,)).count(PLACEHOLDER) == 3 * AREA.columns * AREA.rows
    terminal.feed(made.show(tiles(2), ()))
    assert_shows(2)
    gone = made.show([tiles(2)[0]._replace(key=None)], ())
    assert "48;2;16;32;48m" in gone
    assert terminal.feed(made.hide()).images == {}


def test_nothing_stays_when_the_terminal_is_left(stand: Stand) -> None:
    stand.ahead(1)
    stand.terminal.feed(stand.surface.show(1))
    stand.terminal.feed(stand.surface.ahead(2, bytes(100_000)))
    data = stand.surface.farewell()
    assert data.startswith("\x1b[2J")
    assert stand.terminal.feed(data).images == {}
    assert stand.surface.shown is None
    stand.ahead(3)
    assert stand.terminal.feed(stand.surface.show(3)).shows({}) == bytes([3]) * 100


def told(*kinds: str, passes: str = "on", tty: str = "/dev/pts/7") -> Watchers | None:
    clients = [f"@3\t{number}-17\t{kind}" for number, kind in enumerate(kinds)]
    return read("\n".join([f"/dev/pts/7\t@3\t{passes}\t2", *clients, "@4\t9-17\tfoot(1.2)"]), tty)


@pytest.mark.parametrize(
    ("kinds", "shows"),
    [
        (("kitty(0.41.1)",), True),
        (("kitty(0.28.0)", "ghostty 1.1.3"), True),
        (("kitty(0.26.5)",), False),
        (("kitty(0.41.1)", "XTerm(379)"), False),
        (("",), False),
        (("tmux 3.5a",), False),
    ],
)
def test_all_who_look_must_show_pictures_in_cells(kinds: tuple[str, ...], shows: bool) -> None:
    found = told(*kinds)
    assert found is not None
    assert found.show_placeholders is shows
    assert len(found.names) == len(kinds)
    assert found.is_split


def test_where_nothing_gets_through_nothing_is_asked_further() -> None:
    assert told("kitty(0.41.1)", passes="off") is None
    assert told("kitty(0.41.1)", passes="0") is None
    assert told("kitty(0.41.1)", passes="") is None
    assert told("kitty(0.41.1)", tty="/dev/pts/8") is None
    assert read("", "/dev/pts/7") is None
    assert read("no server", "/dev/pts/7") is None


def test_what_is_passed_on_is_wrapped_for_tmux() -> None:
    assert passed_on("\x1b_Ga\x1b\\") == "\x1bPtmux;\x1b\x1b_Ga\x1b\x1b\\\x1b\\"
