"""Whole pictures by kitty's graphics protocol, placed below the text.

Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/. Every command says q=2: the terminal
answers nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Collection

from presenter.screen.surfaces.surface import Area, Key, placed

FIRST_ID = 730_001
"""Pictures' ids; far from those of the pictures within slides, which are below 256."""

MOST_IDS, LEAST_IDS = 12, 3
_MOST_BYTES = 110_000_000
"""What the terminal keeps at most: it keeps a picture as four bytes a pixel."""

_CHUNK = 4096
"""The most characters of payload that a command may carry."""

_BELOW = -1_073_741_825
"""The highest z-index below cells that have a background of their own."""


class KittySurface:
    """A ring of few ids, whose pictures are replaced: a terminal that is sent ever new ids drops
    the oldest of all, and says nothing.

    Never replaced is the picture that is shown: it would be blank meanwhile.
    """

    def __init__(self, area: Area, first_id: int = FIRST_ID, *, above: bool = False) -> None:
        """`first_id`: twelve ids from it on are this surface's. above: cells, text included.

        kitty 0.26 does not clear what lies beside a picture below cells before it draws a frame:
        such a picture must be as large as the screen.
        """
        self._area = area
        self._z = 0 if above else _BELOW
        self._first = first_id
        self._ids: OrderedDict[Key, int] = OrderedDict()
        """Of the pictures that the terminal has, the one wanted longest ago first."""
        self._shown: Key | None = None

    @property
    def room(self) -> int:
        """How many pictures may be sent ahead."""
        return _ring(self._area) - 1

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._shown

    def ahead(self, key: Key, png: bytes) -> str:
        """Send a picture, unless the terminal has it."""
        if self.ready(key):
            return ""
        number = self._ids[key] = self._free_id()
        return sent(number, png)

    def ready(self, key: Key) -> bool:
        """Whether the terminal has it."""
        if key in self._ids:
            self._ids.move_to_end(key)
        return key in self._ids

    def show(self, key: Key, torn: Collection[int] = (), over: Collection[int] = ()) -> str:  # noqa: ARG002
        """Place a picture; then take away the one before, so that no frame is without one."""
        before, self._shown = self._shown, key
        self._ids.move_to_end(key)
        placement = self._placement(self._ids[key])
        return placement + (self._taken_away(before) if before not in (None, key) else "")

    def hide(self) -> str:
        """Take the picture away; the terminal keeps its data."""
        before, self._shown = self._shown, None
        return self._taken_away(before) if before is not None else ""

    def resized(self, area: Area) -> str:
        """Scale what is shown; the others are of no use."""
        self._area = area
        gone = [key for key in self._ids if key != self._shown]
        # In kitty 0.26 the first of these deletes all that are not shown: as is meant here.
        deleted = "".join(_deleted(self._ids.pop(key)) for key in gone)
        again = self._placement(self._ids[self._shown]) if self._shown is not None else ""
        return again + deleted

    def farewell(self) -> str:
        """Delete every picture."""
        self._shown = None
        ids, self._ids = self._ids, OrderedDict()
        return "".join(map(_deleted, ids.values()))

    def close(self) -> None:
        """Nothing is to be ended."""

    def _free_id(self) -> int:
        taken = set(self._ids.values())
        ring = range(self._first, self._first + _ring(self._area))
        free = next((number for number in ring if number not in taken), None)
        if free is None:
            oldest = next(key for key in self._ids if key != self._shown)
            free = self._ids.pop(oldest)
        return free

    def _placement(self, number: int) -> str:
        columns, rows = self._area.columns, self._area.rows
        size = f"c={columns},r={rows}"
        return placed(self._area, _command(f"a=p,i={number},p=1,{size},C=1,z={self._z},q=2"))

    def _taken_away(self, key: Key) -> str:
        # A small d: the data stay.
        return _command(f"a=d,d=i,i={self._ids[key]},p=1,q=2")


def sent(number: int, png: bytes) -> str:
    """What gives the terminal a picture under that number, in place of the one it had."""
    data = b64encode(png).decode("ascii")
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    head = f"a=t,f=100,i={number},q=2"
    return "".join(
        _command(f"{head if not at else 'q=2'},m={int(at + 1 < len(chunks))}", chunk)
        for at, chunk in enumerate(chunks)
    )


def _deleted(number: int) -> str:
    return _command(f"a=d,d=I,i={number},q=2")


def _command(keys: str, payload: str = "") -> str:
    return f"\x1b_G{keys}{';' if payload else ''}{payload}\x1b\\"


def _ring(area: Area) -> int:
    return max(LEAST_IDS, min(MOST_IDS, _MOST_BYTES // max(1, area.width * area.height * 4)))
