"""The ``text`` block: running text."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Later, Prose


class Text(Block, frozen=True, kw_only=True):
    """Paragraphs of inline Markdown, parted by empty lines."""

    key: ClassVar[str] = "text"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[Prose, Meta(description="Paragraphs, parted by empty lines. Inline Markdown.")]
