"""Values from YAML nodes, by the types that the fields declare.

Each value is converted on its own: a fault is reported at its place and the rest goes on, so that
one run reports everything. msgspec's inspection of a Struct's fields says what each should hold.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct, inspect
from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.blocks import BLOCKS, RESERVED, Block
from presenter.deck.fields import Later
from presenter.deck.nodes import (
    Convert,
    Entry,
    entries_of,
    has_plain_tag,
    is_empty,
    is_plain,
    list_of,
    text_of,
)
from presenter.deck.reporter import FAULT, Fault, Reporter
from presenter.deck.scalars import WRITTEN_AS, Range, boolean, choice, integer, number
from presenter.deck.suggest import nearest, nearest_three
from presenter.deck.texts import text_reader
from presenter.deck.written import Written


class Form(NamedTuple):
    """How a Struct is written."""

    fields: dict[str, tuple[str, Convert]]
    """Key to (attribute, converter)."""
    required: tuple[str, ...]
    """Keys that must be there."""
    blocks: bool
    """Whether it also takes blocks."""
    short: str
    """The key that a value stands for where it is no mapping; empty if there must be one."""
    completes: bool
    """Whether it has a `Block.completed` of its own."""
    later: Later
    """What the format has for it and this version does not."""


class Mapping(NamedTuple):
    """What a mapping holds."""

    values: dict[str, Any]
    """By attribute; what is at fault is not there."""
    whole: bool
    """Whether nothing was at fault."""
    aside: dict[str, Entry]
    """Entries that the caller reads."""
    nodes: dict[str, Node]
    """The fields' values as they are written."""


@cache
def form_of(struct: type[Struct]) -> Form:
    """How `struct` is written, by the types of its fields."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return Form(
        {field.encode_name: (field.name, converter(field.type)) for field in info.fields},
        tuple(field.encode_name for field in info.fields if field.required),
        any(written_as(field.type) == "blocks" for field in info.fields),
        getattr(struct, "shorthand", ""),
        getattr(struct, "completed", Block.completed) is not Block.completed,
        getattr(struct, "later", {}),
    )


def written_as(kind: inspect.Type) -> str:
    """The name of the kind of value that `presenter.deck.fields` declares; empty if none."""
    extra = kind.extra if isinstance(kind, inspect.Metadata) else None
    return str(extra["as"]) if extra and "as" in extra else ""


def read_mapping(
    form: Form, node: MappingNode, reporter: Reporter, aside: Collection[str] = ()
) -> Mapping:
    """What `node` says for a Struct of this `form`; entries with a key in `aside` are kept apart.

    Keys that begin with ``x-`` are the writer's own. A field with nothing written counts as absent.
    """
    fields, blocks = form.fields, form.blocks
    found = Mapping({}, True, {}, {})
    values, nodes = found.values, found.nodes
    content: list[Block] = []
    whole = has_plain_tag(node, reporter)
    empty: dict[str, Node] = {}
    meant: set[str] = set()
    for key, key_node, value_node in entries_of(node, reporter):
        if key in fields:
            if is_empty(value_node):
                empty[key] = key_node
                if reporter.thorough:
                    _look_for_comment(value_node, reporter)
                continue
            nodes[key] = value_node
            name, convert = fields[key]
            if key in form.later and _KINDS.get(type(value_node)) == form.later[key]:
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
            if not is_empty(value_node):
                content += read_block(BLOCKS[key], value_node, reporter)
            elif reporter.thorough:
                _look_for_comment(value_node, reporter)
        elif key in aside:
            found.aside[key] = (key, key_node, value_node)
        elif not key.startswith("x-"):
            whole = False
            lone = not node.flow_style and len(node.value) == 1 and _is_text(key_node, value_node)
            meant.update(_report_key(key, key_node, form, aside, reporter, lone=lone))
    for key in form.required:
        if key not in nodes and key not in meant:
            whole = False
            reporter.report(empty.get(key, node), "missing-key", key=key)
    if blocks:
        values["content"] = tuple(content)
    return found if whole else found._replace(whole=False)


def _look_for_comment(node: Node, reporter: Reporter) -> None:
    """Warn where nothing is written but a comment that may be the text."""
    from presenter.deck.misread import comment_for_text

    if cut := comment_for_text(node, reporter):
        reporter.report(cut, "text-cut", "warning")


def _is_text(key: Node, value: Node) -> bool:
    """Whether an entry may be a text with a colon in it: ``Note: the colon``."""
    return is_plain(key) and is_plain(value) and key.end_mark.line == value.start_mark.line


def _report_key(
    key: str,
    node: Node,
    form: Form,
    aside: Collection[str],
    reporter: Reporter,
    *,
    lone: bool = False,
) -> Collection[str]:
    """Report a key that is not of this `form`; returns those that it may stand for.

    `lone`: with its value it may be a text with a colon in it.
    """
    if key in form.later or (form.blocks and key in RESERVED):
        reporter.report(node, "later-key", key=key)
        return form.required
    from presenter.deck.misread import report_strange_key

    if report_strange_key(key, node, reporter):
        return form.required
    known = (*form.fields, *aside, *(BLOCKS if form.blocks else ()))
    near = nearest(key, known) if reporter.suggests() else ""
    if lone and form.blocks and not near:
        reporter.report(node, "text-colon", text=key)
        return ()
    three = nearest_three(key, known) if reporter.suggests() else tuple(known[:3])
    reporter.report(node, "unknown-key", key=key, known=three, near=near)
    return (near,)


_KINDS: dict[type[Node], str] = {SequenceNode: "list", MappingNode: "mapping"}
"""The forms of values that a `Later` names."""


def read_struct(struct: type[Struct], node: Node, reporter: Reporter) -> Any:
    """A `struct` from a mapping or its short form; FAULT if any field is at fault."""
    form = form_of(struct)
    if isinstance(node, MappingNode):
        found = read_mapping(form, node, reporter)
        if not found.whole:
            return FAULT
        made, nodes = struct(**found.values), found.nodes
    elif form.short:
        name, convert = form.fields[form.short]
        value = convert(node, reporter)
        if value is FAULT:
            return FAULT
        made, nodes = struct(**{name: value}), {form.short: node}
    else:
        from presenter.deck.misread import report_no_mapping

        return report_no_mapping(node, reporter)
    if form.completes:
        assert isinstance(made, Block)
        return made.completed(Written(node, nodes, reporter))
    return made


def read_block(block: type[Block], node: Node, reporter: Reporter) -> tuple[Block, ...]:
    """The block written in `node`; empty if it is at fault."""
    value = read_struct(block, node, reporter)
    return () if value is FAULT else (value,)


def converter(kind: inspect.Type) -> Convert:
    """The function that makes a value of `kind` from a node, or reports and gives FAULT."""
    if (name := written_as(kind)) == "blocks":
        return _content
    if name in WRITTEN_AS:
        return WRITTEN_AS[name]
    match kind:
        case inspect.Metadata(type=inspect.StrType(max_length=most)) if name:
            return text_reader(name, most)
        case inspect.Metadata(type=inner):
            return converter(inner)
        case inspect.UnionType(types=types):
            (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return converter(inner)
        case inspect.StrType(max_length=most):
            return text_reader("", most)
        case inspect.BoolType():
            return boolean
        case inspect.IntType(ge=ge, gt=gt, le=le, lt=lt):
            return integer(Range(ge, gt, le, lt))
        case inspect.FloatType(ge=ge, gt=gt, le=le, lt=lt):
            return number(Range(ge, gt, le, lt))
        case inspect.LiteralType(values=choices):
            return choice(tuple(str(each) for each in choices))
        case inspect.VarTupleType(item_type=item, min_length=least):
            return _list(converter(item), least or 0, gaps=written_as(item) == "cell")
        case inspect.DictType(value_type=value, min_length=least):
            return _dict(converter(value), least or 0)
        case inspect.StructType(cls=cls):
            return _struct(cls)
    raise TypeError(f"a deck's field cannot be of type {kind}")


def _struct(struct: type[Struct]) -> Convert:
    from_node: Convert | None = getattr(struct, "from_node", None)
    return from_node or (lambda node, reporter: read_struct(struct, node, reporter))


def _list(convert_item: Convert, least: int, *, gaps: bool) -> Convert:
    def convert(node: Node, reporter: Reporter) -> Any:
        values = list_of(convert_item, node, reporter, gaps=gaps)
        if values is not FAULT and len(values) < least:
            return reporter.report(node, "too-few", number=len(values), least=least)
        return values

    return convert


def _dict(convert_value: Convert, least: int) -> Convert:
    def convert(node: Node, reporter: Reporter) -> Any:
        if not isinstance(node, MappingNode):
            return reporter.report(node, "not-a-mapping")
        values: dict[str, Any] = {}
        whole = has_plain_tag(node, reporter)
        for key, key_node, value_node in entries_of(node, reporter):
            name = text_of(key_node, reporter)
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

    return convert


def _content(node: Node, reporter: Reporter) -> Any:
    """Blocks from ``content:``, a list of one-key mappings; what is at fault is left out."""

    def item(child: Node, reporter: Reporter) -> tuple[Block, ...] | Fault:
        if not isinstance(child, MappingNode) or len(child.value) != 1:
            return reporter.report(child, "content-item")
        blocks: tuple[Block, ...] = ()
        for key, key_node, value_node in entries_of(child, reporter):
            if key not in BLOCKS:
                _report_key(key, key_node, _CONTENT, (), reporter)
            elif not is_empty(value_node):
                blocks += read_block(BLOCKS[key], value_node, reporter)
            elif reporter.thorough:
                _look_for_comment(value_node, reporter)
        return blocks

    lists = list_of(item, node, reporter)
    return FAULT if lists is FAULT else tuple(block for each in lists for block in each)


_CONTENT = Form({}, (), blocks=True, short="", completes=False, later={})
"""The form of an item of ``content:``: blocks alone."""
