"""A terminal that understands sixels, with the traps of those that are about."""

from __future__ import annotations

import re

BAND = 6
_TOKEN = re.compile(
    r"#(?P<number>\d+);2;(?P<rgb>\d+;\d+;\d+)|#(?P<color>\d+)|(?:!(?P<times>\d+))?(?P<dots>[?-~])"
    r'|(?P<back>\$)|(?P<down>-)|"1;1;(?P<size>\d+;\d+)'
)
_SEQUENCE = re.compile(
    r"\x1bP0;1;0q(?P<sixels>[^\x1b]*)\x1b\\|\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[\?80(?P<mode>[hl])"
    r"|(?P<save>\x1b7)|(?P<restore>\x1b8)|(?P<erase>\x1b\[2J)"
    r"|\x1b\[48;2;\d+;\d+;\d+m(?P<blanks> +)\x1b\[m"
)

Pixel = tuple[int, int, int] | None
"""A colour in per cent, or nothing painted."""


class SixelTerminal:
    """Columns and rows of cells of `cell` pixels. drops: as xterm before 400, it paints nothing
    after a band that reaches into the last row, and keeps the latest 16 pictures only.
    """

    def __init__(
        self, columns: int, rows: int, cell: tuple[int, int], *, drops: bool = False
    ) -> None:
        self.width, self.height = columns * cell[0], rows * cell[1]
        self._rows, self._cell, self._drops = rows, cell, drops
        self._pictures: list[dict[tuple[int, int], Pixel]] = []
        self._at = self._saved = (0, 0)
        self._stays = False
        self.painted = 0
        """Pixels painted, some of them more than once."""

    def feed(self, data: str) -> SixelTerminal:
        at = 0
        while at < len(data):
            match = _SEQUENCE.match(data, at)
            assert match, f"what is {data[at : at + 20]!r}?"
            at = match.end()
            if match["sixels"] is not None:
                self._paint(match["sixels"])
            elif match["row"]:
                self._at = (int(match["column"]) - 1, int(match["row"]) - 1)
            elif match["mode"]:
                self._stays = match["mode"] == "h"
            elif match["blanks"]:
                self._write(self._at[0], self._at[1], len(match["blanks"]))
            elif match["save"]:
                self._saved = self._at
            elif match["restore"]:
                self._at = self._saved
            else:
                self._pictures.clear()
        return self

    def write_row(self, row: int) -> SixelTerminal:
        """Text over the whole row."""
        self._write(0, row, self.width // self._cell[0])
        return self

    def _write(self, column: int, row: int, columns: int) -> None:
        left, right = column * self._cell[0], (column + columns) * self._cell[0]
        top, bottom = row * self._cell[1], (row + 1) * self._cell[1]
        for picture in self._pictures:
            for x, y in [*picture]:
                if top <= y < bottom and left <= x < right:
                    del picture[x, y]

    def pixel(self, x: int, y: int) -> Pixel:
        found = (picture[x, y] for picture in reversed(self._pictures) if (x, y) in picture)
        return next(found, None)

    def row(self, y: int) -> list[Pixel]:
        return [self.pixel(x, y) for x in range(self.width)]

    def _paint(self, sixels: str) -> None:
        left, top = (
            (0, 0) if self._stays else (self._at[0] * self._cell[0], self._at[1] * self._cell[1])
        )
        palette: dict[int, Pixel] = {}
        picture: dict[tuple[int, int], Pixel] = {}
        color = x = y = painted = 0
        stopped = False
        at = 0
        while at < len(sixels):
            match = _TOKEN.match(sixels, at)
            assert match, f"what is {sixels[at : at + 20]!r}?"
            at = match.end()
            if match["number"]:
                red, green, blue = map(int, match["rgb"].split(";"))
                palette[int(match["number"])] = (red, green, blue)
            elif match["color"]:
                color = int(match["color"])
            elif match["size"]:
                painted = int(match["size"].split(";")[1])
            elif match["back"]:
                x = 0
            elif match["down"]:
                reached = top + y + min(BAND, max(painted, 0) - y)
                last = (self._rows - 1) * self._cell[1]
                stopped = stopped or (self._drops and painted > y and reached > last)
                x, y = 0, y + BAND
            else:
                bits, end = ord(match["dots"]) - 63, x + int(match["times"] or 1)
                for bit in (bit for bit in range(BAND) if bits >> bit & 1):
                    painted = max(painted, y + bit + 1)
                    for column in range(x, end):
                        place = (left + column, top + y + bit)
                        assert place[0] < self.width, "beyond the right edge"
                        assert place[1] < self.height, "beyond the bottom: it would scroll"
                        if not stopped:
                            picture[place] = palette[color]
                x = end
        self.painted += len(picture)
        self._pictures.append(picture)
        if self._drops:
            del self._pictures[:-16]
