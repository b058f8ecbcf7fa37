"""Markdown that only paragraphs are made of: a list, a table, a fence in a ``text`` runs together.

A text is set as paragraphs of inline Markdown; what is more than that has a block of its own, which
is set, revealed and exported as what it is. And a folded scalar (``>``) loses its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaml.nodes import Node, ScalarNode

from presenter.deck.diagnostics import Place
from presenter.deck.reporter import Reporter, place_of

_LIST = r" {0,3}(?:[-*+]|\d{1,3}[.)]) +\S"
_MARK = (
    r" {0,3}(?:[•·●○■▪◆–—] +|[一二三四五六七八九十]{1,3}、|\d{1,2}[、．]|[（(]\w{1,2}[)）]"
    r"|[\u2460-\u2473])\s*\S"
)
"""What begins an item for a reader, though not in Markdown; where two lines begin so."""

_FENCE = r" {0,3}(?:```|~~~)"
_DELIMITERS = r"\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$"
_SINGLE = (
    ("markdown-heading", re.compile(r" {0,3}#{1,6} +\S")),
    ("markdown-quote", re.compile(r" {0,3}> ?\S")),
    ("markdown-image", re.compile(r"\s*!\[[^\]]*\]\([^)]+\)\s*$")),
    ("markdown-rule", re.compile(r" {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")),
)


def look_at_prose(node: Node, reporter: Reporter) -> None:
    """Warn of what a text is not set as, the first of each kind."""
    if type(node) is not ScalarNode or not ("\n" in node.value or node.style):
        return
    look_at_folds(node, reporter)
    if node.style == ">":
        return
    for index, code in _blocks(node.value.split("\n")):
        reporter.report(_place(node, index, reporter), code, "warning")


def look_at_folds(node: Node, reporter: Reporter) -> None:
    """Warn where a folded scalar joins what its writer kept apart: paragraphs, or a list's items.

    Two empty lines keep paragraphs apart; so do deeper lines, which YAML does not fold.
    """
    if type(node) is not ScalarNode or node.style == "|":
        return
    if node.style != ">":
        if node.style != "'":
            _look_for_paragraphs(node, reporter)
        return
    first = node.start_mark.line + 1
    lines = reporter.lines_of(node)[1 : node.end_mark.line - node.start_mark.line]
    while lines and not lines[-1].strip():
        lines.pop()
    margin = min((len(each) - len(each.lstrip()) for each in lines if each.strip()), default=0)
    lines = [each[margin:] for each in lines]
    for index, line in enumerate(lines):
        joined = index and lines[index - 1].strip() and not line.startswith(" ")
        if joined and (re.match(_LIST, line) or re.match(_FENCE, line)):
            reporter.report(Place(first + index + 1, margin + 1), "folded-list", "warning")
            return
        parted = index > 1 and line.strip() and not lines[index - 1].strip()
        before = lines[index - 2] if parted else ""
        if before.strip() and not line.startswith(" ") and not before.startswith(" "):
            reporter.report(place_of(node), "folded-paragraphs", "warning")
            return


def _look_for_paragraphs(node: ScalarNode, reporter: Reporter) -> None:
    """An empty line in a text without a mark, or in quotes: YAML makes a mere line break of it.

    Not in single quotes: that is how programs write a line break that is meant as one.
    """
    lines = reporter.lines_of(node)
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if not line.strip() and above.strip() and below.strip():
            reporter.report(node, "folded-paragraphs", "warning")
            return


def look_at_code(node: Node, reporter: Reporter) -> None:
    """Warn where YAML joins lines of code, as it does wherever no ``|`` stands before them."""
    if type(node) is not ScalarNode or node.style == "|":
        return
    lines = reporter.lines_of(node)
    if node.style == ">":
        lines = lines[1 : node.end_mark.line - node.start_mark.line]
    if sum(1 for line in lines if line.strip()) > 1 + node.value.strip("\n").count("\n"):
        reporter.report(node, "folded-code", "warning")


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The first line of each kind of Markdown block in `lines`, and the code for it.

    A lone line with a dash, an empty line before and behind it, may be a dash; and what stands in
    a fence is code.
    """
    told: set[str] = set()
    items: list[int] = []
    fenced = False
    for index, line in enumerate(lines):
        code = ""
        above = lines[index - 1] if index else ""
        if re.match(_FENCE, line):
            code, fenced = "" if fenced else "markdown-code", not fenced
        elif fenced:
            continue
        elif "|" in line and "|" in above and re.match(_DELIMITERS, line):
            index, code = index - 1, "markdown-table"
        elif re.match(_MARK, line) and re.match(_MARK, above):
            index, code = index - 1, "markdown-list"
        elif re.match(_LIST, line):
            below = lines[index + 1] if index + 1 < len(lines) else ""
            items.append(index)
            code = "markdown-list" if (above + below).strip() or items[1:] else ""
            index = items[0] if items[1:] else index
        else:
            code = next((each for each, pattern in _SINGLE if pattern.match(line)), "")
        if code and code not in told:
            told.add(code)
            yield index, code


def _place(node: ScalarNode, index: int, reporter: Reporter) -> Place:
    """Where the line at `index` of the text in `node` is written; its beginning if in quotes."""
    lines = reporter.lines_of(node)[1:]
    if node.style != "|" or index >= len(lines):
        return place_of(node)
    line = lines[index]
    return Place(node.start_mark.line + index + 2, len(line) - len(line.lstrip()) + 1)
