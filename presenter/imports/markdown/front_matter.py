"""Front matter: YAML between ``---`` and ``---`` (or ``...``), as plain data with its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.compose import compose
from presenter.deck.source import UnreadableError

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")

Value = str | list["Value"] | dict[str, "Value"]


@dataclass
class FrontMatter:
    """Its values, every scalar as text; the line, from 1, of each key; how many lines it takes."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    height: int = 0

    def text(self, key: str) -> str:
        """The value of `key` as one text; several are joined. Empty if there is none."""
        value = self.values.get(key, "")
        if isinstance(value, list):
            return ", ".join(each for each in value if isinstance(each, str))
        return value.strip() if isinstance(value, str) else ""

    def switched_on(self, *path: str) -> bool:
        """Whether the value at `path` is true."""
        value: Value | None = self.values
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return isinstance(value, str) and value.lower() in ("true", "yes", "on")


def read_front_matter(lines: Sequence[str], first: int = 0) -> FrontMatter:
    """The front matter that begins at the line with index `first`; an empty one if none does."""
    if first >= len(lines) or not _FENCE.fullmatch(lines[first]):
        return FrontMatter()
    for end in range(first + 1, len(lines)):
        if _END.fullmatch(lines[end]):
            found = parse_mapping("\n".join(lines[first + 1 : end]), first + 2)
            if found is None:
                return FrontMatter()
            found.height = end + 1 - first
            return found
    return FrontMatter()


def parse_mapping(text: str, line: int = 1) -> FrontMatter | None:
    """`text`, which begins at `line`, as a YAML mapping; None if it is none."""
    try:
        root = compose(text, "")
    except UnreadableError:
        return None
    if root is None or (isinstance(root, ScalarNode) and not root.value):
        return FrontMatter()
    if not isinstance(root, MappingNode):
        return None
    keys = [
        (key.value, key.start_mark.line) for key, _ in root.value if isinstance(key, ScalarNode)
    ]
    values = _value(root)
    assert isinstance(values, dict)
    return FrontMatter(values, {key: line + at for key, at in keys})


def _value(node: Node) -> Value:
    if isinstance(node, MappingNode):
        return {
            str(key.value): _value(value)
            for key, value in node.value
            if isinstance(key, ScalarNode)
        }
    if isinstance(node, SequenceNode):
        return [_value(each) for each in node.value]
    return str(node.value)


def shown(value: Value) -> str:
    """A value on one line, as YAML would write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return "{" + ", ".join(f"{key}: {shown(each)}" for key, each in value.items()) + "}"
