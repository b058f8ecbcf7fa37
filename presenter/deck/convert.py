"""Structs from YAML nodes, by what their fields declare.

Each value is converted on its own: a fault is reported at its place and the rest goes on, so that
one run reports everything.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.blocks import BLOCKS, RESERVED, Block, BlockContext
from presenter.deck.diagnostics import nearest, nearest_three
from presenter.deck.fields import NOTHING_LATER, Kind, Later, spec_of
from presenter.deck.reporter import FAULT, Fault, Reporter
from presenter.deck.values import (
    Convert,
    Entry,
    entries_of,
    has_plain_tag,
    is_empty,
    is_plain,
    list_of,
    scalar_converter,
    scalar_text,
)


class StructReader(Struct, frozen=True):
    """How a Struct is read: its declaration, with a converter for each field."""

    fields: dict[str, tuple[str, Convert]]
    """Key to (attribute, converter)."""
    required: tuple[str, ...] = ()
    takes_blocks: bool = True
    shorthand: str = ""
    finishes: bool = False
    """Whether it has a `Block.finish_loading` of its own."""
    later: Later = NOTHING_LATER


class Found(Struct, frozen=True):
    """What a mapping holds."""

    values: dict[str, Any]
    """By attribute; what is at fault is not there."""
    whole: bool
    """Whether nothing was at fault."""
    extra: dict[str, Entry]
    """Entries that the caller reads."""
    nodes: dict[str, Node]
    """The fields' values as they are written."""


@cache
def reader_of(struct: type[Struct]) -> StructReader:
    """How `struct` is read, by what it declares."""
    spec = spec_of(struct)
    return StructReader(
        {key: (field.name, converter(field.kind)) for key, field in spec.fields.items()},
        spec.required,
        spec.takes_blocks,
        spec.shorthand,
        getattr(struct, "finish_loading", Block.finish_loading) is not Block.finish_loading,
        spec.later,
    )


def read_mapping(
    reader: StructReader, node: MappingNode, reporter: Reporter, extra: Collection[str] = ()
) -> Found:
    """What `node` says for a Struct of this `reader`; entries with a key in `extra` are kept apart.

    Keys that begin with ``x-`` are the writer's own. A field with nothing written counts as absent.
    """
    fields, blocks = reader.fields, reader.takes_blocks
    found = Found({}, True, {}, {})
    values, nodes = found.values, found.nodes
    content: list[Block] = []
    whole = has_plain_tag(node, reporter)
    empty: dict[str, Node] = {}
    meant: set[str] = set()
    for key, key_node, value_node in entries_of(node, reporter):
        if key in fields:
            if _says_nothing(value_node, reporter):
                empty[key] = key_node
                continue
            nodes[key] = value_node
            name, convert = fields[key]
            if key in reader.later and _KINDS.get(type(value_node)) == reader.later[key]:
                value: Any = reporter.report(value_node, "later-form", key=key)
            else:
                value = convert(value_node, reporter)
            if value is FAULT:
                whole = False
            elif blocks and name == "content":
                content += value
            else:
                values[name] = value
        elif blocks and key in BLOCKS:
            if not _says_nothing(value_node, reporter):
                reporter.places.add_block(key_node)
                content += read_block(BLOCKS[key], value_node, reporter)
        elif key in extra:
            found.extra[key] = (key, key_node, value_node)
        elif not key.startswith("x-"):
            whole = False
            lone = not node.flow_style and len(node.value) == 1 and _is_text(key_node, value_node)
            meant.update(_report_key(key, key_node, reader, extra, reporter, lone=lone))
    for key in reader.required:
        if key not in nodes and key not in meant:
            whole = False
            reporter.report(empty.get(key, node), "missing-key", key=key)
    if blocks:
        values["content"] = tuple(content)
    return found if whole else replace(found, whole=False)


def _says_nothing(node: Node, reporter: Reporter) -> bool:
    """Whether `node` is empty; warns of a comment there that may be its text."""
    if not is_empty(node):
        return False
    if reporter.thorough:
        from presenter.deck.misread import comment_for_text

        if cut := comment_for_text(node, reporter):
            reporter.report(cut, "text-cut", "warning")
    return True


def _is_text(key: Node, value: Node) -> bool:
    """Whether an entry may be a text with a colon in it: ``Note: the colon``."""
    return is_plain(key) and is_plain(value) and key.end_mark.line == value.start_mark.line


def _report_key(
    key: str,
    node: Node,
    reader: StructReader,
    extra: Collection[str],
    reporter: Reporter,
    *,
    lone: bool = False,
) -> Collection[str]:
    """Report a key that is not of this `reader`; returns those that it may stand for.

    `lone`: with its value it may be a text with a colon in it.
    """
    if key in reader.later or (reader.takes_blocks and key in RESERVED):
        reporter.report(node, "later-key", key=key)
        return reader.required
    from presenter.deck.misread import report_strange_key

    if report_strange_key(key, node, reporter):
        return reader.required
    known = (*reader.fields, *extra, *(BLOCKS if reader.takes_blocks else ()))
    near = nearest(key, known) if reporter.suggests() else ""
    if lone and reader.takes_blocks and not near:
        reporter.report(node, "text-colon", text=key)
        return ()
    three = nearest_three(key, known) if reporter.suggests() else tuple(known[:3])
    reporter.report(node, "unknown-key", key=key, known=three, near=near)
    return (near,)


_KINDS: dict[type[Node], str] = {SequenceNode: "list", MappingNode: "mapping"}
"""The forms of values that a `Later` names."""


def read_struct(struct: type[Struct], node: Node, reporter: Reporter) -> Any:
    """A `struct` from a mapping or its short form; FAULT if any field is at fault."""
    reader = reader_of(struct)
    if isinstance(node, MappingNode):
        found = read_mapping(reader, node, reporter)
        if not found.whole:
            return FAULT
        made, nodes = struct(**found.values), found.nodes
    elif reader.shorthand:
        name, convert = reader.fields[reader.shorthand]
        value = convert(node, reporter)
        if value is FAULT:
            return FAULT
        made, nodes = struct(**{name: value}), {reader.shorthand: node}
    else:
        from presenter.deck.misread import report_no_mapping

        return report_no_mapping(node, reporter)
    if reader.finishes:
        assert isinstance(made, Block)
        return made.finish_loading(BlockContext(node, nodes, reporter))
    return made


def read_block(block: type[Block], node: Node, reporter: Reporter) -> tuple[Block, ...]:
    """The block written in `node`; empty if it is at fault."""
    value = read_struct(block, node, reporter)
    return () if value is FAULT else (value,)


def converter(kind: Kind) -> Convert:
    """The function that makes a value of `kind` from a node, or reports and gives FAULT."""
    if scalar := scalar_converter(kind):
        return scalar
    if kind.name == "blocks":
        return _content
    if kind.name == "struct":
        own: Convert | None = getattr(kind.struct, "from_node", None)
        return own or partial(read_struct, kind.struct)
    if kind.item:
        item, least = converter(kind.item), kind.least
        if kind.name == "mapping":
            return partial(_mapping, convert_value=item, least=least)
        gaps = kind.item.name == "cell"
        return partial(_list, convert_item=item, least=least, gaps=gaps)
    raise TypeError(f"a deck's field cannot hold {kind}")


def _list(node: Node, reporter: Reporter, convert_item: Convert, least: int, *, gaps: bool) -> Any:
    values = list_of(convert_item, node, reporter, gaps=gaps)
    if values is not FAULT and len(values) < least:
        return reporter.report(node, "too-few", number=len(values), least=least)
    return values


def _mapping(node: Node, reporter: Reporter, convert_value: Convert, least: int) -> Any:
    """A mapping of the writer's own keys."""
    if not isinstance(node, MappingNode):
        return reporter.report(node, "not-a-mapping")
    values: dict[str, Any] = {}
    whole = has_plain_tag(node, reporter)
    for key, key_node, value_node in entries_of(node, reporter):
        name = scalar_text(key_node, reporter)
        if is_empty(value_node):
            from presenter.deck.misread import report_strange_key

            value: Any = FAULT
            if not report_strange_key(key, key_node, reporter):
                reporter.report(key_node, "empty-value", key=key)
        else:
            value = convert_value(value_node, reporter)
        if isinstance(name, Fault) or value is FAULT:
            whole = False
        else:
            values[name] = value
    if whole and len(values) < least:
        return reporter.report(node, "too-few", number=len(values), least=least)
    return values if whole else FAULT


def _content(node: Node, reporter: Reporter) -> Any:
    """Blocks from ``content:``, a list of one-key mappings; what is at fault is left out."""

    def item(child: Node, reporter: Reporter) -> tuple[Block, ...] | Fault:
        if not isinstance(child, MappingNode) or len(child.value) != 1:
            return reporter.report(child, "content-item")
        blocks: tuple[Block, ...] = ()
        for key, key_node, value_node in entries_of(child, reporter):
            if key not in BLOCKS:
                _report_key(key, key_node, _CONTENT, (), reporter)
            elif not _says_nothing(value_node, reporter):
                reporter.places.add_block(key_node)
                blocks += read_block(BLOCKS[key], value_node, reporter)
        return blocks

    lists = list_of(item, node, reporter)
    return FAULT if lists is FAULT else tuple(block for each in lists for block in each)


_CONTENT = StructReader({})
"""Reads an item of ``content:``: blocks alone."""
