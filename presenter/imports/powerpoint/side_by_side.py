"""Shapes of a PowerPoint slide that stand side by side, as columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presenter.deck.blocks import Block, Column, Columns


def in_columns(placed: list[tuple[Any, list[Block]]]) -> Iterator[Block]:
    """The blocks of all shapes; two shapes side by side make columns."""
    index = 0
    while index < len(placed):
        shape, blocks = placed[index]
        if index + 1 < len(placed) and _are_side_by_side(shape, placed[index + 1][0]):
            pair = sorted(placed[index : index + 2], key=lambda each: each[0].left)
            yield Columns(columns=tuple(Column(content=tuple(each)) for _, each in pair))
            index += 2
        else:
            yield from blocks
            index += 1


def _are_side_by_side(one: Any, other: Any) -> bool:
    """Whether two shapes share most of their height and none of their width."""
    sizes = [one.top, one.left, one.width, one.height]
    sizes += [other.top, other.left, other.width, other.height]
    if any(size is None for size in sizes):
        return False
    shared = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    apart = one.left + one.width <= other.left or other.left + other.width <= one.left
    return bool(apart and 2 * shared > max(one.height, other.height))
