"""A resolved slide's nodes to pieces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from presenter.content import Node
from presenter.typeset.bidi import indent_of
from presenter.typeset.blocks import set_node
from presenter.typeset.page import line_width
from presenter.typeset.piece import Context, Piece
from presenter.typeset.setting import Setting


class SetBlock:
    """A block that is set: its pieces with all steps past, and how it looks at earlier ones."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._last = max(context.node.steps)
        self.pieces = self._set(self._last)
        self._stepwise = any(piece.also for piece in self.pieces)
        self._set_at = lru_cache(maxsize=8)(self._set)

    def at(self, step: int) -> list[Piece]:
        """The pieces as they are at `step` of the slide; which of them show is not decided here."""
        if not self._stepwise:
            return self.pieces
        return self._set_at(min(max(step, self._context.node.step), self._last))

    @property
    def width(self) -> int:
        """The width of its widest line, without the empty cells that all begin with."""
        lines = [line for piece in self.pieces for line in piece.lines if line]
        left = min(map(indent_of, lines), default=0) if self._context.setting.right_to_left else 0
        return max(map(line_width, lines), default=0) - left

    def _set(self, shown: int) -> list[Piece]:
        pieces = set_node(replace(self._context, shown=shown))
        if pieces and pieces[0].air != "block":
            pieces[0] = replace(pieces[0], air="block")
        return pieces


def set_nodes(nodes: Sequence[Node], setting: Setting, width: int, rows: int) -> list[SetBlock]:
    """`nodes` in their order, for text of `width` cells on pages of `rows` rows."""
    alone = len(nodes) == 1
    return [
        SetBlock(Context(setting, width, rows, node, max(node.steps), alone=alone))
        for node in nodes
    ]
