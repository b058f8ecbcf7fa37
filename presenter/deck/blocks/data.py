"""Blocks of data: tables, charts, large figures."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct
from yaml.nodes import ScalarNode, SequenceNode

from presenter.deck.blocks.block import Block, BlockContext
from presenter.deck.fields import Cell, Later
from presenter.deck.reporter import Fault

_SHORT = 4
"""Characters of a column's name, at most, if a full-width comma in it is to be told."""

Align = Literal["left", "center", "right"]


class Table(Block, frozen=True, kw_only=True):
    """Rows of cells under a header."""

    key: ClassVar[str] = "table"
    shorthand: ClassVar[str] = "rows"

    rows: Annotated[
        tuple[tuple[Cell, ...], ...],
        Meta(description="Rows, each a list of cells. Inline Markdown; a cell may be empty."),
    ]
    header: Annotated[tuple[Cell, ...], Meta(description="The columns' names.")] = ()
    align: Annotated[
        tuple[Align, ...],
        Meta(description="left, center or right for each column; numbers stand at the right."),
    ] = ()

    def finish_loading(self, context: BlockContext) -> Block | Fault:
        """The table itself; FAULT if a row holds more cells than the header has names."""
        if context.thorough:
            self._look_for_commas(context)
        if self.header:
            for number, row in enumerate(self.rows, 1):
                if len(row) > len(self.header):
                    return context.report(
                        "rows",
                        "table-row-cells",
                        row=number,
                        cells=len(row),
                        columns=len(self.header),
                    )
        return self

    def _look_for_commas(self, context: BlockContext) -> None:
        """Warn of full-width commas in a header's short names, and in rows that lack cells."""
        header, rows = context.fields.get("header"), context.fields["rows"]
        lists = [node for node in rows.value if isinstance(node, SequenceNode)]
        lists = [node for node in lists if len(node.value) < len(self.header)]
        if isinstance(header, SequenceNode) and all(map(_is_short, self.header)):
            lists.append(header)
        for node in lists:
            for cell in node.value if node.flow_style else ():
                if isinstance(cell, ScalarNode) and not cell.style and "，" in cell.value:
                    context.comma(cell, cell.value.index("，"))


def _is_short(name: str) -> bool:
    return all(len(part.strip()) <= _SHORT for part in name.split("，"))


class Chart(Block, frozen=True, kw_only=True):
    """Labelled numbers as bars, columns, a line or a sparkline."""

    key: ClassVar[str] = "chart"
    later: ClassVar[Later] = {"labels": "key", "series": "key"}

    data: Annotated[
        dict[str, float], Meta(min_length=1, description="A number for each label, in this order.")
    ]
    kind: Annotated[
        Literal["bar", "column", "line", "sparkline"],
        Meta(description="Bars lie, columns stand; a sparkline is a line's shape in little room."),
    ] = "bar"
    unit: Annotated[str, Meta(description='What is counted, shown at each number: "%", 万元.')] = ""


class Figure(Struct, frozen=True):
    """A number and its label."""

    shorthand: ClassVar[str] = "value"

    value: Annotated[str, Meta(description='The number, with its unit if it has one: "5", "40%".')]
    label: Annotated[str, Meta(description="What the number counts. Inline Markdown.")] = ""


class Figures(Block, frozen=True, kw_only=True):
    """Numbers side by side."""

    key: ClassVar[str] = "figures"
    shorthand: ClassVar[str] = "items"

    items: Annotated[
        tuple[Figure, ...], Meta(min_length=1, description="The numbers, each {value, label}.")
    ]
