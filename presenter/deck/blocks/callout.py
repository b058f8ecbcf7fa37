"""The ``callout`` block: something that stands apart from the text."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Prose


class Callout(Block, frozen=True, kw_only=True):
    """A note, a tip or a warning."""

    key: ClassVar[str] = "callout"
    shorthand: ClassVar[str] = "text"

    text: Annotated[Prose, Meta(description="Paragraphs, parted by empty lines. Inline Markdown.")]
    kind: Annotated[
        Literal["note", "tip", "warning"], Meta(description="What it is; its label says so.")
    ] = "note"
