"""What rehearsals are drawn on: a terminal's width, its characters and colours."""

from __future__ import annotations

from dataclasses import dataclass
from shutil import get_terminal_size
from typing import Any, TextIO

import click

from presenter.commands.streams import in_colour, in_unicode
from presenter.deck.clean import clean
from presenter.typeset.setting import Ambiguous
from presenter.typeset.width import Ruler, ruler
from presenter.words import Language, Words


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
class Canvas:
    """A terminal's width in cells, and what it can show."""

    width: int
    ruler: Ruler
    marks: Marks = UNICODE
    colour: bool = False
    encoding: str = "utf-8"

    @classmethod
    def of(cls, stream: TextIO, ambiguous: Ambiguous = "narrow") -> Canvas:
        """What `stream` is."""
        return cls(
            get_terminal_size().columns,
            ruler(ambiguous),
            UNICODE if in_unicode(stream) else ASCII,
            in_colour(stream),
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


__all__ = ["ASCII", "UNICODE", "Canvas", "Marks", "spoken"]
