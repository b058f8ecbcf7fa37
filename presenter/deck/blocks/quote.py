"""The ``quote`` block."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Later, Prose


class Quote(Block, frozen=True, kw_only=True):
    """Somebody's words, and whose they are."""

    key: ClassVar[str] = "quote"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[Prose, Meta(description="The words. Inline Markdown.")]
    by: Annotated[str, Meta(description="Whose words.")] = ""
