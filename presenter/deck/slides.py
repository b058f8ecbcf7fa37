"""One slide from its node: what it says about itself, and its blocks in the written order."""

from __future__ import annotations

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.blocks import BLOCKS, RESERVED, Block
from presenter.deck.compose import place_of
from presenter.deck.convert import (
    FAULT,
    Reporter,
    fields_of,
    is_empty,
    pairs,
    read_fields,
    text_of,
)
from presenter.deck.model import SlideHead
from presenter.deck.suggest import nearest


def read_slide(node: Node, reporter: Reporter, *, in_points: bool) -> dict[str, Any]:
    """The fields of a `Slide` from `node`; what is at fault is reported and left out.

    `in_points` says that ``slides:`` may stand here; the caller reads it.
    """
    values: dict[str, Any] = {}
    content: list[Block] = []
    if is_empty(node):
        reporter.report(node, "empty-slide")
    elif isinstance(node, ScalarNode):
        values["title"] = text_of(node, reporter)
    elif isinstance(node, MappingNode):
        head = fields_of(SlideHead)
        for key, key_node, value_node in pairs(node, reporter):
            if key.startswith("x-") or (key == "slides" and in_points):
                continue
            if key in head:
                name, convert, _ = head[key]
                value = FAULT if is_empty(value_node) else convert(value_node, reporter)
                if value is not FAULT:
                    values[name] = value
            elif key == "content":
                content += _read_content(value_node, reporter)
            else:
                content += read_block(key, key_node, value_node, reporter)
        _check_id(values, node, reporter)
        if not content and not values.get("title"):
            reporter.report(node, "blank-slide", "warning")
    else:
        reporter.report(node, "slide-not-mapping")
    return {**values, "content": tuple(content)}


def _read_content(node: Node, reporter: Reporter) -> list[Block]:
    if is_empty(node):
        return []
    if not isinstance(node, SequenceNode):
        reporter.report(node, "not-a-list")
        return []
    blocks: list[Block] = []
    for child in node.value:
        if not isinstance(child, MappingNode) or len(child.value) != 1:
            reporter.report(child, "content-item")
            continue
        for key, key_node, value_node in pairs(child, reporter):
            blocks += read_block(key, key_node, value_node, reporter)
    return blocks


def read_block(key: str, key_node: Node, node: Node, reporter: Reporter) -> list[Block]:
    """The block written ``key: value``, in a list; empty if nothing is written or it is at fault."""
    block = BLOCKS.get(key)
    if block is None:
        if key in RESERVED:
            reporter.report(key_node, "block-not-yet", key=key)
        else:
            known = [*fields_of(SlideHead), *BLOCKS, "content"]
            reporter.report(key_node, "unknown-key", key=key, near=nearest(key, known))
        return []
    if is_empty(node):
        return []
    if isinstance(node, MappingNode):
        values = read_fields(block, node, reporter)
        return [] if values is FAULT else [block(**values)]
    _, convert, _ = fields_of(block)[block.shorthand]
    value = convert(node, reporter)
    return [] if value is FAULT else [block(**{block.shorthand: value})]


def _check_id(values: dict[str, Any], node: MappingNode, reporter: Reporter) -> None:
    name = values.get("id")
    if not name:
        return
    where = next(v for k, v in node.value if getattr(k, "value", None) == "id")
    if name.isdecimal():
        reporter.report(where, "id-all-digits", id=name)
    elif name in reporter.ids:
        reporter.report(where, "id-twice", id=name, line=reporter.ids[name].line)
    else:
        reporter.ids[name] = place_of(where)
