"""What all blocks have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta, Struct

from presenter.deck.fields import Later

if TYPE_CHECKING:
    from presenter.deck.reporter import Fault
    from presenter.deck.written import Written


class Block(Struct, frozen=True, kw_only=True):
    """Something that a slide shows. A subclass declares its fields, each with a description.

    A block is written ``key: {field: …}``, or ``key: value`` for short, which fills the field
    named by `shorthand`; where that is empty, there is no short form.
    """

    key: ClassVar[str]
    shorthand: ClassVar[str] = ""
    later: ClassVar[Later] = {}
    """What the format has for this block and this version does not."""

    reveal: Annotated[
        bool | None, Meta(description="Whether this block appears piece by piece.")
    ] = None

    def completed(self, written: Written) -> Block | Fault:  # noqa: ARG002
        """This block as the slide is to show it: checked, and with its files read.

        Called once after conversion, when every field is right by its type. An override reports
        what is wrong through `written` and returns the block (itself, or one made by
        ``msgspec.structs.replace``), or FAULT to leave it out.
        """
        return self


Blocks = Annotated[
    tuple[Block, ...],
    Meta(extra={"as": "blocks"}, description="Blocks as a list, where two of a kind are to stand."),
]
"""Blocks in the order in which they are written.

A Struct with a field ``content: Blocks`` takes, beside its own fields, every block by its key, and
``content:`` as a list of one-key mappings.
"""
