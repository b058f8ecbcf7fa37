"""Values from YAML nodes, by the types that the fields declare.

Each value is converted on its own: a fault is reported at its place and the rest goes on, so that
one run reports everything. msgspec's inspection of a Struct's fields says what each should hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct, inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.blocks.bullets import Item
from presenter.deck.clean import clean, hostile, is_clean
from presenter.deck.compose import place_of
from presenter.deck.diagnostics import Diagnostic, Place, Severity
from presenter.deck.duration import parse_duration
from presenter.deck.suggest import nearest


class _Fault:
    """What a conversion gives when it has reported a fault."""


FAULT = _Fault()
"""Stands for a value that could not be had; its diagnostic has been reported."""


class Reporter:
    """Collects what is wrong while a deck is converted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.slide: int | None = None
        self.problems: list[Diagnostic] = []
        self.ids: dict[str, Place] = {}

    def report(
        self, where: Node | Place, code: str, severity: Severity = "error", **values: object
    ) -> _Fault:
        """Note a problem at `where`; returns FAULT, to be passed on in place of the value."""
        place = where if isinstance(where, Place) else place_of(where)
        self.problems.append(
            Diagnostic(
                path=self.path,
                place=place,
                code=code,
                values=values,
                severity=severity,
                slide=self.slide,
            )
        )
        return FAULT


Convert = Callable[[Node, Reporter], Any]


def is_empty(node: Node) -> bool:
    """Whether nothing is written: ``notes:`` with no value."""
    return isinstance(node, ScalarNode) and not node.value and node.style is None


def text_of(node: Node, reporter: Reporter) -> Any:
    """Any scalar as the text that is written; FAULT for a list or a mapping."""
    if not isinstance(node, ScalarNode):
        code = "mapping-for-text" if isinstance(node, MappingNode) else "list-for-text"
        return reporter.report(node, code)
    value: str = node.value
    if not is_clean(value):
        for _, name in hostile(value):
            reporter.report(node, "hostile-character", "warning", character=name)
        value = clean(value)
    return value


def pairs(node: MappingNode, reporter: Reporter) -> Iterator[tuple[str, Node, Node]]:
    """The entries of a mapping as (key, key node, value node): merge keys resolved, each key once."""
    own: dict[str, tuple[Node, Node]] = {}
    merged: dict[str, tuple[Node, Node]] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            reporter.report(key_node, "key-not-text")
        elif key_node.tag == "tag:yaml.org,2002:merge":
            sources = value_node.value if isinstance(value_node, SequenceNode) else [value_node]
            for source in sources:
                if not isinstance(source, MappingNode):
                    reporter.report(value_node, "merge-not-mapping")
                    continue
                for key, inner_key, inner_value in pairs(source, reporter):
                    merged.setdefault(key, (inner_key, inner_value))
        elif key_node.value in own:
            first = place_of(own[key_node.value][0])
            reporter.report(key_node, "key-twice", key=key_node.value, line=first.line)
        else:
            own[key_node.value] = (key_node, value_node)
    for key, (key_node, value_node) in (merged | own).items():
        yield key, key_node, value_node


@cache
def fields_of(struct: type[Struct]) -> dict[str, tuple[str, Convert, bool]]:
    """The written fields of `struct`: key to (attribute, converter, required)."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return {
        field.encode_name: (field.name, converter(field.type), field.required)
        for field in info.fields
    }


def structure(struct: type[Struct], node: MappingNode, reporter: Reporter) -> Any:
    """A `struct` from a mapping; FAULT if any field is at fault, each reported."""
    values = read_fields(struct, node, reporter)
    return values if values is FAULT else struct(**values)


def read_fields(struct: type[Struct], node: MappingNode, reporter: Reporter) -> Any:
    """The values of `struct`'s fields from a mapping, by attribute; FAULT if any is at fault."""
    fields = fields_of(struct)
    values: dict[str, Any] = {}
    fault = False
    for key, key_node, value_node in pairs(node, reporter):
        if key not in fields:
            reporter.report(key_node, "unknown-key", key=key, near=nearest(key, fields))
            fault = True
        elif not is_empty(value_node):
            name, convert, _ = fields[key]
            value = convert(value_node, reporter)
            fault = fault or value is FAULT
            values[name] = value
    for key, (name, _, required) in fields.items():
        if required and name not in values:
            reporter.report(node, "missing-key", key=key)
            fault = True
    return FAULT if fault else values


def converter(kind: inspect.Type) -> Convert:
    """The function that makes a value of `kind` from a node, or reports and gives FAULT."""
    match kind:
        case inspect.Metadata(extra={"as": "duration"}):
            return _duration
        case inspect.Metadata(type=inner):
            return converter(inner)
        case inspect.UnionType(types=types):
            (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return converter(inner)
        case inspect.StrType():
            return text_of
        case inspect.BoolType():
            return _boolean
        case inspect.LiteralType(values=choices):
            return _choice(tuple(str(choice) for choice in choices))
        case inspect.VarTupleType(item_type=item):
            return _sequence(converter(item))
        case inspect.StructType(cls=cls):
            return _item if cls is Item else _struct(cls)
    raise TypeError(f"a deck's field cannot be of type {kind}")


def _struct(struct: type[Struct]) -> Convert:
    def convert(node: Node, reporter: Reporter) -> Any:
        if not isinstance(node, MappingNode):
            return reporter.report(node, "not-a-mapping")
        return structure(struct, node, reporter)

    return convert


def _sequence(convert_item: Convert) -> Convert:
    def convert(node: Node, reporter: Reporter) -> Any:
        if not isinstance(node, SequenceNode):
            return reporter.report(node, "not-a-list")
        values = []
        for child in node.value:
            if is_empty(child):
                values.append(reporter.report(child, "empty-item"))
            else:
                values.append(convert_item(child, reporter))
        return FAULT if FAULT in values else tuple(values)

    return convert


def _item(node: Node, reporter: Reporter) -> Any:
    """A list's item: a text, or a mapping of one text to the items under it."""
    if not isinstance(node, MappingNode):
        text = text_of(node, reporter)
        return text if text is FAULT else Item(text)
    if len(node.value) != 1:
        return reporter.report(node, "item-keys")
    key_node, value_node = node.value[0]
    text = text_of(key_node, reporter)
    if is_empty(value_node):
        return text if text is FAULT else Item(text)
    items = _sequence(_item)(value_node, reporter)
    return FAULT if text is FAULT or items is FAULT else Item(text, items)


def _choice(choices: tuple[str, ...]) -> Convert:
    def convert(node: Node, reporter: Reporter) -> Any:
        text = text_of(node, reporter)
        if text is FAULT or text in choices:
            return text
        return reporter.report(
            node,
            "not-a-choice",
            value=text,
            choices=", ".join(choices),
            near=nearest(text, choices),
        )

    return convert


def _boolean(node: Node, reporter: Reporter) -> Any:
    if isinstance(node, ScalarNode) and node.style is None:
        word = node.value.lower()
        if word in ("true", "yes", "on"):
            return True
        if word in ("false", "no", "off"):
            return False
    return reporter.report(node, "not-a-boolean")


def _duration(node: Node, reporter: Reporter) -> Any:
    text = text_of(node, reporter)
    if text is FAULT:
        return FAULT
    if text.strip().isdecimal():
        return reporter.report(node, "bare-number-time", value=text)
    seconds = parse_duration(text)
    return reporter.report(node, "not-a-time", value=text) if seconds is None else seconds
