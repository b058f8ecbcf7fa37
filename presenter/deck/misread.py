"""YAML that is right and means something else than its writer thinks, told where it is written.

A writer of slides meets YAML as a list with dashes. Where a colon or a comma is full-width, a dash
too deep, or a ` #` within a text, YAML takes without a word what nobody meant. These warnings are
for ``check``; a talk that starts need not wait for them. Each rule names what keeps it quiet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.diagnostics import Place, meant
from presenter.deck.reporter import FAULT, Fault, Reporter, place_of

_DASH = r"-(?:(?![-\s\d.])|(?=[\u3000\u00a0]))"
_MARKS = "－–—−•·●○■▪◆*+"
_BRACKETS = "［【〔「"
_WIDE_SPACES = "\u3000\u00a0"

_ITEM = r"[ \t]*(?:[-*+•·●○■▪◆][ \t]+\S|-(?![-\d.])\S|\d{1,2}[.)][ \t]+\S)"
_LONG_DASH = r"[ \t]*[–—][ \t]+\S"
"""An item where two lines begin so; one may be a sentence that goes on."""

_COMMENT = re.compile(r"[ \t]#")
_EMPTY_COMMENT = re.compile(r"[ \t]*#[^\s#]")
_COMMA = re.compile("[，、]")
_SENTENCE = "[。！？；：…,.!?;:]"
_ONLY_KEY = re.compile(r"\w+：")
_KEY = r"[ \t]*(\w+)([：:])(?=\S)(?!//)"

_HEADS = ("title", "subtitle", "notes")
"""Keys whose names in other languages begin no title: 备注, but not 时间."""

_SHORT = 6
"""Characters of an item that is surely one of several: 一，二，三."""

_MEDIUM = 12
"""Characters of an item that is one where there are three or more."""

_SHORTEST = 2
"""Characters of such an item in a list that has half-width commas, too: 苹果，香蕉, 葡萄."""


def report_no_list(node: Node, reporter: Reporter) -> Fault:
    """Report that `node` is no list, and why, where that is seen at its beginning."""
    first = node
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        first = node.value[0][0]
    if isinstance(first, ScalarNode) and not first.style and first.value:
        code = _code_of_beginning(first.value)
        if code and (first is node or code != "full-width-bracket"):
            return reporter.report(first, code, mark=first.value[0])
    return reporter.report(node, "not-a-list")


def _code_of_beginning(text: str) -> str:
    if re.match(_DASH, text):
        return "dash-space"
    if text[0] in _MARKS:
        return "list-mark"
    if text[0] in _BRACKETS:
        return "full-width-bracket"
    return "full-width-space" if text[0] in _WIDE_SPACES else ""


def report_strange_key(key: str, node: Node, reporter: Reporter) -> bool:
    """Whether `key` is none because of a character in it, which is reported."""
    if key[:1] and key[0] in _WIDE_SPACES:
        reporter.report(node, "full-width-space")
    elif re.match(_DASH, key):
        reporter.report(node, "dash-space")
    elif "：" in key:
        place = place_of(node)
        if node.start_mark.line == node.end_mark.line:
            place = Place(place.line, place.column + key.index("："))
        reporter.report(place, "yaml-full-width-colon")
    else:
        return False
    return True


def report_no_mapping(node: Node, reporter: Reporter) -> Fault:
    """Report that `node` is no mapping, and why, where that is seen at its beginning."""
    if type(node) is ScalarNode and not node.style and _ONLY_KEY.match(node.value):
        report_strange_key(node.value, node, reporter)
        return FAULT
    return reporter.report(node, "not-a-mapping")


def look_at_text(node: Node, kind: str, reporter: Reporter) -> None:
    """Warn where a text of a `kind` takes more, or less, than its writer may think."""
    from presenter.deck import markdown_blocks

    if kind == "prose":
        markdown_blocks.look_at_prose(node, reporter)
    elif kind == "notes":
        markdown_blocks.look_at_folds(node, reporter)
    elif kind == "source":
        markdown_blocks.look_at_code(node, reporter)
    if type(node) is not ScalarNode or node.style:
        return
    if _COMMENT.match(reporter.text, node.end_mark.index):
        # A text that ends where `#` begins. Two spaces before it say that a comment is meant.
        place = Place(node.end_mark.line + 1, node.end_mark.column + 2)
        reporter.report(place, "text-cut", "warning")
    if node.end_mark.line > node.start_mark.line:
        lines = reporter.lines_of(node)
        column = node.start_mark.column
        lines[0] = " " * column + lines[0][column:]
        _look_for_items(lines, node.start_mark.line + 1, reporter)


def look_at_item(node: Node, reporter: Reporter) -> None:
    """Warn where the text of an item, written under a ``|``, looks like a list of its own."""
    if type(node) is ScalarNode and node.style == "|":
        lines = reporter.lines_of(node)[1 : 2 + node.value.rstrip("\n").count("\n")]
        _look_for_items(lines, node.start_mark.line + 2, reporter)


def comment_for_text(node: Node, reporter: Reporter) -> Place | None:
    """Where, behind an empty `node`, a comment begins that may be its text: ``title: #1``."""
    match = _EMPTY_COMMENT.match(reporter.text, node.end_mark.index)
    if match is None:
        return None
    offset = match.end() - 2 - node.end_mark.index
    return Place(node.end_mark.line + 1, node.end_mark.column + offset + 1)


def _look_for_items(lines: Sequence[str], number: int, reporter: Reporter) -> None:
    """A line of a text that looks like an item: it is no list, as no colon ends the line above.

    The first of the text's `lines` has this `number` in the deck.
    """
    for index in range(1, len(lines)):
        dashes = [re.match(_LONG_DASH, line) for line in lines[index : index + 2]]
        if not re.match(_ITEM, lines[index]) and not (dashes[1:] and all(dashes)):
            continue
        above = lines[index - 1].rstrip()
        if above.endswith("："):
            place = Place(number + index - 1, len(above))
            reporter.report(place, "item-full-width", "warning")
        else:
            margin = len(lines[index]) - len(lines[index].lstrip())
            place = Place(number + index, margin + 1)
            reporter.report(place, "item-joined", "warning", text=lines[0].strip())
        return


def look_at_list(nodes: Sequence[Node], reporter: Reporter) -> None:
    """Warn where an item of a list in brackets looks like several, parted by full-width commas.

    A sentence has commas too. So the parts must be short, and without other punctuation: one lone
    item has two of at most six characters or three of twelve; where there are half-width commas
    beside it, its writer knows them, and only parts of two characters are told; 保洁、绿化 is one
    item there.
    """
    for node in nodes:
        if type(node) is not ScalarNode or node.style or not (match := _COMMA.search(node.value)):
            continue
        parts = [part.strip() for part in _COMMA.split(node.value)]
        longest = max(map(len, parts))
        if re.search(_SENTENCE, node.value) or not all(parts):
            continue
        if len(nodes) == 1:
            several = longest <= _SHORT or (len(parts) > 2 and longest <= _MEDIUM)
        else:
            several = match[0] == "，" and longest <= _SHORTEST
        if several:
            report_comma(node, match.start(), reporter)


def report_comma(node: Node, index: int, reporter: Reporter) -> None:
    """Warn of the full-width comma at `index` of the text in `node`."""
    place = place_of(node)
    comma = node.value[index]
    if node.start_mark.line == node.end_mark.line:
        place = Place(place.line, place.column + index)
    reporter.report(place, "full-width-comma", "warning", comma=comma)


def look_at_title(node: ScalarNode, known: Sequence[str], reporter: Reporter) -> None:
    """Warn where a slide that is only a text looks like the key of one: ``标题：甲``, ``title:甲``.

    Only where the word before the colon is a key, or means one, and no space follows.
    """
    if node.style:
        return
    first, *lines = [node.value]
    if node.end_mark.line > node.start_mark.line:
        first, *lines = reporter.lines_of(node)
        first = first[node.start_mark.column :]
    for number, line in enumerate([first, *lines], node.start_mark.line + 1):
        match = re.match(_KEY, line)
        if match and (match[1] in known or meant(match[1]) in _HEADS):
            key = match[1] if match[1] in known else meant(match[1])
            margin = 0 if number > node.start_mark.line + 1 else node.start_mark.column
            place = Place(number, margin + match.start(2) + 1)
            reporter.report(place, "text-for-key", "warning", key=key, colon=match[2])
            return
