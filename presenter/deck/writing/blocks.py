"""Blocks as YAML values, by the fields that they declare: a new block needs no word here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from msgspec import NODEFAULT, Struct, inspect, structs

from presenter.deck.blocks import BLOCKS, Block, Code, Figure, Item
from presenter.deck.convert import written_as
from presenter.deck.duration import format_duration
from presenter.deck.languages import language_of_file
from presenter.deck.writing.nodes import Flow, Node, Plain, write


class _Field(NamedTuple):
    key: str
    name: str
    written_as: str
    default: Any


def blocks_entries(content: Sequence[Block]) -> dict[str, Node]:
    """The entries of a mapping that holds `content`: one for each block, or ``content`` for all."""
    keys = [block.key for block in content]
    if len(set(keys)) == len(keys):
        return {block.key: block_node(block) for block in content}
    return {"content": [{block.key: block_node(block)} for block in content]}


def block_yaml(block: Block) -> str:
    """`block` with its key, as lines of YAML."""
    return "\n".join(write({block.key: block_node(block)}))


def block_node(block: Block) -> Node:
    """What stands behind the key of `block`: short where it may be."""
    entries = struct_entries(as_written(block), BLOCKS[block.key])
    if block.shorthand and list(entries) == [block.shorthand]:
        (value,) = entries.values()
        if not isinstance(value, dict):
            return value
    return entries


def as_written(block: Block) -> Block:
    """`block` as it was before the loader read its file."""
    if not isinstance(block, Code):
        return block
    if block.file:
        guessed = block.language == language_of_file(block.file)
        return structs.replace(block, source="", language="" if guessed else block.language)
    # The loader strips line feeds at the end; one makes the block's header a simple bar.
    return structs.replace(block, source=block.source + "\n" * ("\n" in block.source))


def struct_entries(
    struct: Struct, declared: type[Struct], left_out: Sequence[str] = ()
) -> dict[str, Node]:
    """The entries for the fields that `declared` has, save those left as they are by default."""
    entries: dict[str, Node] = {}
    for field in _fields(declared):
        value = getattr(struct, field.name)
        if field.name in left_out or (field.default is not NODEFAULT and value == field.default):
            continue
        if field.written_as == "blocks":
            entries.update(blocks_entries(value))
        else:
            entries[field.key] = _node(value, field)
    return entries


def _node(value: Any, field: _Field) -> Node:
    if field.written_as == "duration":
        return Plain(format_duration(value))
    if field.written_as == "percent":
        return Plain(f"{value}%")
    if isinstance(value, bool):
        return Plain("true" if value else "false")
    if isinstance(value, int | float):
        return Plain(_number(value))
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {key: _node(each, field) for key, each in value.items()}
    if isinstance(value, Item):
        return _item(value)
    if isinstance(value, Figure):
        return Flow(struct_entries(value, Figure))
    if isinstance(value, Struct):
        return struct_entries(value, type(value))
    nodes = [_node(each, field) for each in value]
    return Flow(nodes) if _is_row(value) else nodes


def _is_row(values: Sequence[Any]) -> bool:
    """Whether `values` are cells of a table or words of a list that is not one of items."""
    return bool(values) and all(isinstance(each, str) for each in values)


def _item(item: Item) -> Node:
    return {item.text: [_item(each) for each in item.items]} if item.items else item.text


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


@cache
def _fields(declared: type[Struct]) -> tuple[_Field, ...]:
    info = inspect.type_info(declared)
    assert isinstance(info, inspect.StructType)
    return tuple(
        _Field(field.encode_name, field.name, _written_as(field.type), field.default)
        for field in sorted(info.fields, key=_rank)
    )


def _written_as(kind: inspect.Type) -> str:
    """The kind of value that a field holds, also where it may hold none."""
    if name := written_as(kind):
        return name
    if isinstance(kind, inspect.Metadata):
        return _written_as(kind.type)
    if isinstance(kind, inspect.UnionType):
        return next(filter(None, map(_written_as, kind.types)), "")
    return ""


def _rank(field: inspect.Field) -> int:
    """Where a person would write a field: what kind it is first, what is long last."""
    match field.type:
        case inspect.Metadata(type=inner):
            kind: inspect.Type = inner
        case kind:
            pass
    if isinstance(kind, inspect.LiteralType):
        return 0
    is_long = field.name == "source" or _written_as(field.type) == "blocks"
    if isinstance(kind, inspect.VarTupleType):
        is_long = not isinstance(kind.item_type, inspect.Metadata | inspect.LiteralType)
        is_long = is_long or field.name == "content"
    return 2 if is_long or isinstance(kind, inspect.DictType) else 1
