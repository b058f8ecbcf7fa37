"""Values as lines of YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from presenter.deck.writing.scalars import is_block, literal, one_line


class Plain(NamedTuple):
    """A number, a time, a switch: written as it is."""

    text: str


class Flow(NamedTuple):
    """A list or a mapping to be written between brackets where that is short enough."""

    node: Node


class Commented(NamedTuple):
    """An item of a list below comments of its own."""

    comments: Sequence[str]
    node: Node


Node = str | Plain | Flow | Commented | Sequence["Node"] | Mapping[str, "Node"]

_WIDTH = 96
"""How long a line in brackets may be."""

_KEY_BYTES = 1000
"""How long a key may be before it needs a question mark (YAML 1.1, 7.3.3: 1024 characters)."""


def write(node: Node, indent: int = 0) -> list[str]:
    """The lines of `node`, which is no text; each is `indent` deep."""
    if isinstance(node, Flow | Commented):
        return write(node.node, indent)
    lines: list[str] = []
    if isinstance(node, Mapping):
        for key, value in node.items():
            lines += _entry(key, value, indent)
    elif isinstance(node, Sequence) and not isinstance(node, str | Plain):
        for item in node:
            lines += _item(item, indent)
    return lines


def flow_text(node: Node) -> str:
    """`node` on one line, lists and mappings between brackets."""
    if isinstance(node, Plain):
        return node.text
    if isinstance(node, Flow | Commented):
        return flow_text(node.node)
    if isinstance(node, str):
        return one_line(node, flow=True)
    if isinstance(node, Mapping):
        return "{" + ", ".join(_pairs(node)) + "}"
    return "[" + ", ".join(map(flow_text, node)) + "]"


def _pairs(node: Mapping[str, Node]) -> Iterable[str]:
    for key, value in node.items():
        yield f"{_key(key, flow=True)}: {flow_text(value)}"


def _key(key: str, *, flow: bool = False) -> str:
    return '"<<"' if key == "<<" else one_line(key, flow=flow)


def _entry(key: str, value: Node, indent: int) -> list[str]:
    margin = " " * indent
    name = _key(key)
    if len(name.encode()) > _KEY_BYTES:
        head, *rest = _value(value, indent, margin + ":")
        return [f"{margin}? {name}", head, *rest]
    return _value(value, indent, f"{margin}{name}:")


def _value(value: Node, indent: int, before: str) -> list[str]:
    """The lines of an entry's value, the first behind `before`."""
    if (short := _short(value, indent, len(before))) is not None:
        return [f"{before} {short}"]
    if isinstance(value, str):
        first, *rest = literal(value, indent + 2)
        return [f"{before} {first}", *rest]
    return [before, *write(value, indent + 2)]


def _item(item: Node, indent: int) -> list[str]:
    margin = " " * indent
    comments: Sequence[str] = ()
    if isinstance(item, Commented):
        comments, item = item.comments, item.node
    if (short := _short(item, indent, indent + 2)) is not None:
        lines = [f"{margin}- {short}"]
    elif isinstance(item, str):
        first, *rest = literal(item, indent + 2)
        lines = [f"{margin}- {first}", *rest]
    else:
        first, *rest = write(item, indent + 2)
        lines = [f"{margin}- {first.lstrip(' ')}", *rest]
    return [*(f"{margin}# {comment}" for comment in comments), *lines]


def _short(node: Node, indent: int, column: int) -> str | None:  # noqa: ARG001
    """`node` on the line that it begins on; None if it needs lines of its own."""
    if isinstance(node, Plain):
        return node.text
    if isinstance(node, str):
        return None if is_block(node) else one_line(node)
    if isinstance(node, Flow):
        text = flow_text(node)
        return text if column + 1 + len(text) <= _WIDTH else None
    if isinstance(node, Commented):
        return None
    return flow_text(node) if not node else None
