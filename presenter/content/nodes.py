"""The blocks of a resolved slide, each with its steps.

A step is counted from 1 within its slide; at 0 stands what is there from the start.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from presenter.deck.blocks import Block


class Stress(NamedTuple):
    """Lines of code that are pointed out from a step on, until the next; None for all of them."""

    step: int
    lines: frozenset[int] | None


class Node(Struct, frozen=True, kw_only=True):
    """A block that says something, and when.

    step: at which it appears, or the first of its parts does, and with that what belongs to none
    of them, as a table's header. parts: the step at which each of its items, rows, bars or figures
    appears, in their order; empty where it appears as a whole. stresses: of code, which lines are
    pointed out when; the first from when it appears. columns: of columns, what stands in each.
    """

    block: Block
    step: int = 0
    parts: tuple[int, ...] = ()
    stresses: tuple[Stress, ...] = ()
    columns: tuple[Stack, ...] = ()

    def step_of(self, part: int) -> int:
        """The step at which the part with this index, from 0, appears."""
        return self.parts[part] if self.parts else self.step

    @property
    def steps(self) -> frozenset[int]:
        """Every step at which it, or something in it, appears or changes."""
        steps = {self.step, *self.parts, *(stress.step for stress in self.stresses)}
        return frozenset(steps.union(*(column.steps for column in self.columns)))

    def stressed(self, step: int) -> frozenset[int] | None:
        """The numbers of the lines of code that are pointed out at `step`; None for all."""
        now = [stress.lines for stress in self.stresses if stress.step <= step]
        return now[-1] if now else self.stresses[0].lines if self.stresses else None


class Stack(Struct, frozen=True, kw_only=True):
    """One of several columns: nodes one under another. width: its part, beside the others'."""

    width: float
    nodes: tuple[Node, ...]

    @property
    def step(self) -> int:
        """The step at which something of it first appears; 0 for one that says nothing."""
        return min((node.step for node in self.nodes), default=0)

    @property
    def steps(self) -> frozenset[int]:
        """Every step at which something in it appears or changes."""
        return frozenset[int]().union(*(node.steps for node in self.nodes))
