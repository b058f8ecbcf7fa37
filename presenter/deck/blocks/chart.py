"""The ``chart`` block: numbers to be compared at a glance."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Later


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
