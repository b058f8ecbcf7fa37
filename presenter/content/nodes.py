"""What a slide shows: a node for each block, its texts parsed, with the step of each thing in it.

A node says what is shown and when, in the order in which it is shown; an output adds how. Texts are
`Paragraph`s, spans line by line, empty where nothing is written; a plain `str` is no Markdown. A
step is counted from 1 within its slide; at 0 stands what is there from the start.
"""

from __future__ import annotations

from typing import ClassVar, Literal, NamedTuple

from msgspec import Struct

from presenter.content.chart_data import Datum
from presenter.content.inline import Paragraph
from presenter.deck import Diagnostic
from presenter.deck.blocks import Align
from presenter.deck.picture_headers import Size
from presenter.deck.safe_files import DeckFile


class Stress(NamedTuple):
    """Lines of code that are pointed out from a step on, until the next; None for all of them."""

    step: int
    lines: frozenset[int] | None


class Node(Struct, frozen=True, kw_only=True):
    """A block that says something, and when.

    key: by which it is written in a deck. number: how many blocks of its slide are written before
    it, those within columns among them. step: at which it appears, or the first of its parts does,
    and with that what belongs to none of them, as a table's header. parts: the step at which each
    of its items, rows, bars or figures appears, in their order; empty where it appears as a whole.
    stresses: of code, which lines are pointed out when; the first from when it appears. columns: of
    columns, what stands in each.

    pieces and reveal are what steps are counted by: for each part that may appear by itself,
    whether it says something; and whether the block says itself that they are to.
    """

    key: str = ""
    number: int = 0
    step: int = 0
    parts: tuple[int, ...] = ()
    stresses: tuple[Stress, ...] = ()
    columns: tuple[Column, ...] = ()
    pieces: tuple[bool, ...] = ()
    reveal: bool | None = None

    whole: ClassVar[bool] = False
    """Whether it goes to the next page as a whole, where it fits on one."""
    from_left: ClassVar[bool] = False
    """Whether it runs from the left in any language."""

    def step_of(self, part: int) -> int:
        """The step at which the part with this index, from 0, appears."""
        return self.parts[part] if self.parts else self.step

    @property
    def steps(self) -> frozenset[int]:
        """Every step at which it, or something in it, appears or changes."""
        steps = {self.step, *self.parts, *(stress.step for stress in self.stresses)}
        return frozenset(steps.union(*(column.steps for column in self.columns)))


class Column(Struct, frozen=True, kw_only=True):
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


class Text(Node, frozen=True, kw_only=True):
    """Running text."""

    paragraphs: tuple[Paragraph, ...]


class ListItem(Struct, frozen=True):
    """An item of a list. number: from 1; 0 for one that has a bullet. items: those under it."""

    number: int
    paragraphs: tuple[Paragraph, ...]
    items: tuple[ListItem, ...]


class List(Node, frozen=True, kw_only=True):
    """A list; its parts are the outermost items, and only these are ever numbered."""

    items: tuple[ListItem, ...]

    @property
    def highest(self) -> int:
        """The highest of its numbers; 0 if it has bullets."""
        return self.items[-1].number


class Quote(Node, frozen=True, kw_only=True):
    """Somebody's words. by: whose, behind the dash of the talk's language."""

    paragraphs: tuple[Paragraph, ...]
    by: Paragraph


class Callout(Node, frozen=True, kw_only=True):
    """What stands apart from the text. label: the name of its kind in the talk's language."""

    whole: ClassVar[bool] = True

    kind: Literal["note", "tip", "warning"]
    label: str
    paragraphs: tuple[Paragraph, ...]


class Code(Node, frozen=True, kw_only=True):
    """Source code. first: the number of its first line. numbered: whether numbers are shown."""

    from_left: ClassVar[bool] = True

    source: str
    language: str
    first: int
    numbered: bool

    def stressed(self, step: int) -> frozenset[int] | None:
        """The numbers of the lines that are pointed out at `step`; None for all."""
        now = [stress.lines for stress in self.stresses if stress.step <= step]
        return now[-1] if now else self.stresses[0].lines if self.stresses else None


class Table(Node, frozen=True, kw_only=True):
    """Rows of cells, as many in each as in `aligns`; its parts are the rows.

    header: the columns' names; empty if none has one.
    """

    header: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    aligns: tuple[Align, ...]


class Picture(Node, frozen=True, kw_only=True):
    """A picture. file, size: None where there is none to be had.

    alt: what it shows in words, may be empty. instead: what stands in its place. width: its part of
    the text's width, in percent; None for as large as there is room.
    """

    whole: ClassVar[bool] = True

    file: DeckFile | None
    size: Size | None
    alt: str
    instead: str
    caption: Paragraph
    width: int | None


class Chart(Node, frozen=True, kw_only=True):
    """Numbers to be compared; the parts of bars are the bars."""

    whole: ClassVar[bool] = True

    kind: Literal["bar", "column", "line", "sparkline"]
    data: tuple[Datum, ...]


class Columns(Node, frozen=True, kw_only=True):
    """Nodes side by side: in `columns`, one of which at least says something."""


class Figure(Struct, frozen=True):
    """A number, as it is written, and what it counts."""

    value: str
    label: Paragraph


class Figures(Node, frozen=True, kw_only=True):
    """Large numbers; they are its parts."""

    whole: ClassVar[bool] = True

    items: tuple[Figure, ...]


class Big(Node, frozen=True, kw_only=True):
    """A word or two in large type, line by line."""

    whole: ClassVar[bool] = True

    lines: tuple[str, ...]


class Qr(Node, frozen=True, kw_only=True):
    """A code for phones (see `qr_code`). link: where its text leads, if that is an address."""

    whole: ClassVar[bool] = True

    text: str
    link: str
    label: tuple[Paragraph, ...]


class Problem(NamedTuple):
    """What is wrong at a place in the deck, and what to write instead, in the talk's language."""

    found: Diagnostic
    message: str
    help: str


class Problems(Node, frozen=True, kw_only=True):
    """The errors of a slide, in its place."""

    problems: tuple[Problem, ...]


class MissingOutputError(LookupError):
    """An output has nothing for a type of node."""

    def __init__(self, node: Node, output: str) -> None:
        super().__init__(f"{output} has no function for the node {type(node).__name__}")
