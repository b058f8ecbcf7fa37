"""How this terminal is to be shown pictures, told by its environment, and what it is then sent.

Asking the terminal would be surer, but an answer may come late and be taken for keys. So a terminal
that is not known by name gets half blocks, which every one shows.
"""

from __future__ import annotations

import fcntl
import struct
import sys
import termios
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Protocol = Literal["kitty", "sixel", "iterm", "blocks", "none"]

_KITTY_PROGRAMS = {"ghostty", "kitty"}
_KITTY_TERMS = {"xterm-kitty", "xterm-ghostty"}
_ITERM_PROGRAMS = {"WezTerm", "iTerm.app"}
_SIXEL_PROGRAMS = {"contour"}
_SIXEL_TERMS = {"foot", "foot-extra", "mlterm", "contour", "yaft-256color"}

USUAL = (10, 20)
"""Pixels of a cell where nobody knows."""


def protocol_for(
    env: Mapping[str, str],
    colors: str | None,
    pixels: tuple[int, int] | None,
    wanted: Protocol | None = None,
) -> Protocol:
    """The way to show pictures.

    env: the environment. colors: what the console found: "truecolor", "256", "standard" or None.
    pixels: a cell's width and height, if the terminal tells the system (TIOCGWINSZ); sixels
    need it. wanted: what the speaker asked for; sixels become half blocks where cells' size is not
    known. Unicode placeholders, by which kitty's pictures are placed, are known to kitty and
    Ghostty only.
    """
    if wanted:
        return "blocks" if wanted == "sixel" and not pixels else wanted
    if env.get("NO_COLOR") or colors not in ("truecolor", "256"):
        return "none"
    program, term = env.get("TERM_PROGRAM", ""), env.get("TERM", "")
    if env.get("TMUX") or env.get("STY") or term.startswith(("screen", "tmux")):
        return "blocks"
    if env.get("ZELLIJ"):
        return "blocks"
    if term in _KITTY_TERMS or program in _KITTY_PROGRAMS or env.get("KITTY_WINDOW_ID"):
        return "kitty"
    if program in _ITERM_PROGRAMS or env.get("LC_TERMINAL") == "iTerm2":
        return "iterm"
    if pixels and (term in _SIXEL_TERMS or program in _SIXEL_PROGRAMS):
        return "sixel"
    return "blocks"


def cell_pixels() -> tuple[int, int] | None:
    """A cell's width and height in pixels; None if the terminal has not told the system.

    The kernel is asked, not the terminal (tty_ioctl(4), TIOCGWINSZ): nothing is sent.
    """
    try:
        assert sys.__stdout__ is not None
        packed = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, bytes(8))
    except (OSError, ValueError, AssertionError):
        return None
    rows, columns, across, down = struct.unpack("HHHH", packed)
    if not (rows and columns and across >= columns and down >= rows):
        return None
    return across // columns, down // rows


class Drawn(Struct, frozen=True):
    """What to write for a picture of so many cells and rows."""

    rows: tuple[str, ...]
    """For each row of its rectangle: what fills it, escape sequences included, and leaves the
    terminal's colours as they were by default."""
    width: int
    """Cells of each row."""
    before: str = ""
    """What the terminal must have received before the rows mean anything."""
    after: str = ""
    """What is drawn over the rows once they are written, from the rectangle's top left."""
    number: int = 0
    """Under which the terminal keeps it; 0 if it keeps nothing."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return sum(map(len, self.rows)) * 4 + len(self.before) + len(self.after) + 200
