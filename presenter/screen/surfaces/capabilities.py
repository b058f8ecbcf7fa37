"""What a terminal can show, as far as its environment tells; asking it may find more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from presenter.screen.surfaces.surface import ScreenArea

if TYPE_CHECKING:
    from presenter.screen.surfaces.placeholders import Passage

Protocol = Literal["cells", "placeholders", "sixel", "iterm", "kitty"]
"""The ways to show whole pictures, the better the later; in cells there are none."""

_RANKS: tuple[str, ...] = get_args(Protocol)


class Capabilities(NamedTuple):
    """What is known of a terminal; it only ever grows.

    name: as the terminal calls itself, with its version once it has told; empty if nobody knows.
    pixels: width and height of its text, cell: of a cell, as it told. colors, most: how many
    colours, and how wide and high a picture may be in sixels. is_far: whether what is sent goes
    over a network. passage: past tmux, where pictures go to cells of text.
    """

    protocol: Protocol = "cells"
    name: str = ""
    pixels: tuple[int, int] | None = None
    cell: tuple[int, int] | None = None
    colors: int = 256
    most: tuple[int, int] | None = None
    is_far: bool = False
    passage: Passage | None = None

    @property
    def is_kitty(self) -> bool:
        """Whether it is that terminal, and not another with its protocol."""
        return self.name.startswith("kitty")

    @property
    def shows_steps(self) -> bool:
        """Whether it shows a frame while it comes: xterm knows no synchronized output."""
        return self.name.startswith("XTerm")

    @property
    def takes_files(self) -> bool:
        """Whether it takes a picture's file as it is, and shows it at once."""
        return self.protocol in ("iterm", "kitty")

    @property
    def wants_small(self) -> bool:
        """Whether pictures' files are sent as they are, through what may be slow or drop them."""
        return self.protocol == "placeholders" or (self.is_far and self.takes_files)

    def with_protocol(self, protocol: Protocol) -> Capabilities:
        """With that protocol, if it is better than what is known."""
        better = _RANKS.index(protocol) > _RANKS.index(self.protocol)
        return self._replace(protocol=protocol) if better else self

    def has_cells_of(self, size: tuple[int, int], pixels: tuple[int, int] | None) -> bool:
        """Whether so many columns and rows of the cell that it told fill these pixels."""
        if self.cell is None or pixels is None:
            return False
        each = zip(size, pixels, self.cell, strict=True)
        return all(_fills(cells, across, cell) for cells, across, cell in each)

    def area(self, size: tuple[int, int], pixels: tuple[int, int] | None) -> ScreenArea | None:
        """The whole screen; None if nobody knows its pixels, or pictures of it cannot be shown.

        size: columns and rows. pixels: of both together, if the terminal told the system.
        """
        whole = pixels or self.pixels
        if whole is None:
            return None
        width, height = (
            _filled(cells, across, self.cell and self.cell[axis], exact=pixels is None)
            for axis, (cells, across) in enumerate(zip(size, whole, strict=True))
        )
        most = self.most if self.protocol == "sixel" and self.most else (width, height)
        fits = 0 < width <= most[0] and 0 < height <= most[1]
        return ScreenArea(*size, width, height) if fits else None


def _filled(cells: int, pixels: int, cell: int | None, *, exact: bool) -> int:
    """The pixels that so many cells fill of `pixels`, which may be the whole window's.

    cell: its size, as the terminal told; where a cell is no whole number of pixels (as in a
    browser), it does not fit. exact: whether `pixels` are to be trusted without that.
    """
    if cell and _fills(cells, pixels, cell):
        return cells * cell
    if cell or exact:
        return pixels
    return pixels // cells * cells


def _fills(cells: int, pixels: int, cell: int) -> bool:
    """Whether so many cells fill these pixels, but for a rest at the window's edges."""
    return 0 <= pixels - cells * cell < 2 * cell


_WITHIN = ("TMUX", "STY", "ZELLIJ")
"""Set by programs between us and the terminal, which show text alone or say what they cannot."""

_FAR = ("SSH_CONNECTION", "SSH_TTY")
"""Set by ssh's server, sshd(8)."""

_BY_NAME: tuple[tuple[str, str, Protocol, str], ...] = (
    ("TERM", r"xterm-kitty", "kitty", "kitty"),
    ("KITTY_WINDOW_ID", r".+", "kitty", "kitty"),
    ("TERM", r"xterm-ghostty", "kitty", "ghostty"),
    ("TERM_PROGRAM", r"ghostty", "kitty", "ghostty"),
    ("KONSOLE_VERSION", r"(2204|220[5-9]|22[1-9]\d|2[3-9]\d\d|[3-9]\d\d\d)\d\d", "kitty", ""),
    ("TERM_PROGRAM", r"WezTerm", "iterm", "WezTerm"),
    ("TERM_PROGRAM", r"iTerm\.app", "iterm", ""),
    ("LC_TERMINAL", r"iTerm2", "iterm", ""),
    ("TERM", r"foot(-.*)?", "sixel", "foot"),
    ("TERM", r"mlterm|contour", "sixel", ""),
)
"""A variable, what it must be, what the terminal that sets it so shows in any configuration, and
what it calls itself, where that matters before it is asked."""


def known(environment: Mapping[str, str]) -> Capabilities:
    """What the environment tells; nothing is sent to the terminal."""
    nothing = Capabilities(is_far=any(map(environment.get, _FAR)))
    if is_within(environment) or environment.get("NO_COLOR"):
        return nothing
    for variable, pattern, protocol, name in _BY_NAME:
        if re.fullmatch(pattern, environment.get(variable, "")):
            return nothing.with_protocol(protocol)._replace(name=name)
    return nothing


def is_within(environment: Mapping[str, str]) -> bool:
    """Whether a program stands between us and the terminal."""
    term = environment.get("TERM", "")
    return any(map(environment.get, _WITHIN)) or term.startswith(("tmux", "screen"))
