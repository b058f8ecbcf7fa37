"""What blocks are set into, before pages are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from presenter.content import Node
from presenter.deck.blocks import Block
from presenter.typeset.page import Line, Picture, Run
from presenter.typeset.setting import Setting

Air = Literal["none", "item", "paragraph", "block"]
"""How much empty room a piece wants above itself."""


class Piece(Struct, frozen=True):
    """A stretch of lines that belong together: an item, a paragraph, a row of a table.

    lines: relative to the left edge of the text. air: the empty rows wanted before it. step: the
    step of the slide's reveal at which it appears, 0 for from the start. also: further steps at
    which it changes. keep: whether it must not be parted from the next piece. whole: whether its
    lines are kept on one page where they fit on one. header: lines to repeat above it where it
    begins a page that continues its block. filler: what stands in the rows of its air, a quote's
    bar for one. pictures: over its lines, placed from its top left. otherwise: the blocks that are
    set in it otherwise than they ask for, as there is no room: a QR code or a picture by its text,
    a table as a list.
    """

    lines: tuple[Line, ...]
    air: Air = "item"
    step: int = 0
    also: tuple[int, ...] = ()
    keep: bool = False
    whole: bool = True
    header: tuple[Line, ...] = ()
    filler: Line = ()
    pictures: tuple[Picture, ...] = ()
    otherwise: tuple[Block, ...] = ()

    @property
    def last_step(self) -> int:
        """The last step at which it appears or changes."""
        return max(self.step, *self.also) if self.also else self.step


class Context(Struct, frozen=True):
    """What a setter goes by besides its block.

    width: of the text in cells. rows: of a whole page's body, below the heading. node: the block
    with its steps. shown: the step of the slide at which it is seen. alone: whether the slide
    shows nothing else. A setter that minds `shown` says so by `also` in its pieces, and gives the
    same number of pieces, each of the same height, whatever is shown.
    """

    setting: Setting
    width: int
    rows: int
    node: Node
    shown: int
    alone: bool = False


def indented(lines: Sequence[Line], first: Line, rest: Line) -> tuple[Line, ...]:
    """`lines` with `first` before the first of them and `rest` before the others."""
    return tuple((*(rest if index else first), *line) for index, line in enumerate(lines))


def space(cells: int) -> Run:
    """`cells` empty cells."""
    return Run(" " * cells, "", cells)
