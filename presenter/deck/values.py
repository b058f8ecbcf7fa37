"""Values from YAML nodes: texts, single scalars, a list's items, a mapping's entries.

A thorough reading also warns of what is right and may be meant otherwise; what it needs for that
is imported only then, as compiling its patterns takes a tenth of a start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from math import isfinite
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.characters import (
    INVISIBLE,
    clean,
    escapes,
    find_control_escapes,
    heading,
    is_clean,
    needless,
    without_needless,
)
from presenter.deck.diagnostics import WARNINGS, nearest
from presenter.deck.fields import (
    DIGITS,
    LANGUAGE_TAG,
    MOST_TEXT,
    PERCENT,
    TEXTS,
    Kind,
    Range,
    parse_duration,
)
from presenter.deck.reporter import FAULT, Fault, Reporter, place_of

Convert = Callable[[Node, Reporter], Any]
"""Makes a value from a node, or reports what is wrong with it and gives FAULT."""

Entry = tuple[str, Node, Node]
"""A mapping's entry: its key, the key's node, the value's node."""

_HARMLESS_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")
)


def is_empty(node: Node) -> bool:
    """Whether nothing is written: ``notes:`` with no value."""
    return type(node) is ScalarNode and not node.value and not node.style and node.tag is None


def is_plain(node: Node) -> bool:
    """Whether `node` is a scalar without quotes, on which YAML's words and numbers can stand."""
    return type(node) is ScalarNode and not node.style


def scalar_text(node: Node, reporter: Reporter, most: int = MOST_TEXT) -> str | Fault:
    """Any scalar as the text that is written.

    FAULT for a list or a mapping, and for more than `most` characters.
    """
    if (
        reporter.has_invisible
        or type(node) is not ScalarNode
        or node.tag is not None
        or node.style == '"'
    ):
        if not has_plain_tag(node, reporter):
            return FAULT
        if not isinstance(node, ScalarNode):
            mapping = isinstance(node, MappingNode)
            return reporter.report(node, "mapping-for-text" if mapping else "list-for-text")
        if INVISIBLE.search(node.value):
            _warn_of_invisible(node, reporter)
            node.value = without_needless(node.value)
        if node.style == '"':
            if not is_clean(node.value):
                _warn_of_escapes(node, reporter)
                node.value = clean(node.value)
            node.style = "'"  # looked at: an alias may come here a hundred thousand times
    value: str = node.value
    length = len(value)
    if length > most:
        return reporter.report(node, "too-long", length=f"{length:,}", most=f"{most:,}")
    reporter.texts += 1
    reporter.characters += length
    return value


def _warn_of_escapes(node: ScalarNode, reporter: Reporter) -> None:
    """Only a double-quoted scalar can still hold hostile characters: raw ones were replaced."""
    begin = node.start_mark.index
    for offset, character in find_control_escapes(reporter.text[begin : node.end_mark.index]):
        place = reporter.place_within(node, offset)
        if not reporter.report_hostile(place, character, "hostile-character"):
            break


def _warn_of_invisible(node: ScalarNode, reporter: Reporter) -> None:
    """Of each character that is left out, where it is written: as itself, or as an escape."""
    begin = node.start_mark.index
    written = reporter.text[begin : node.end_mark.index]
    offsets = [match.start() for match in INVISIBLE.finditer(written)]
    if node.style == '"':
        offsets += [offset for offset, code in escapes(written) if INVISIBLE.match(chr(code))]
        offsets.sort()
    among = {match.start(): number for number, match in enumerate(INVISIBLE.finditer(node.value))}
    for at in needless(node.value):
        offset = offsets[among[at]] if len(offsets) == len(among) else 0
        name = f"U+{ord(node.value[at]):04X}"
        place = reporter.place_within(node, offset)
        if not reporter.report_hostile(place, name, "invisible-character"):
            break


def has_plain_tag(node: Node, reporter: Reporter) -> bool:
    """Whether `node` bears no tag, or one that changes nothing; else it is reported."""
    if node.tag is None or node.tag in _HARMLESS_TAGS:
        return True
    reporter.report(node, "tag", tag=node.tag.replace("tag:yaml.org,2002:", "!!"))
    return False


def list_of(convert: Convert, node: Node, reporter: Reporter, *, gaps: bool = False) -> Any:
    """A tuple of what `convert` makes of each item of a list; FAULT if one is at fault.

    An item with nothing in it is a fault, unless there may be `gaps`.
    """
    if not isinstance(node, SequenceNode):
        from presenter.deck.misread import report_no_list

        return report_no_list(node, reporter)
    if not has_plain_tag(node, reporter):
        return FAULT
    # Cells stand beside each other, and a sentence among them has commas: `Table` knows better.
    if reporter.thorough and node.flow_style and not (gaps and node.value[1:]):
        from presenter.deck.misread import look_at_list

        look_at_list(node.value, reporter)
    values = []
    fault = False
    for child in node.value:
        if not gaps and is_empty(child):
            fault = True
            from presenter.deck.misread import comment_for_text

            cut = comment_for_text(child, reporter)
            reporter.report(cut or child, "item-comment" if cut else "empty-item")
            continue
        value = convert(child, reporter)
        if value is FAULT:
            fault = True
        values.append(value)
    return FAULT if fault else tuple(values)


def entries_of(node: MappingNode, reporter: Reporter) -> list[Entry]:
    """The entries of a mapping in their order, each key once, merge keys (``<<``) resolved.

    What is merged stands where its ``<<`` stands; a key of the mapping's own goes before it.
    """
    entries: list[Entry] = []
    own: dict[str, Node] = {}
    merge: tuple[int, Node] | None = None
    for key_node, value_node in node.value:
        if type(key_node) is not ScalarNode:
            reporter.report(key_node, "key-not-text")
            continue
        key: str = key_node.value
        if key in own:
            line = place_of(own[key]).line
            reporter.report(key_node, "key-twice", key=key, line=line)
        else:
            own[key] = key_node
            if key == "<<" and not key_node.style:
                merge = (len(entries), value_node)
            else:
                entries.append((key, key_node, value_node))
    if merge:
        at, value_node = merge
        entries[at:at] = _merged(value_node, own, reporter)
    if node.tag is not None:
        has_plain_tag(node, reporter)
    return entries


def _merged(node: Node, own: dict[str, Node], reporter: Reporter) -> list[Entry]:
    """What a merge key brings in: one mapping's entries, or several's, the first winning."""
    merged: dict[str, Entry] = {}
    for source in node.value if isinstance(node, SequenceNode) else [node]:
        if not isinstance(source, MappingNode):
            reporter.report(source, "merge-not-mapping")
            continue
        for entry in entries_of(source, reporter):
            if entry[0] not in own:
                merged.setdefault(entry[0], entry)
    return list(merged.values())


def read_text(
    node: Node, reporter: Reporter, kind: str = "text", most: int = MOST_TEXT
) -> str | Fault:
    """A text of a `kind` that `presenter.deck.fields` declares, of at most `most` characters."""
    if kind == "prose" and isinstance(node, SequenceNode):
        return reporter.report(node, "list-for-prose")
    if reporter.thorough:
        from presenter.deck.misread import look_at_text

        look_at_text(node, kind, reporter)
    value = scalar_text(node, reporter, most)
    return heading(value) if kind == "heading" and not isinstance(value, Fault) else value


_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_INTEGER = "[-+]?[0-9]{1,15}"
_NUMBER = r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?"


def _boolean(node: Node, text: str, reporter: Reporter) -> Any:
    value = _TRUTH.get(text.lower()) if is_plain(node) else None
    return reporter.report(node, "not-a-boolean", value=text) if value is None else value


def _duration(node: Node, text: str, reporter: Reporter) -> Any:
    if re.fullmatch(_INTEGER, text):
        return reporter.report(node, "bare-number-time", value=text)
    seconds = parse_duration(text)
    return reporter.report(node, "not-a-time", value=text) if seconds is None else seconds


def _percent(node: Node, text: str, reporter: Reporter) -> Any:
    if match := re.fullmatch(PERCENT, text):
        return int(match[1])
    return reporter.report(node, "not-a-percentage", value=text)


def _language(node: Node, text: str, reporter: Reporter) -> Any:
    if re.fullmatch(LANGUAGE_TAG, text):
        return text
    return reporter.report(node, "not-a-language", lang=text)


def _name(node: Node, text: str, reporter: Reporter) -> Any:
    if re.fullmatch(DIGITS, text):
        return reporter.report(node, "id-all-digits", id=text)
    return text


def _code(node: Node, text: str, reporter: Reporter) -> Any:
    if text in WARNINGS:
        return text
    near = nearest(text, WARNINGS) if reporter.suggests() else ""
    return reporter.report(node, "not-a-warning", keeps_slide=True, name=text, near=near)


def _integer(node: Node, text: str, reporter: Reporter, within: Range) -> Any:
    if not (is_plain(node) and re.fullmatch(_INTEGER, text)):
        return reporter.report(node, "not-an-integer", value=text)
    return _within(int(text), within, node, reporter)


def _number(node: Node, text: str, reporter: Reporter, within: Range) -> Any:
    if not (is_plain(node) and re.fullmatch(_NUMBER, text) and isfinite(float(text))):
        return reporter.report(node, "not-a-number", value=text)
    return _within(float(text), within, node, reporter)


def _within(value: float, within: Range, node: Node, reporter: Reporter) -> Any:
    least, above, most, below = within
    if least is not None and value < least:
        return reporter.report(node, "too-small", value=f"{value:g}", least=f"{least:g}")
    if above is not None and value <= above:
        return reporter.report(node, "not-above", value=f"{value:g}", least=f"{above:g}")
    if most is not None and value > most:
        return reporter.report(node, "too-great", value=f"{value:g}", most=f"{most:g}")
    if below is not None and value >= below:
        return reporter.report(node, "not-below", value=f"{value:g}", most=f"{below:g}")
    return value


def _choice(node: Node, text: str, reporter: Reporter, choices: tuple[str, ...]) -> Any:
    if text in choices:
        return text
    near = nearest(text, choices) if reporter.suggests() else ""
    return reporter.report(node, "not-a-choice", value=text, choices=choices, near=near)


_SCALARS: dict[str, Callable[[Node, str, Reporter], Any]] = {
    "boolean": _boolean,
    "duration": _duration,
    "percent": _percent,
    "language": _language,
    "name": _name,
    "code": _code,
}
"""What makes a value of each kind from the text of a scalar."""


def scalar_converter(kind: Kind) -> Convert | None:
    """The converter of a kind of single scalars; None for any other kind."""
    if kind.name in TEXTS:
        return partial(read_text, kind=kind.name, most=kind.most)
    read = _SCALARS.get(kind.name)
    match kind.name:
        case "integer":
            read = partial(_integer, within=kind.range)
        case "number":
            read = partial(_number, within=kind.range)
        case "choice":
            read = partial(_choice, choices=kind.choices)
    if read is None:
        return None

    def convert(node: Node, reporter: Reporter) -> Any:
        text = scalar_text(node, reporter)
        return text if isinstance(text, Fault) else read(node, text, reporter)

    return convert
