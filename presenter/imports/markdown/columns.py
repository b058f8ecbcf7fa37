"""The blocks of a slide as they come: one below the other, or side by side in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presenter.deck.blocks import Block, Columns
from presenter.deck.blocks import Column as OutlineColumn


@dataclass
class _Column:
    width: float
    content: list[Block]


class Body:
    """Blocks, and the columns that are open. `exact`: columns stay, even with nothing in them."""

    def __init__(self, *, exact: bool) -> None:
        self._exact = exact
        self._content: list[Block] = []
        self._target = self._content
        self._columns: list[_Column] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a block nor a column."""
        return not (self._content or self._columns)

    @property
    def has_columns(self) -> bool:
        """Whether columns are open."""
        return bool(self._columns)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks outside open columns."""
        return tuple(self._content)

    @property
    def last(self) -> Block | None:
        """The block that the next one will follow."""
        return self._target[-1] if self._target else None

    def add(self, block: Block) -> None:
        """Put `block` behind the last."""
        self._target.append(block)

    def replace_last(self, block: Block) -> None:
        """Put `block` in the place of the last."""
        self._target[-1] = block

    def begin_columns(self, widths: Sequence[float], first: Sequence[Block] = ()) -> None:
        """Open columns of these widths; `first` stands in the first of them."""
        self._columns = [_Column(width, []) for width in widths]
        if first:
            self._columns[0].content.extend(first)

    def choose_column(self, index: int) -> bool:
        """Whether there is a column of this index; what follows stands in it."""
        if not 0 <= index < len(self._columns):
            return False
        self._target = self._columns[index].content
        return True

    def end_columns(self) -> list[Block]:
        """Close the columns; what is to be added in their place."""
        columns, self._columns = self._columns, []
        self._target = self._content
        kept = columns if self._exact else [each for each in columns if each.content]
        if not kept:
            return []
        if len(kept) == 1 and not self._exact:
            return kept[0].content
        made = [OutlineColumn(content=tuple(each.content), width=each.width) for each in kept]
        return [Columns(columns=tuple(made))]

    def take(self) -> list[Block]:
        """All blocks outside open columns; they are no longer here."""
        taken = self._content[:]
        self._content.clear()
        return taken


def beside(block: Block, rest: Sequence[Block], *, left: bool) -> Block:
    """`block` beside the `rest`; alone if there is none."""
    if not rest:
        return block
    own, others = OutlineColumn(content=(block,)), OutlineColumn(content=tuple(rest))
    return Columns(columns=(own, others) if left else (others, own))
