"""What blocks are set into, before pages are made of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from presenter.content import Node
from presenter.typeset.page import Line, PageOptions, Picture

SpaceBefore = Literal["none", "item", "paragraph", "block"]
"""How much empty room a piece wants above itself."""


class Piece(Struct, frozen=True):
    """A stretch of lines that belong together: an item, a paragraph, a row of a table.

    lines: relative to the left edge of the text. space_before: the empty rows wanted before it.
    step: the step of the slide's reveal at which it appears, 0 for from the start. change_steps:
    further steps at which it changes. keep: whether it must not be parted from the next piece.
    whole: whether its lines are kept on one page where they fit on one. header: lines to repeat
    above it where it begins a page that continues its node. filler: what stands in the rows before
    it, a quote's bar for one. copy: what it says in large type, if that is to stand at the foot as
    plain text. awkward: whether its large type breaks so (see `Drawing`). pictures: over its lines,
    placed from its top left. otherwise: the nodes that are set in it otherwise than they ask for,
    as there is no room: a QR code or a picture by its text, a table as a list.
    """

    lines: tuple[Line, ...]
    space_before: SpaceBefore = "item"
    step: int = 0
    change_steps: tuple[int, ...] = ()
    keep: bool = False
    whole: bool = True
    header: tuple[Line, ...] = ()
    filler: Line = ()
    copy: str = ""
    awkward: bool = False
    pictures: tuple[Picture, ...] = ()
    otherwise: tuple[Node, ...] = ()

    @property
    def last_step(self) -> int:
        """The last step at which it appears or changes."""
        return max((self.step, *self.change_steps))


class Area(Struct, frozen=True):
    """Where and when a node is set.

    width: of the text in cells. rows: of a whole page's body, below the heading. shown: the step of
    the slide at which it is seen. alone: whether the slide shows nothing else. display: whether,
    besides, it is to be as large as can be. resting: those of `rows` that are left below a heading
    on its usual place, with its air; 0 where it has none. hang: the cells beside it at the right,
    empty in all rows, in which a line's last punctuation may stand. foot: the free cells of the
    foot, for a copy of what is in large type. spare: the rows that it may take then besides. tight:
    whether it has no room but in the smallest size, or so. centred: whether lines of what is as
    large as can be stand each in the middle of the widest one. What is set otherwise at another
    step says so by `change_steps` in its pieces, and has the same number of pieces, each of the
    same height, whatever is shown.
    """

    setting: PageOptions
    width: int
    rows: int
    shown: int
    alone: bool = False
    display: bool = False
    resting: int = 0
    hang: int = 0
    foot: int = 0
    spare: int = 0
    tight: bool = False
    centred: bool = False

    @property
    def steady_rows(self) -> int:
        """The rows of what takes as many as there are and is alone on its slide.

        Those that leave the heading on its usual place, if they are most of them.
        """
        return self.resting if 4 * self.resting >= 3 * self.rows else max(1, self.rows - 3)
