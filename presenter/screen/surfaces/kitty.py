"""Whole pictures by kitty's graphics protocol, placed above the cells.

Cells that text is over are left out of them. Below the cells they would not do: kitty 0.26 mixes
them with the backgrounds of cells and with its own (OSC 11), and leaves rubbish beside them;
WezTerm shows no cell's background over a picture.

Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/. Every command says q=2: the terminal
answers nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from presenter.screen.surfaces.surface import NO_TEXT, Key, Over, ScreenArea, pieces, placed

FIRST_ID = 730_001
"""Pictures' ids; far from those of the pictures within slides, which are below 256."""

MOST_IDS, LEAST_IDS = 12, 3
_MOST_BYTES = 110_000_000
"""What the terminal keeps at most: it keeps a picture as four bytes a pixel."""

_CHUNK = 4096
"""The most characters of payload that a command may carry."""


class _Kept(NamedTuple):
    """A picture that the terminal has: under which id, and of how many pixels."""

    id: int
    width: int
    height: int


class KittySurface:
    """A ring of few ids, whose pictures are replaced: a terminal that is sent ever new ids drops
    the oldest of all, and says nothing.

    Never replaced is the picture that is shown: it would be blank meanwhile.
    """

    def __init__(
        self, area: ScreenArea, first_id: int = FIRST_ID, *, counts_twice: bool = False
    ) -> None:
        """`first_id`: twelve ids from it on are this surface's.

        counts_twice: as kitty 0.26, which counts a picture in addition to the one that it replaces,
        and at 320 MB drops whatever is not shown. There one that is to be replaced is deleted, and
        with it, as that version does, all that are not shown: they are sent again when their turn
        comes.
        """
        self._counts_twice = counts_twice
        self._area = area
        self._first = first_id
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        """The one that was asked for longest ago is the first."""
        self._shown: Key | None = None
        self._over: Over = NO_TEXT
        self._parts = 0
        """In how many placements the picture is shown."""
        self._began = False

    @property
    def room(self) -> int:
        """How many pictures may be sent ahead."""
        return _ring(self._area) - 1

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._shown

    def ahead(self, key: Key, png: bytes) -> str:
        """Send a picture, unless the terminal has it.

        With the first goes what a talk that was killed has left on the screen.
        """
        if self.ready(key):
            return ""
        left = () if self._began else self._ids
        self._began = True
        gone = self._cleared() if self._counts_twice else ""
        number = self._free_id()
        # The header's width and height (PNG, 11.2.1 IHDR).
        width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
        self._kept[key] = _Kept(number, width, height)
        gone += "".join(command(f"a=d,d=i,i={each},q=2") for each in left)
        return gone + sent(number, png)

    def ready(self, key: Key) -> bool:
        """Whether the terminal has it."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return key in self._kept

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:  # noqa: ARG002
        """Place a picture; then take away the one before, so that no frame is without one."""
        before, self._shown = self._shown, key
        self._over = over
        if before == key:
            return self._placed()
        self._parts = 0
        placements = self._placed()
        gone = f"a=d,d=i,i={self._kept[before].id},q=2" if before is not None else ""
        return placements + (command(gone) if gone else "")

    def hide(self) -> str:
        """Take the picture away; the terminal keeps its data, as the d is a small one."""
        before, self._shown, self._parts = self._shown, None, 0
        return command(f"a=d,d=i,i={self._kept[before].id},q=2") if before is not None else ""

    def resized(self, area: ScreenArea) -> str:
        """Scale what is shown; the others are of no use."""
        self._area, self._over = area, NO_TEXT
        gone = [key for key in self._kept if key != self._shown]
        # In kitty 0.26 the first of these deletes all that are not shown: as is meant here.
        commands = "".join(deleted(self._kept.pop(key).id) for key in gone)
        return (self._placed() if self._shown is not None else "") + commands

    def farewell(self) -> str:
        """Delete every picture."""
        self._shown, self._parts = None, 0
        kept, self._kept = self._kept, OrderedDict()
        return "".join(deleted(each.id) for each in kept.values())

    def close(self) -> None:
        """Nothing is to be ended."""

    @property
    def _ids(self) -> range:
        return range(self._first, self._first + _ring(self._area))

    def _cleared(self) -> str:
        """Where all ids are taken: what deletes all pictures but the one that is shown."""
        if len(self._kept) < len(self._ids) or self._shown is None:
            return ""  # an overview may have sent what it has not shown yet
        gone = [key for key in self._kept if key != self._shown]
        return "".join(deleted(self._kept.pop(key).id) for key in gone)

    def _free_id(self) -> int:
        taken = {each.id for each in self._kept.values()}
        free = next((number for number in self._ids if number not in taken), None)
        if free is not None:
            return free
        oldest = next(key for key in self._kept if key != self._shown)
        return self._kept.pop(oldest).id

    def _placed(self) -> str:
        """What is shown in its place, less the cells that are left out."""
        assert self._shown is not None
        self._kept.move_to_end(self._shown)
        picture, area = self._kept[self._shown], self._area
        before, parts = self._parts, list(pieces(area, self._over))
        self._parts = len(parts)
        commands = []
        for number, piece in enumerate(parts, 1):
            part = "" if piece[:2] == area[:2] else _part(picture, area, piece)
            keys = f"a=p,i={picture.id},p={number},{part}c={piece.columns},r={piece.rows},C=1,q=2"
            commands.append(placed(piece, command(keys)))
        for number in range(len(parts) + 1, before + 1):
            commands.append(command(f"a=d,d=i,i={picture.id},p={number},q=2"))
        return "".join(commands)


def _part(picture: _Kept, area: ScreenArea, piece: ScreenArea) -> str:
    """The pixels of the picture that a piece of its area shows."""
    x, y = piece.x - area.x, piece.y - area.y
    left, right = (picture.width * at // area.columns for at in (x, x + piece.columns))
    top, bottom = (picture.height * at // area.rows for at in (y, y + piece.rows))
    return f"x={left},y={top},w={right - left},h={bottom - top},"


def sent(number: int, png: bytes) -> str:
    """What gives the terminal a picture under that number, in place of the one it had."""
    return "".join(transmission(f"a=t,f=100,i={number},q=2", png))


def transmission(keys: str, png: bytes) -> Iterator[str]:
    """The commands by which a picture is sent; `keys` say what becomes of it."""
    data = b64encode(png).decode("ascii")
    for at in range(0, len(data), _CHUNK):
        yield command(f"{keys},m={int(at + _CHUNK < len(data))}", data[at : at + _CHUNK])
        keys = "q=2"


def deleted(number: int) -> str:
    """What takes the picture of that number from the terminal."""
    return command(f"a=d,d=I,i={number},q=2")


def command(keys: str, payload: str = "") -> str:
    """A command of the protocol."""
    return f"\x1b_G{keys}{';' if payload else ''}{payload}\x1b\\"


def _ring(area: ScreenArea) -> int:
    return max(LEAST_IDS, min(MOST_IDS, _MOST_BYTES // max(1, area.width * area.height * 4)))
