"""Times in tables with bars, and other text, as lines that fit a terminal and that it can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import Any, TextIO

import click

from presenter.commands.streams import can_write_colour, can_write_unicode
from presenter.deck.characters import clean
from presenter.talk.clock import clock_text
from presenter.typeset.page import Ambiguous
from presenter.typeset.width import Ruler, ruler
from presenter.words import Language, Words

_LEAST_TITLE = 8
"""Cells that titles have at the least, before columns of numbers are left out in their favour."""

_LEAST_BAR, _MOST_BAR = 16, 60
"""Cells that the longest bar has beside a row; with less room it stands below."""


@dataclass(frozen=True)
class Marks:
    """What bars are made of, and what says that a text was cut or a number is missing."""

    within: str
    over: str
    left: str
    more: str
    none: str


UNICODE = Marks("█", "▓", "░", "…", "–")
ASCII = Marks("#", "+", ".", "...", "-")


@dataclass(frozen=True)
class Printer:
    """A terminal's width in cells, and what it can show."""

    width: int
    ruler: Ruler
    marks: Marks = UNICODE
    colour: bool = False
    encoding: str = "utf-8"

    @classmethod
    def of(cls, stream: TextIO, ambiguous: Ambiguous = "narrow") -> Printer:
        """What `stream` is."""
        return cls(
            get_terminal_size().columns,
            ruler(ambiguous),
            UNICODE if can_write_unicode(stream) else ASCII,
            can_write_colour(stream),
            stream.encoding or "utf-8",
        )

    def writable(self, text: str) -> str:
        """`text` on one line, without what commands a terminal; ``?`` for what it cannot show."""
        text = clean(" ".join(text.split()))
        return text.encode(self.encoding, "replace").decode(self.encoding, "replace")

    def cut(self, text: str, cells: int) -> str:
        """`text`, or as much of it as fits into `cells`."""
        return self.ruler.cut(text, max(0, cells), mark=self.marks.more)

    def padded(self, text: str, cells: int, *, right: bool = False) -> str:
        """`text`, cut to `cells` and filled up to them with spaces; `right`: on its left."""
        text = self.cut(text, cells)
        gap = " " * (cells - self.ruler.width(text))
        return gap + text if right else text + gap

    def folded(self, text: str) -> list[str]:
        """`text` in lines that fit, parted at spaces where there are any."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and self.ruler.width(longer) > self.width:
                lines.append(word)
            else:
                lines[-1] = longer
        return [self.cut(line.strip(), self.width) for line in lines]

    def painted(self, text: str, **style: Any) -> str:
        """`text` in a style of click's, where there are colours."""
        return click.style(text, **style) if self.colour and text else text

    def bar(self, actual: float, planned: float | None, scale: float) -> str:
        """A bar of `actual` seconds against those `planned`; `scale` is cells to a second.

        What is within the plan, over it, and left of it differ by their marks; colours only add.
        """
        planned = actual if planned is None else planned
        edge = max(1, round(min(actual, planned) * scale))
        end = max(edge, round(max(actual, planned) * scale))
        over = actual > planned
        rest = self.ruler.fill(self.marks.over if over else self.marks.left, end - edge)
        rest = self.painted(rest, fg="red") if over else self.painted(rest, dim=True)
        return self.painted(self.ruler.fill(self.marks.within, edge), fg="green") + rest

    def legend(self, words: Words) -> list[str]:
        """What the marks of a bar mean."""
        marks = self.marks
        text = words("rehearsal.legend", within=marks.within, over=marks.over, left=marks.left)
        parts = [text] if self.ruler.width(text) <= self.width else text.split("   ")
        return [self.cut(part, self.width) for part in parts]


def spoken(stream: TextIO, language: Language) -> Words:
    """The words in `language`; in English where `stream` cannot write Chinese."""
    try:
        "计划实际".encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return Words("en")
    return Words(language)


@dataclass(frozen=True)
class Row:
    """A row: a number, a title, and `cells` of numbers on the right of it.

    bar: the actual and planned seconds of its bar, if it has one. strong: whether it is set off.
    """

    cells: tuple[str, ...]
    title: str = ""
    number: str = ""
    bar: tuple[float, float | None] | None = None
    strong: bool = False


def table(rows: Sequence[Row], printer: Printer, least: int = _LEAST_TITLE) -> list[str]:
    """`rows` as lines no wider than `printer`.

    Columns of numbers are as wide as they need be; where it is too narrow for
    them beside `least` cells of titles, those on the right go.
    """
    measure = printer.ruler.width
    number = max(measure(row.number) for row in rows)
    lead = number + 2 if number else 0
    widths = [
        max(map(measure, column)) for column in zip(*(row.cells for row in rows), strict=True)
    ]
    least = min(least, max(measure(row.title) for row in rows))
    while widths and lead + least + sum(widths) + 2 * len(widths) > printer.width:
        widths.pop()
    room = printer.width - lead - sum(widths) - 2 * len(widths)
    title, bar = _shared_out(max(measure(row.title) for row in rows), room, least)
    below = not bar
    most = printer.width - lead if below else bar
    longest = max((max(row.bar[0], row.bar[1] or 0) for row in rows if row.bar), default=0.0)
    scale = max(0, most) / longest if longest else 0.0
    lines: list[str] = []
    for row in rows:
        line = printer.padded(row.number, number, right=True) + "  " if number else ""
        line += printer.padded(row.title, title)
        for text, width in zip(row.cells, widths, strict=False):
            line += "  " + printer.padded(text, width, right=True)
        drawn = printer.bar(*row.bar, scale) if row.bar else ""
        if below or not drawn:
            line = line.rstrip()
        line = printer.painted(line, bold=True) if row.strong else line
        lines.append(line + "  " + drawn if drawn and not below else line)
        if drawn and below:
            lines.append(" " * lead + drawn)
    return lines


def _shared_out(title: int, room: int, least: int) -> tuple[int, int]:
    """The cells of titles and of bars beside them, of all the `room`; 0 of bars that are below."""
    bar = room - 2 - title
    if bar < _LEAST_BAR:
        bar = min(_LEAST_BAR, room - 2 - max(least, title * 2 // 3))
    if bar < _LEAST_BAR:
        return max(0, min(title, room)), 0
    return min(title, room - 2 - bar), min(bar, _MOST_BAR)


def minutes(seconds: float) -> str:
    """`seconds`, rounded, as a clock shows them: ``1:05``."""
    return clock_text(round(seconds))


def difference(planned: float | None, actual: float, none: str) -> str:
    """By how much `actual` is beyond what was `planned`: ``+0:05``; `none` without a plan."""
    if planned is None:
        return none
    seconds = round(actual) - round(planned)
    sign = "+" if seconds > 0 else "-" if seconds < 0 else ""
    return sign + minutes(abs(seconds))
