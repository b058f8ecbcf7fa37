"""Blocks of words: running text, quotations, callouts, large type, lists; and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, Struct
from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.blocks.block import Block, Blocks
from presenter.deck.fields import Later, Prose
from presenter.deck.reporter import FAULT, Fault, Reporter
from presenter.deck.values import is_empty, list_of, read_text, scalar_text


class Text(Block, frozen=True, kw_only=True):
    """Paragraphs of inline Markdown, parted by empty lines."""

    key: ClassVar[str] = "text"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[Prose, Meta(description="Paragraphs, parted by empty lines. Inline Markdown.")]


class Quote(Block, frozen=True, kw_only=True):
    """Somebody's words, and whose they are."""

    key: ClassVar[str] = "quote"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[Prose, Meta(description="The words. Inline Markdown.")]
    by: Annotated[str, Meta(description="Whose words.")] = ""


class Callout(Block, frozen=True, kw_only=True):
    """A note, a tip or a warning."""

    key: ClassVar[str] = "callout"
    shorthand: ClassVar[str] = "text"

    text: Annotated[Prose, Meta(description="Paragraphs, parted by empty lines. Inline Markdown.")]
    kind: Annotated[
        Literal["note", "tip", "warning"], Meta(description="What it is; its label says so.")
    ] = "note"


class Big(Block, frozen=True, kw_only=True):
    """Large type, and the same small below it."""

    key: ClassVar[str] = "big"
    shorthand: ClassVar[str] = "text"
    later: ClassVar[Later] = {"align": "key"}

    text: Annotated[
        str, Meta(max_length=4_000, description="A few words, in as large glyphs as fit.")
    ]


class Item(Struct, frozen=True):
    """An item of a list: a text, or ``text: [items under it]``."""

    text: str
    items: tuple[Item, ...] = ()

    @classmethod
    def from_node(cls, node: Node, reporter: Reporter) -> Item | Fault:
        """An item from a scalar, or from a mapping of one text to the items under it."""
        if not isinstance(node, MappingNode):
            said = read_text(node, reporter)
            if reporter.thorough:
                from presenter.deck.misread import look_at_item

                look_at_item(node, reporter)
            return said if isinstance(said, Fault) else cls(said)
        if len(node.value) != 1:
            return reporter.report(node, "item-keys")
        key_node, value_node = node.value[0]
        asked = reporter.text.startswith("? ", node.start_mark.index)
        if asked and is_empty(value_node) and not node.flow_style:
            # A text's question mark and space, which YAML takes for the mark of a key.
            return reporter.report(node, "yaml-question-mark")
        text = scalar_text(key_node, reporter)
        if isinstance(text, Fault) or is_empty(value_node):
            return text if isinstance(text, Fault) else cls(text)
        if isinstance(value_node, ScalarNode) and not node.flow_style:
            return reporter.report(key_node, "text-colon", text=text)
        items = list_of(cls.from_node, value_node, reporter)
        return FAULT if items is FAULT else cls(text, items)

    @classmethod
    def schema(cls, text: dict[str, Any]) -> dict[str, Any]:
        """How an item is written, as JSON Schema; `text` is the schema of a text."""
        under = {"type": ["array", "null"], "items": {"$ref": "#/$defs/Item"}}
        nested = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": under,
        }
        return {"anyOf": [text, nested]}


class Bullets(Block, frozen=True, kw_only=True):
    """A list, nested at will."""

    key: ClassVar[str] = "bullets"
    shorthand: ClassVar[str] = "items"

    items: Annotated[tuple[Item, ...], Meta(description="Texts, or {text: [items under it]}.")]


class Numbers(Bullets, frozen=True, kw_only=True):
    """A numbered list."""

    key: ClassVar[str] = "numbers"


class Column(Struct, frozen=True, kw_only=True):
    """One column: blocks one under another."""

    content: Blocks = ()
    width: Annotated[
        float, Meta(gt=0, description="Its part of the width, beside the other columns' parts.")
    ] = 1.0


class Columns(Block, frozen=True, kw_only=True):
    """Blocks side by side; under reveal, column by column."""

    key: ClassVar[str] = "columns"
    shorthand: ClassVar[str] = "columns"

    columns: Annotated[
        tuple[Column, ...],
        Meta(description="The columns from the left, each a mapping of blocks; width: its part."),
    ]


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks`, and those in their columns."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from every_block(column.content)
