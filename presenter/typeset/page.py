"""What the typesetter makes, pages of lines of styled runs as plain data, and by which options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from presenter.content.lazy import lazy
from presenter.deck.safe_files import DeckFile
from presenter.typeset.width import USUAL, Drawing, Ruler, ruler
from presenter.words import Words


class Run(NamedTuple):
    """A piece of a line in one style."""

    text: str
    style: str
    """Names of styles, parted by spaces; later ones refine earlier ones: ``bullet.text strong``."""
    width: int
    """In cells."""
    link: str = ""
    """Where it leads: an http, https or mailto address, or nothing."""


Line = tuple[Run, ...]
"""A row of a page, from its left edge; what it leaves open at the right is empty."""


class Picture(NamedTuple):
    """A rectangle of a page that a picture fills; in cells and rows from the top left.

    The lines below it hold the alt text, for as long as the picture is not there; their runs begin
    and end at its edges.
    """

    x: int
    y: int
    width: int
    height: int
    file: DeckFile
    alt: str = ""


class Stop(NamedTuple):
    """Where a talk rests within a slide: a step of its reveal, seen on one of its pages."""

    step: int
    """Steps count from 0."""
    page: int
    """Pages count from 0."""
    anchor: int
    """The first piece of content on that page; finds the place again at another size."""


class Page(NamedTuple):
    """What a screen shows."""

    width: int
    height: int
    lines: tuple[Line, ...]
    """Exactly `height` lines, none wider than `width`."""
    pictures: tuple[Picture, ...] = ()

    def text(self) -> str:
        """The page as plain text: its lines without the empty ends."""
        return "\n".join("".join(run.text for run in line).rstrip() for line in self.lines)


def line_width(line: Line) -> int:
    """The width of a line in cells."""
    return sum(run.width for run in line)


Ambiguous = Literal["narrow", "wide"]

AmbiguousMode = Literal["auto", "narrow", "wide"]
"""``auto``: narrow, unless a terminal was asked and does otherwise."""


class PageOptions(Struct, frozen=True, dict=True):
    """What a page depends on besides the slide: its size, and the rules by which text is set.

    width, height: in cells and rows, at least 1. language: BCP 47 tag for line breaking and
    labels; empty for the deck's, and if that is empty too, labels speak the locale's language.
    ambiguous: how wide the terminal draws characters whose East Asian width is ambiguous
    (UAX #11). reveal: overrides the deck's, slides' and blocks' ``reveal``. pictures: whether
    pictures can be shown; if not, their alt text stands in their place, all of it. bidi: whether
    what is written from right to left is put into the order of its cells; if not, whoever shows the
    page does that. braille: whether lines of charts may be drawn with the dots of braille patterns;
    if not, with half blocks, which every font has. right_to_left: whether pages begin at the right;
    None for what `bidi` and the deck say. drawing: how the terminal draws what terminals
    disagree about. hyphens: whether words may be broken with a hyphen.
    """

    width: int
    height: int
    language: str = ""
    ambiguous: Ambiguous = "narrow"
    reveal: bool | None = None
    pictures: bool = True
    bidi: bool = True
    braille: bool = True
    right_to_left: bool | None = None
    drawing: Drawing = USUAL
    hyphens: bool = True

    @lazy
    def ruler(self) -> Ruler:
        """Measures text under this width rule."""
        return ruler(self.ambiguous, self.drawing)

    @lazy
    def words(self) -> Words:
        """The interface's texts in this language."""
        return Words.of(self.language)


def indented(lines: Sequence[Line], first: Line, rest: Line) -> tuple[Line, ...]:
    """`lines` with `first` before the first of them and `rest` before the others."""
    return tuple((*(rest if index else first), *line) for index, line in enumerate(lines))


def space(cells: int) -> Run:
    """`cells` empty cells."""
    return Run(" " * cells, "", cells)
