"""Reading YAML nodes: what is empty, a node's text, a list's items, a mapping's entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.clean import clean, escapes, hostile_escapes, is_clean
from presenter.deck.diagnostics import Place
from presenter.deck.fields import MOST_TEXT
from presenter.deck.invisible import INVISIBLE, needless, without_needless
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


def text_of(node: Node, reporter: Reporter, most: int = MOST_TEXT) -> str | Fault:
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
    written = reporter.text[begin : node.end_mark.index]
    for offset, character in hostile_escapes(written):
        line = node.start_mark.line + written.count("\n", 0, offset) + 1
        column = begin + offset - reporter.text.rfind("\n", 0, begin + offset)
        if not reporter.report_hostile(Place(line, column), character, "hostile-character"):
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
        line = node.start_mark.line + written.count("\n", 0, offset) + 1
        column = begin + offset - reporter.text.rfind("\n", 0, begin + offset)
        name = f"U+{ord(node.value[at]):04X}"
        if not reporter.report_hostile(Place(line, column), name, "invisible-character"):
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
