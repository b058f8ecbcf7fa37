"""Whole pictures in cells of text, through tmux, in kitty from 0.28 on and in Ghostty.

A terminal is sent the picture past tmux; the cells that show it are text to tmux, which moves,
covers and restores them as it does any text. Source:
https://sw.kovidgoyal.net/kitty/graphics-protocol/, "Unicode placeholders": a cell without marks
goes on where the one at its left is. Every command says q=2: the terminal answers nothing, as tmux
would hand on the answer as if it were typed.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence

from presenter.screen.surfaces.kitty import command, deleted, transmission
from presenter.screen.surfaces.surface import NO_TEXT, Key, Over, ScreenArea, pieces
from presenter.screen.surfaces.tmux import passed_on

PLACEHOLDER = "\U0010eeee"

_MARKS = """305 30D-30E 310 312 33D-33F 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599
59C-5A1 5A8-5A9 5AB-5AC 5AF 5C4 610-617 657-65B 65D-65E 6D6-6DC 6DF-6E2 6E4 6E7-6E8 6EB-6EC 730
732-733 735-736 73A 73D 73F-741 743 745 747 749-74A 7EB-7F1 7F3 816-819 81B-823 825-827 829-82D 951
953-954 F82-F83 F86-F87 135D-135F 17DD 193A 1A17 1A75-1A7C 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0
"""
"""Code points of the combining marks that count, in order, the first of those that kitty lists."""


def _listed(ranges: str) -> tuple[str, ...]:
    marks: list[str] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        marks += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return tuple(marks)


MARKS = _listed(_MARKS)
"""The combining mark for each number of a row or column, from 0."""


def has_marks(area: ScreenArea) -> bool:
    """Whether its rows can be counted so."""
    return area.rows <= len(MARKS)


FIRST_COLOR, LAST_COLOR = 16, 255
"""The lowest part of a picture's id is a colour of the 256: those which no terminal writes in
another way."""

_MOST = 12
_MOST_BYTES = 110_000_000
"""What the terminal keeps at most, as four bytes a pixel."""

_PORTION = 32 * 1024
"""Characters that are sent at once. Of what a terminal has not taken yet tmux keeps eight bytes for
each of its cells, and drops what is more (tty.c, TTY_BLOCK_START).
"""


_END = command("q=2,m=0")
"""Ends a transmission that was broken off, as nobody looked at the window: the terminal would take
what comes for its parts. Where none was it does nothing.
"""


class PlaceholderSurface:
    """Few ids, whose pictures are replaced, never that of the picture that is shown."""

    def __init__(self, area: ScreenArea, on_ready: Callable[[Key], object]) -> None:
        """`on_ready` is called once a picture has been sent that was not sent at once."""
        self._area = area
        self._on_ready = on_ready
        self._high = 1 + os.getpid() % (len(MARKS) - 1)
        """The highest byte of ids: another talk may be shown in the same terminal."""
        self._kept: OrderedDict[Key, int] = OrderedDict()
        """The colour of each, those first that were asked for longest ago."""
        self._sending: tuple[Key, list[str]] | None = None
        """The one that is not sent to its end, and its commands."""
        self._shown: Key | None = None
        self._over: Over = NO_TEXT

    @property
    def room(self) -> int:
        """How many pictures may be sent ahead."""
        each = max(1, self._area.width * self._area.height * 4)
        return max(3, min(_MOST, _MOST_BYTES // each)) - 1

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._shown

    def ahead(self, key: Key, png: bytes) -> str:
        """Send a part of a picture; one that was begun before comes to its end first."""
        if self._sending is None:
            if self.ready(key):
                return ""
            color = self._free_color()
            size = f"c={self._area.columns},r={self._area.rows}"
            keys = f"a=T,U=1,q=2,i={self._id(color)},f=100,{size}"
            self._kept[key] = color
            parts = [_END, *transmission(keys, png)]
            self._sending = key, list(map(passed_on, parts))
        sent, commands = self._sending
        data = ""
        while commands and len(data) < _PORTION:
            data += commands.pop(0)
        if not commands:
            self._sending = None
            self._on_ready(sent)
        return data

    def ready(self, key: Key) -> bool:
        """Whether it has been sent."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return key in self._kept and (self._sending is None or self._sending[0] != key)

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:
        """Write the cells of a picture; of the one that is shown those that were written over."""
        self._kept.move_to_end(key)
        is_new = key != self._shown or over != self._over
        self._shown, self._over = key, over
        rows = [row for row in range(self._area.rows) if is_new or row in torn]
        return f"\x1b7{self._cells(key, rows)}\x1b8" if rows else ""

    def _cells(self, key: Key, rows: Sequence[int]) -> str:
        """What shows these rows of a picture, but for cells where text is."""
        color, high = self._kept[key], MARKS[self._high]
        line = self._area._replace(x=0, y=0, rows=1)
        cells = []
        for row in rows:
            for piece in pieces(line, {0: self._over.get(row, ())}):
                if piece.x >= len(MARKS):
                    continue  # what is behind a text so long is left blank
                at = f"\x1b[{self._area.y + row + 1};{self._area.x + piece.x + 1}H"
                first = f"{PLACEHOLDER}{MARKS[row]}{MARKS[piece.x]}{high}"
                cells.append(at + first + PLACEHOLDER * (piece.columns - 1))
        return f"\x1b[0;38;5;{color}m{''.join(cells)}\x1b[0m" if cells else ""

    def hide(self) -> str:
        """Written cells take the picture away."""
        self._shown = None
        return ""

    def resized(self, area: ScreenArea) -> str:
        """Pictures for other cells are wanted."""
        data = self._forgotten()
        self._area = area
        return data

    def farewell(self) -> str:
        """Erase the screen, delete every picture."""
        return "\x1b[2J" + self._forgotten()

    def close(self) -> None:
        """Nothing is to be ended."""

    def _forgotten(self) -> str:
        ended = [_END] if self._sending is not None else []
        kept, self._kept = self._kept, OrderedDict()
        self._shown, self._sending = None, None
        gone = (deleted(self._id(color)) for color in kept.values())
        return "".join(map(passed_on, [*ended, *gone]))

    def _id(self, color: int) -> int:
        return self._high << 24 | color

    def _free_color(self) -> int:
        taken = set(self._kept.values())
        colors = range(FIRST_COLOR, FIRST_COLOR + self.room + 1)
        free = next((color for color in colors if color not in taken), None)
        if free is not None:
            return free
        return self._kept.pop(next(key for key in self._kept if key != self._shown))
