"""The ``table`` block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Cell

if TYPE_CHECKING:
    from presenter.deck.reporter import Fault
    from presenter.deck.written import Written

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
