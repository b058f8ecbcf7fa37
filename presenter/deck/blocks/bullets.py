"""The ``bullets`` block and its ordered twin ``numbers``."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from presenter.deck.blocks.block import Block


class Item(Struct, frozen=True):
    """An item of a list: a text, or ``text: [items under it]``."""

    text: str
    items: tuple[Item, ...] = ()


class Bullets(Block, frozen=True, kw_only=True):
    """A list, nested at will."""

    key: ClassVar[str] = "bullets"
    shorthand: ClassVar[str] = "items"

    items: Annotated[tuple[Item, ...], Meta(description="Texts, or {text: [items under it]}.")]


class Numbers(Bullets, frozen=True, kw_only=True):
    """A numbered list."""

    key: ClassVar[str] = "numbers"
