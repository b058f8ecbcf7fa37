"""What the typesetter makes: pages of lines of styled runs, as plain data."""

from __future__ import annotations

from typing import NamedTuple

from presenter.deck.deck_file import DeckFile


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
