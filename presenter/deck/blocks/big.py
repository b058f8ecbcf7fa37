"""The ``big`` block: a word or two in large glyphs."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from presenter.deck.blocks.block import Block
from presenter.deck.fields import Later


class Big(Block, frozen=True, kw_only=True):
    """Large type, and the same small below it."""

    key: ClassVar[str] = "big"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[
        str, Meta(max_length=4_000, description="A few words, in as large glyphs as fit.")
    ]
