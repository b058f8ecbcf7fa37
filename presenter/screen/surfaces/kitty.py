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
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, Protocol
from weakref import WeakSet

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


class _Sender(Protocol):
    """What sends the terminal pictures, to be placed later."""

    def drop_hidden(self) -> str:
        """What deletes those that are nowhere shown."""


class KittyMemory:
    """What a terminal keeps, for all that send it pictures."""

    def __init__(self) -> None:
        self.is_old = False
        """Whether it is as kitty 0.26, which counts a picture in addition to the one that it
        replaces, and at 320 MB drops all, and which deletes with any picture all that are nowhere
        shown, whoever has sent them.
        """
        self._senders = WeakSet[_Sender]()

    def join(self, sender: _Sender) -> None:
        """Have `sender` know what is deleted, as long as it lives."""
        self._senders.add(sender)

    def drop_hidden(self, sender: _Sender) -> str:
        """What deletes all that `sender` has sent and is nowhere shown; in an old one everybody's.

        They are sent again when their turn comes.
        """
        senders = list(self._senders) if self.is_old else [sender]
        return "".join(each.drop_hidden() for each in senders)

    def make_room(
        self, sender: _Sender, ids: range, taken: Callable[[], Collection[int]]
    ) -> tuple[int | None, str]:
        """One of `ids` for another picture of `sender`, and what is to be written before that.

        taken: those that it has given to pictures. None if a picture is to be replaced.
        """
        gone = ""
        number = _free(ids, taken())
        if number is None and self.is_old:
            gone = self.drop_hidden(sender)
            number = _free(ids, taken())
        return number, gone


class KittySurface:
    """A ring of few ids, whose pictures are replaced: a terminal that is sent ever new ids drops
    the oldest of all, and says nothing.

    Never replaced is the picture that is shown: it would be blank meanwhile.
    """

    def __init__(
        self, area: ScreenArea, first_id: int = FIRST_ID, memory: KittyMemory | None = None
    ) -> None:
        """`first_id`: twelve ids from it on are this surface's; `memory`: the terminal's."""
        self._memory = memory or KittyMemory()
        self._memory.join(self)
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
        """How many pictures may be sent ahead.

        In an old kitty half of what is kept: so all are sent again only every few slides.
        """
        ring = _ring(self._area)
        return max(LEAST_IDS - 1, ring // 2) if self._memory.is_old else ring - 1

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
        number, gone = self._make_room()
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
        gone = self._memory.drop_hidden(self)
        return (self._placed() if self._shown is not None else "") + gone

    def farewell(self) -> str:
        """Delete every picture."""
        self._shown, self._parts = None, 0
        kept, self._kept = self._kept, OrderedDict()
        return "".join(deleted(each.id) for each in kept.values())

    def drop_hidden(self) -> str:
        """What deletes all but the one that is shown."""
        gone = [key for key in self._kept if key != self._shown]
        return "".join(deleted(self._kept.pop(key).id) for key in gone)

    def close(self) -> None:
        """Nothing is to be ended."""

    @property
    def _ids(self) -> range:
        return range(self._first, self._first + _ring(self._area))

    def _make_room(self) -> tuple[int, str]:
        """An id for another picture, and what is to be written before that."""
        number, gone = self._memory.make_room(
            self, self._ids, lambda: {each.id for each in self._kept.values()}
        )
        if number is None:
            number = self._kept.pop(next(key for key in self._kept if key != self._shown)).id
        return number, gone

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


def _free(ids: range, taken: Collection[int]) -> int | None:
    return next((number for number in ids if number not in taken), None)


def _ring(area: ScreenArea) -> int:
    return max(LEAST_IDS, min(MOST_IDS, _MOST_BYTES // max(1, area.width * area.height * 4)))
