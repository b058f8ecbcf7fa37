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

from collections.abc import Iterable, Sequence
from itertools import groupby

from presenter.content.nodes import Node, Stack, Stress
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Chart,
    Code,
    Columns,
    Figures,
    Quote,
    Table,
    Text,
)
from presenter.deck.blocks.columns import Column


def nodes_of(blocks: Sequence[Block], reveal: bool | None, otherwise: bool) -> tuple[Node, ...]:
    """`blocks` as nodes, their steps counted through all of them.

    reveal: the choice of the command line, None for none. otherwise: what slide and deck say.
    """
    counting = _Counting(reveal)
    return tuple(
        counting.node(block, 0, reveal=counting.chosen(block, otherwise=otherwise))
        for block in blocks
        if says(block)
    )


def says(block: Block) -> bool:
    """Whether `block` shows anything at all."""
    match block:
        case Text() | Big():
            return _is_said(block.text)
        case Quote():
            return _is_said(block.text, block.by)
        case Bullets():
            return bool(block.items)
        case Table():
            return any(_is_said(*row) for row in (block.header, *block.rows))
        case Figures():
            return any(_is_said(item.value, item.label) for item in block.items)
        case Columns():
            return any(says(each) for column in block.columns for each in column.content)
    return True


def _is_said(*texts: str) -> bool:
    return any(text.strip() for text in texts)


def _pieces(block: Block) -> list[bool]:
    """For each piece of `block`, whether it says something; none for one that has no pieces."""
    match block:
        case Bullets():
            return [True] * len(block.items)  # its marker is seen
        case Table():
            return [_is_said(*row) for row in block.rows]
        case Figures():
            return [_is_said(item.value, item.label) for item in block.items]
        case Chart(kind="bar"):
            return [True] * len(block.data)
    return []


class _Counting:
    """Counts the steps of one slide."""

    def __init__(self, reveal: bool | None) -> None:
        self._reveal = reveal
        self._last = 0

    def chosen(self, block: Block, *, otherwise: bool) -> bool:
        """Whether a block of the slide itself is revealed."""
        for choice in (self._reveal, block.reveal):
            if choice is not None:
                return choice
        return otherwise

    def node(self, block: Block, start: int, *, reveal: bool) -> Node:
        """`block` with its steps; without `reveal` it appears at `start`, with what is about it."""
        if isinstance(block, Columns):
            columns = tuple(self._stack(each, start, reveal=reveal) for each in block.columns)
            step = min(column.step for column in columns if column.nodes)
            return Node(block=block, step=step, columns=columns)
        pieces = _pieces(block) if reveal else []
        if pieces:
            parts = self._one_by_one(pieces)
            return Node(block=block, step=parts[0], parts=parts)
        step = self._next() if reveal else start
        if isinstance(block, Code):
            return Node(block=block, step=step, stresses=self._stresses(block, step))
        return Node(block=block, step=step)

    def _stack(self, column: Column, start: int, *, reveal: bool) -> Stack:
        content = [block for block in column.content if says(block)]
        if reveal and any(map(self._comes_along, content)):
            start = self._next()
        nodes = tuple(self.node(each, start, reveal=self._by_itself(each)) for each in content)
        return Stack(width=column.width, nodes=nodes)

    def _by_itself(self, block: Block) -> bool:
        """Whether a block in a column appears piece by piece."""
        return block.reveal is True and self._reveal is not False

    def _comes_along(self, block: Block) -> bool:
        """Whether something of a block in a column is there as soon as the column is."""
        if self._by_itself(block):
            return False
        if isinstance(block, Columns):
            inner = (each for column in block.columns for each in column.content)
            return any(says(each) and self._comes_along(each) for each in inner)
        return True

    def _one_by_one(self, pieces: Iterable[bool]) -> tuple[int, ...]:
        first = self._last + 1
        steps = []
        for said in pieces:
            if said:
                self._next()
            steps.append(max(first, self._last))
        self._last = max(first, self._last)  # Of a table that has but a header.
        return tuple(steps)

    def _stresses(self, block: Code, step: int) -> tuple[Stress, ...]:
        count = block.source.count("\n") + 1
        every = frozenset(range(block.first, block.first + count))
        groups = [None if lines is None or lines >= every else lines for lines in block.stressed]
        if len(groups) > 1 and self._reveal is False:
            return ()
        first, *others = [lines for lines, _ in groupby(groups)] or [None]
        if first is None and not others:
            return ()
        return (Stress(step, first), *(Stress(self._next(), lines) for lines in others))

    def _next(self) -> int:
        self._last += 1
        return self._last
