"""The ``bullets`` block and its ordered twin ``numbers``."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct
from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.blocks.block import Block
from presenter.deck.nodes import is_empty, list_of, text_of
from presenter.deck.reporter import FAULT, Fault, Reporter
from presenter.deck.texts import text as read_text


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
        text = text_of(key_node, reporter)
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
