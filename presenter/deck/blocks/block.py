"""What all blocks have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct


class Block(Struct, frozen=True, kw_only=True):
    """Something that a slide shows. A subclass declares its fields, each with a description.

    A block is written ``key: {field: …}``, or ``key: value`` for short, which fills the field
    named by `shorthand`.
    """

    key: ClassVar[str]
    shorthand: ClassVar[str]

    reveal: Annotated[
        bool | None, Meta(description="Whether this block appears piece by piece.")
    ] = None
