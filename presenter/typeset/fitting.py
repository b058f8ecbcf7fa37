"""A node in the room that its kind takes, and how it looks at each step of its slide."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from presenter.content import Node
from presenter.content.lazy import lazy
from presenter.typeset.bidi import indent_of
from presenter.typeset.blocks import Room, room_of, set_node
from presenter.typeset.page import Line, line_width
from presenter.typeset.piece import Area, Piece


class Widths(Struct, frozen=True):
    """What a node may take on a slide where it is wider than text; in cells.

    beside: from the text's left edge to the page's margin. full: from margin to margin. utmost: as
    near to the page's edges as head and foot come.
    """

    beside: int
    full: int
    utmost: int


def fitted(node: Node, area: Area, widths: Widths) -> SetNode:
    """`node` in the room that its kind takes; see `Room`.

    What is to be as large as can be takes the utmost where its large type is easier to read so, or
    has no room else.
    """
    room = room_of(node, area)
    if room is Room.TEXT:
        return SetNode(node, area)
    if room is Room.PAGE:
        own = SetNode(node, replace(area, width=widths.full))
        if area.display:
            for tight in (False, True):
                own = _larger(own, node, replace(area, width=widths.utmost, tight=tight))
        return own
    narrow = SetNode(node, replace(area, width=widths.beside))
    if room is Room.BESIDE or widths.beside == widths.full:
        return narrow
    wide = SetNode(node, replace(area, width=widths.full))
    return wide if wide.rows < narrow.rows else narrow


def _larger(own: SetNode, node: Node, area: Area) -> SetNode:
    """`own`, or `node` set in `area` if its large type is easier to read there."""
    from presenter.typeset.large.mosaic import Ease, ease_of

    def rank(made: SetNode) -> tuple[Ease, bool]:
        return ease_of(made.lines), not any(piece.awkward for piece in made.pieces)

    found = rank(own)
    if found >= ((Ease.NARROW, False) if area.tight else (Ease.EASY, True)):
        return own
    wide = SetNode(node, area)
    return wide if rank(wide) > found else own


class SetNode:
    """A node that is set: its pieces with all steps past, and how it looks at earlier ones.

    room: the cells it is set in.
    """

    def __init__(self, node: Node, area: Area) -> None:
        self._node = node
        self._area = area
        self.room = area.width
        self._last = max(node.steps)
        self.pieces = self._set(self._last)
        self._stepwise = any(piece.change_steps for piece in self.pieces)
        self._set_at = lru_cache(maxsize=8)(self._set)

    def at(self, step: int) -> list[Piece]:
        """The pieces as they are at `step` of the slide; which of them show is not decided here."""
        if not self._stepwise:
            return self.pieces
        return self._set_at(min(max(step, self._node.step), self._last))

    @property
    def rows(self) -> int:
        """The rows that its lines take, without the air between them."""
        return len(self.lines)

    @property
    def lines(self) -> list[Line]:
        """The lines of all its pieces."""
        return [line for piece in self.pieces for line in piece.lines]

    @lazy
    def width(self) -> int:
        """The width of its widest line, without the empty cells that all begin with."""
        lines = [line for line in self.lines if line]
        left = min(map(indent_of, lines), default=0) if self._area.setting.right_to_left else 0
        widest = max(map(line_width, lines), default=0) - left
        return min(widest, self.room)  # without what hangs

    def _set(self, shown: int) -> list[Piece]:
        pieces = set_node(self._node, replace(self._area, shown=shown))
        if pieces and pieces[0].space_before != "block":
            pieces[0] = replace(pieces[0], space_before="block")
        return pieces
