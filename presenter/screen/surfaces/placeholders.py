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
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

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

MOST = 12
"""Pictures that the terminal keeps for one surface."""

_MOST_BYTES = 110_000_000
"""What the terminal keeps of them, as four bytes a pixel."""

PORTION = 32 * 1024
"""Characters that are sent at once. Of what a terminal has not taken yet tmux keeps eight bytes for
each of its cells, and drops what is more (tty.c, TTY_BLOCK_START).
"""


_END = command("q=2,m=0")
"""Ends a transmission that was broken off, as nobody looked at the window: the terminal would take
what comes for its parts. Where none was it does nothing.
"""


class _Parts(NamedTuple):
    """What is left to be sent of a picture, and what is called then."""

    commands: list[str]
    sent: Callable[[], object]


class Passage:
    """What goes past tmux to the terminal: one picture after the other, each in portions."""

    def __init__(self) -> None:
        self.high = 1 + os.getpid() % (len(MARKS) - 1)
        """The highest byte of ids: another talk may be shown in the same terminal."""
        self._waiting: OrderedDict[int, _Parts] = OrderedDict()
        """The pictures that are not sent to their ends, by their ids."""
        self._is_begun = False
        """Whether a part of the first was sent."""

    def enter(self, number: int, size: str, png: bytes, sent: Callable[[], object]) -> None:
        """Have a picture sent in its turn; `size` are the keys that say how many cells it fills."""
        parts = [_END, *transmission(f"a=T,U=1,q=2,i={number},f=100,{size}", png)]
        self._waiting[number] = _Parts(list(map(passed_on, parts)), sent)

    def portion(self) -> str:
        """What to send now; empty if nothing waits."""
        data = ""
        while self._waiting and len(data) < PORTION:
            number, (commands, sent) = next(iter(self._waiting.items()))
            data += commands.pop(0)
            self._is_begun = bool(commands)
            if not commands:
                del self._waiting[number]
                sent()
        return data

    def waits(self, number: int) -> bool:
        """Whether it is not sent to its end."""
        return number in self._waiting

    def forget(self, numbers: Iterable[int]) -> str:
        """What takes these pictures from the terminal, between two others."""
        gone, data = list(numbers), ""
        if self._is_begun:
            first, (commands, sent) = next(iter(self._waiting.items()))
            if first in gone:
                data = passed_on(_END)
            else:
                data = "".join(commands)
                del self._waiting[first]
                sent()
            self._is_begun = False
        for number in gone:
            self._waiting.pop(number, None)
        return data + "".join(passed_on(deleted(number)) for number in gone)


class CellPictures:
    """The pictures of one place that the terminal keeps: few ids, which are used again."""

    def __init__(self, passage: Passage, colors: range) -> None:
        self._passage = passage
        self.colors = colors
        """As many pictures are kept."""
        self._kept: OrderedDict[Key, int] = OrderedDict()
        """The colour of each, those first that were asked for longest ago."""

    def put(
        self,
        key: Key,
        png: bytes,
        area: ScreenArea,
        shown: Collection[Key],
        sent: Callable[[], object] = lambda: None,
    ) -> None:
        """Have a picture sent, unless it is or was. None that is `shown` makes room for it."""
        if key in self._kept:
            return
        color = self._kept[key] = self._free_color(shown)
        self._passage.enter(self._id(color), f"c={area.columns},r={area.rows}", png, sent)

    def ready(self, key: Key) -> bool:
        """Whether it has been sent."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return key in self._kept and not self._passage.waits(self._id(self._kept[key]))

    def cells(self, key: Key, area: ScreenArea, rows: Iterable[int], over: Over = NO_TEXT) -> str:
        """What shows these rows of a picture in its area, but for cells where text is."""
        high = MARKS[self._passage.high]
        line = area._replace(x=0, y=0, rows=1)
        cells = []
        for row in rows:
            for piece in pieces(line, {0: over.get(row, ())}):
                if piece.x >= len(MARKS):
                    continue  # what is behind a text so long is left blank
                at = f"\x1b[{area.y + row + 1};{area.x + piece.x + 1}H"
                first = f"{PLACEHOLDER}{MARKS[row]}{MARKS[piece.x]}{high}"
                cells.append(at + first + PLACEHOLDER * (piece.columns - 1))
        color = f"\x1b[0;38;5;{self._kept[key]}m"
        return f"\x1b7{color}{''.join(cells)}\x1b[0m\x1b8" if cells else ""

    def forget(self) -> str:
        """What takes them all from the terminal."""
        kept, self._kept = self._kept, OrderedDict()
        return self._passage.forget(map(self._id, kept.values())) if kept else ""

    def _id(self, color: int) -> int:
        return self._passage.high << 24 | color

    def _free_color(self, shown: Collection[Key]) -> int:
        taken = set(self._kept.values())
        free = next((color for color in self.colors if color not in taken), None)
        if free is not None:
            return free
        oldest = next(iter(self._kept))
        return self._kept.pop(next((key for key in self._kept if key not in shown), oldest))


class PlaceholderSurface:
    """Shows a picture by writing its cells."""

    def __init__(
        self,
        area: ScreenArea,
        on_ready: Callable[[Key], object],
        passage: Passage,
        number: int = 0,
    ) -> None:
        """`on_ready` is called once a picture has been sent.

        number: from 0, of one of several that share a passage.
        """
        self._area = area
        self._on_ready = on_ready
        self._passage = passage
        self._first = FIRST_COLOR + MOST * number
        self._pictures = CellPictures(passage, self._colors)
        self._shown: Key | None = None
        self._over: Over = NO_TEXT

    @property
    def room(self) -> int:
        """How many pictures may be sent ahead."""
        each = max(1, self._area.width * self._area.height * 4)
        return max(3, min(MOST, _MOST_BYTES // each)) - 1

    @property
    def _colors(self) -> range:
        return range(self._first, self._first + self.room + 1)

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._shown

    def ahead(self, key: Key, png: bytes) -> str:
        """Send a part of a picture; what was begun before comes to its end first."""
        self._pictures.put(key, png, self._area, (self._shown,), lambda: self._on_ready(key))
        return self._passage.portion()

    def ready(self, key: Key) -> bool:
        """Whether it has been sent."""
        return self._pictures.ready(key)

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:
        """Write the cells of a picture; of the one that is shown those that were written over."""
        is_new = key != self._shown or over != self._over
        self._shown, self._over = key, over
        rows = [row for row in range(self._area.rows) if is_new or row in torn]
        return self._pictures.cells(key, self._area, rows, over)

    def hide(self) -> str:
        """Written cells take the picture away."""
        self._shown = None
        return ""

    def resized(self, area: ScreenArea) -> str:
        """Pictures for other cells are wanted."""
        data = self._forgotten()
        self._area = area
        self._pictures.colors = self._colors
        return data

    def farewell(self) -> str:
        """Erase the screen, delete every picture."""
        return "\x1b[2J" + self._forgotten()

    def close(self) -> None:
        """Nothing is to be ended."""

    def _forgotten(self) -> str:
        self._shown = None
        return self._pictures.forget()
