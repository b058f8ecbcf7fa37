"""The steps of a slide: what appears or changes at each press of the key.

The rules, made for those who watch:

1. Every press changes what is seen. What says nothing (a list without items, a text of spaces)
   takes no step and is left out; a blank row or figure comes with the one before it.
2. Whether a block appears piece by piece is said by the command line, else by the block, else by
   the slide, else by the deck. A block that does not is there from the start.
3. Pieces are the outermost items of a list (with all that is nested in them), the rows of a table
   (its header comes with the first), the bars of a bar chart, and figures. Other blocks, other
   charts among them, appear as a whole. It is the same at every size and in every output, whatever
   form there is room for.
4. Columns appear one by one from the left, each with all that is in it; one that says nothing takes
   no step and keeps its room. Within columns, only a block that says so itself appears piece by
   piece: after the column's other blocks, and where there are none, its first piece is how the
   column appears.
5. Code with several groups of ``lines`` appears with the first pointed out; each further one takes
   a step, also where nothing is revealed, for that is what ``|`` asks for. A group that points out
   what the one before did takes none. All lines together point out nothing. ``--no-reveal`` alone
   sets such code plain.
6. Steps are counted in the order in which the deck is written, down one column and then the next.
7. An error slide has no steps: what is wrong is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from presenter.content.nodes import Column, Node, Stress


def counted(nodes: Iterable[Node], reveal: bool | None, otherwise: bool) -> tuple[Node, ...]:
    """`nodes` with their steps, counted through all of them.

    reveal: the choice of the command line, None for none. otherwise: what slide and deck say.
    """
    counting = _Counting(reveal)
    return tuple(
        counting.node(node, 0, reveal=counting.chosen(node, otherwise=otherwise)) for node in nodes
    )


class _Counting:
    """Counts the steps of one slide."""

    def __init__(self, reveal: bool | None) -> None:
        self._reveal = reveal
        self._last = 0

    def chosen(self, node: Node, *, otherwise: bool) -> bool:
        """Whether a node of the slide itself is revealed."""
        for choice in (self._reveal, node.reveal):
            if choice is not None:
                return choice
        return otherwise

    def node(self, node: Node, start: int, *, reveal: bool) -> Node:
        """`node` with its steps; without `reveal` it appears at `start`, with what is about it."""
        if node.columns:
            columns = tuple(self._column(each, start, reveal=reveal) for each in node.columns)
            step = min(column.step for column in columns if column.nodes)
            return replace(node, step=step, columns=columns)
        if reveal and node.pieces:
            parts = self._one_by_one(node.pieces)
            return replace(node, step=parts[0], parts=parts)
        step = self._next() if reveal else start
        if not step and not node.stresses:
            return node
        return replace(node, step=step, stresses=self._stresses(node, step))

    def _column(self, column: Column, start: int, *, reveal: bool) -> Column:
        if reveal and any(map(self._comes_along, column.nodes)):
            start = self._next()
        nodes = tuple(self.node(each, start, reveal=self._by_itself(each)) for each in column.nodes)
        return replace(column, nodes=nodes)

    def _by_itself(self, node: Node) -> bool:
        """Whether a node in a column appears piece by piece."""
        return node.reveal is True and self._reveal is not False

    def _comes_along(self, node: Node) -> bool:
        """Whether something of a node in a column is there as soon as the column is."""
        if self._by_itself(node):
            return False
        inner = [each for column in node.columns for each in column.nodes]
        return any(map(self._comes_along, inner)) if inner else True

    def _one_by_one(self, pieces: Iterable[bool]) -> tuple[int, ...]:
        first = self._last + 1
        steps = []
        for said in pieces:
            if said:
                self._next()
            steps.append(max(first, self._last))
        self._last = max(first, self._last)  # Of a table that has but a header.
        return tuple(steps)

    def _stresses(self, node: Node, step: int) -> tuple[Stress, ...]:
        if len(node.stresses) > 1 and self._reveal is False:
            return (Stress(step, None),)  # The bar keeps its room, so that no line moves.
        groups = [lines for lines, _ in groupby(each.lines for each in node.stresses)]
        if not groups or groups == [None]:
            return ()
        first, *others = groups
        return (Stress(step, first), *(Stress(self._next(), lines) for lines in others))

    def _next(self) -> int:
        self._last += 1
        return self._last
