"""The ``table`` block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Meta
from yaml.nodes import ScalarNode, SequenceNode

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Cell

if TYPE_CHECKING:
    from presenter.deck.reporter import Fault
    from presenter.deck.written import Written

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

    def completed(self, written: Written) -> Block | Fault:
        """The table itself; FAULT if a row holds more cells than the header has names."""
        if written.thorough:
            self._look_for_commas(written)
        if self.header:
            for number, row in enumerate(self.rows, 1):
                if len(row) > len(self.header):
                    return written.report(
                        "rows",
                        "table-row-cells",
                        row=number,
                        cells=len(row),
                        columns=len(self.header),
                    )
        return self

    def _look_for_commas(self, written: Written) -> None:
        """Warn of full-width commas in a header's short names, and in rows that lack cells."""
        header, rows = written.fields.get("header"), written.fields["rows"]
        lists = [node for node in rows.value if isinstance(node, SequenceNode)]
        lists = [node for node in lists if len(node.value) < len(self.header)]
        if isinstance(header, SequenceNode) and all(map(_is_short, self.header)):
            lists.append(header)
        for node in lists:
            for cell in node.value if node.flow_style else ():
                if isinstance(cell, ScalarNode) and not cell.style and "，" in cell.value:
                    written.comma(cell, cell.value.index("，"))


def _is_short(name: str) -> bool:
    return all(len(part.strip()) <= _SHORT for part in name.split("，"))
