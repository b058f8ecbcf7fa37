"""What stands before the first slide and says something of the deck: settings with their lines.

Most tools write YAML between ``---`` and ``---`` (or ``...``); Pandoc and mdp also lines after
``%``, Deckset plain ``key: value`` lines. All become plain data.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.compose import compose
from presenter.deck.source import UnreadableError
from presenter.imports.draft import ImportWarning

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"([A-Za-z_$][\w.-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_TITLE_LINE = re.compile(r"%[ \t]*(?:(title|author|date)[ \t]*:[ \t]*)?(.*)", re.IGNORECASE)
_DECKSET = re.compile(
    r"(autoscale|build-lists|code-language|fit-headers|footer|presenter-notes|slide-?numbers"
    r"|slide-?count|slide-dividers|slide-transition|theme):[ \t]*(.*)",
    re.IGNORECASE,
)
"""Source: Deckset's manual, "Global commands"."""

_COMMENT = re.compile(r"(?:^|[ \t])#(.*)")

Value = str | list["Value"] | dict[str, "Value"]


@dataclass
class FrontMatter:
    """Its values, every scalar as text; the line, from 1, of each key; how many lines it takes.

    `warnings`: the writer's own comments, lines that are no YAML (they are read as ``key: text``,
    or not at all), and values of keys that are written again.
    `kind`: ``yaml``, ``percent`` or ``deckset``.
    """

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    height: int = 0
    warnings: list[ImportWarning] = field(default_factory=list)
    kind: str = "yaml"

    def set(self, key: str, value: Value, line: int) -> None:
        """Take the `value` that stands at `line`, from 1; one that `key` had is told."""
        self.warnings += _replaced(self.values, key, value, line)
        self.values[key] = value
        self.lines[key] = line

    def text(self, key: str) -> str:
        """The value of `key` as one text; several are joined. Empty if there is none."""
        value = self.values.get(key, "")
        names = [_name(each) for each in (value if isinstance(value, list) else [value])]
        return ", ".join(name for name in names if name)

    def says_more(self, key: str) -> bool:
        """Whether the value of `key` holds more than its `text`: mappings with further keys."""
        value = self.values.get(key, "")
        held = value if isinstance(value, list) else [value]
        return any(not isinstance(each, str) and len(each) > bool(_name(each)) for each in held)

    def at(self, *path: str) -> str:
        """The text at `path`, a key in each mapping; empty if there is none."""
        value: Value | None = self.values
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value if isinstance(value, str) else ""

    def switched_on(self, *path: str) -> bool:
        """Whether the value at `path` is true."""
        return self.at(*path).lower() in ("true", "yes", "on")

    def settings(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each setting: its path of keys, and its value on one line."""
        for key, value in self.values.items():
            yield from _settings((key,), value)


def _name(value: Value) -> str:
    """A text; of a mapping its ``name``: an author, say."""
    name = value.get("name", "") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else ""


def _settings(path: tuple[str, ...], value: Value) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from _settings((*path, key), each)
    else:
        yield path, shown(value)


def read_front_matter(lines: Sequence[str], first: int = 0) -> FrontMatter:
    """The front matter that begins at the line with index `first`; an empty one if none does."""
    if first >= len(lines):
        return FrontMatter()
    if first == 0 and lines[0].startswith("%"):
        return _title_lines(lines)
    if first == 0 and _DECKSET.fullmatch(lines[0].rstrip()):
        return _deckset_lines(lines)
    if first == 0 and lines[0].rstrip() == "+++":
        return _toml(lines)
    if not _FENCE.fullmatch(lines[first]):
        return FrontMatter()
    end = next((at for at in range(first + 1, len(lines)) if _END.fullmatch(lines[at])), 0)
    own = lines[first + 1 : end]
    found = parse_mapping("\n".join(own), first + 2) if end else None
    if end and found is None:
        found = _salvaged(own, first + 2)
    if found is None or (not found.values and any(line.strip() for line in own)):
        return FrontMatter()  # rules: a heading between them is no comment
    found.height = end + 1 - first
    found.warnings += _comments(found, own, first + 2)
    return found


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
    if not all(isinstance(key, ScalarNode) for key, _ in root.value):
        return None  # such as a link's definition, [a]: b
    found = FrontMatter()
    for key, value in root.value:
        found.set(key.value, _value(value, found.warnings, line), line + key.start_mark.line)
    return found


def _value(node: Node, warnings: list[ImportWarning], line: int) -> Value:
    """What `node` says; its text begins at `line`. What it says in vain goes to `warnings`."""
    if isinstance(node, MappingNode):
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = shown(_value(key_node, warnings, line))
            value = _value(value_node, warnings, line)
            warnings += _replaced(found, key, value, line + key_node.start_mark.line)
            found[key] = value
        return found
    if isinstance(node, SequenceNode):
        return [_value(each, warnings, line) for each in node.value]
    return str(node.value)


def _replaced(
    values: Mapping[str, Value], key: str, value: Value, line: int
) -> Iterator[ImportWarning]:
    """That `value`, at `line`, stands for one of `values` that is another."""
    if values.get(key, value) != value:
        yield ImportWarning(line, "setting-again", f"{key}: {shown(values[key])}")


def _salvaged(lines: Sequence[str], first: int) -> FrontMatter | None:
    """What is meant for front matter and is no YAML, key by key; None if it is none at all.

    A key with the lines under it that are YAML by themselves are read as such; a key with a text
    is that text; anything else is broken. Text between rules that merely holds a colon somewhere
    is a slide.
    """
    begins = [number for number, line in enumerate(lines) if _KEY.fullmatch(line)]
    others = [line for line in lines if line.strip() and not line.startswith((" ", "\t", "#", "-"))]
    if not begins or len(others) != len(begins) or len(lines) > _MOST_BROKEN:
        return None
    found = FrontMatter()
    if any(line.strip() for line in lines[: begins[0]]):
        found.warnings += _broken(lines[: begins[0]], first)
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        own = parse_mapping("\n".join(lines[begin:end]), first + begin)
        if own is None:
            match = _KEY.fullmatch(lines[begin])
            assert match is not None
            own = FrontMatter({match[1]: (match[2] or "").strip()}, {match[1]: first + begin})
            own.warnings += _broken(lines[begin:end], first + begin)
        found.warnings += own.warnings
        for key, value in own.values.items():
            found.set(key, value, own.lines[key])
    return found


def _broken(lines: Sequence[str], first: int) -> Iterator[ImportWarning]:
    for number, line in enumerate(lines, first):
        if line.strip():
            yield ImportWarning(number, "front-broken", line)


_MOST_BROKEN = 200


def _toml(lines: Sequence[str]) -> FrontMatter:
    """TOML between ``+++`` and ``+++``: Hugo and Zola."""
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == "+++"), 0)
    try:
        values = tomllib.loads("\n".join(lines[1:end])) if end else {}
    except tomllib.TOMLDecodeError:
        end = 0
    if not end:
        return FrontMatter()
    found = FrontMatter({key: _plain(value) for key, value in values.items()}, height=end + 1)
    for number, line in enumerate(lines[1:end], 2):
        found.lines.setdefault(re.split(r"[\s=\]]", line.lstrip("[ "))[0], number)
    found.warnings += _comments(found, lines[1:end], 2)
    return found


def _plain(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _title_lines(lines: Sequence[str]) -> FrontMatter:
    """Pandoc's ``% title``, ``% author; author``, ``% date``, and mdp's ``%title: …``."""
    found = FrontMatter(kind="percent")
    names = iter(("title", "author", "date"))
    key = ""
    for number, line in enumerate(lines, 1):
        if match := _TITLE_LINE.fullmatch(line.rstrip()):
            name = (match[1] or next(names, "")).lower()
            if not name or number > 5:
                break
            if match[2].strip():
                key = name
                found.set(key, match[2].strip(), number)
        elif found.height and line.startswith((" ", "\t")) and line.strip():
            found.values[key] = f"{found.values.get(key, '')} {line.strip()}"
        else:
            break
        found.height = number
    return found if found.values else FrontMatter()


def _deckset_lines(lines: Sequence[str]) -> FrontMatter:
    found = FrontMatter(kind="deckset")
    while match := _DECKSET.fullmatch("".join(lines[found.height : found.height + 1]).rstrip()):
        found.height += 1
        found.set(match[1].lower(), match[2], found.height)
    return found


def _comments(front: FrontMatter, lines: Sequence[str], first: int) -> list[ImportWarning]:
    """The writer's own comments in `lines` of settings, the first of which has this number."""
    said = " ".join([*front.values, *map(shown, front.values.values())])
    found = [(first + at, _COMMENT.search(line)) for at, line in enumerate(lines)]
    return [
        ImportWarning(number, "", match[1].strip("# "))
        for number, match in found
        if match and match[1].strip("# ") and match[1].strip() not in said
    ]


def shown(value: Value) -> str:
    """A value on one line, as YAML would write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return "{" + ", ".join(f"{key}: {shown(each)}" for key, each in value.items()) + "}"
