"""Values as lines of YAML that a person would have written: block texts, few quotes, no line noise.

PyYAML's own dumper folds and escapes Chinese, and quotes more than a reader wants to see.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


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


_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<]|\.\.\.|\s")
"""Beginnings that mean something in YAML, or look as if they did."""

_UNSAFE_WITHIN = re.compile(r":(?:\s|$)|\s#|[\t\n]|\s$")
_UNSAFE_IN_FLOW = re.compile(r"[,?\[\]{}]|:(?=[,\[\]{}\"'])|:$")
"""A question mark within a text is plain to libyaml, but not to PyYAML's own scanner."""

_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
"""Texts that other readers of YAML take for truth or for nothing."""

_HARD_INDENT = re.compile(r"\n*[ \t]")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether `text` may stand without quotes; `flow`: between brackets."""
    return not (
        not text
        or _UNSAFE_START.match(text)
        or _UNSAFE_WITHIN.search(text)
        or (flow and _UNSAFE_IN_FLOW.search(text))
        or text.lower() in _WORDS
    )


def one_line(text: str, *, flow: bool = False) -> str:
    """`text` as a scalar on one line: plain, in double quotes, in single ones, or escaped."""
    if is_plain(text, flow=flow):
        return text
    if not re.search(r'["\\\n\t]', text):
        return f'"{text}"'
    if not re.search(r"['\n\t]", text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def is_block(text: str) -> bool:
    """Whether `text` is best written as a literal block: several lines, one of them not empty."""
    return "\n" in text and bool(text.strip())


def literal(text: str, indent: int) -> list[str]:
    """The lines of a literal block for `text`, its header first; the others are `indent` deep.

    Source: YAML 1.1, 9.2 and 9.3: the indicator says the depth where the text's own first
    character is a space; `-` and `+` say what becomes of the line feeds at its end.
    """
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomp = "-" if ends == 0 else "" if ends == 1 else "+"
    depth = "2" if _HARD_INDENT.match(text) else ""
    lines = [f"|{depth}{chomp}"]
    lines += [" " * indent + line if line else "" for line in body.split("\n")]
    return lines + [""] * (ends - 1)
