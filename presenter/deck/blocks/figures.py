"""The ``figures`` block: large numbers, each with what it counts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from presenter.deck.blocks.block import Block


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
