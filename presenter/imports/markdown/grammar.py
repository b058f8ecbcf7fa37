"""How other tools' Markdown is parsed: CommonMark, tables, and what their tools add to it.

Each addition is a rule of markdown-it that gives one token without children, which its reader in
`blocks`, `tables` or `lists` understands. Our own export is parsed without any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import image
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from presenter.content.emphasis import ChineseInline
from presenter.imports.markdown import inline_grammar, tables
from presenter.imports.parser import DEEPEST, Environment

Rule = Callable[[StateBlock, int, int, bool], bool]

TILDE_TERMS = frozenset(["pandoc", "patat"])
"""Dialects in which a definition may begin with a tilde, too."""

MULTILINE_TABLES = frozenset(["plain", "pandoc", "patat"])
"""Dialects whose tables may hold empty lines and lines of dashes; elsewhere those part slides."""

_DIV = re.compile(r":{3,}[ \t]*(.*?)[ \t]*:*[ \t]*")
_REMARK_OPEN = re.compile(r"((?:\.[A-Za-z][\w-]*)+)\[[ \t]*")
_NOTES_DIV = re.compile(r":{3,}[ \t]*(?:notes|\{[^}]*\.notes\b[^}]*\})[ \t]*:*[ \t]*")
_NOTES_TAG = re.compile(r"<(aside|div|section)\b[^>]*\bclass=[\"']?[^\"'>]*\bnotes\b[^>]*>")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,200})\]:[ \t]*(.*)")
_DEFINITION = re.compile(r"[:~][ \t]+(\S.*)")
_NO_TERM = re.compile(r"[-*+>#|:<`~=]|\d+[.)]|\s|$")


def block_tokens(text: str, env: Environment, *, exact: bool) -> list[Token]:
    """The block tokens of `text`, whose inline content is not parsed yet.

    `env` holds ``dialect``; the parser adds ``references`` and ``footnotes``.
    """
    made = _exact_parser() if exact else _parser()
    tokens: list[Token] = []
    made.block.parse(text, made, env, tokens)
    return tokens


def block_tree(text: str, env: Environment, *, exact: bool) -> list[SyntaxTreeNode]:
    """The blocks of `text` as trees."""
    return tree_of(block_tokens(text, env, exact=exact))


def tree_of(tokens: list[Token]) -> list[SyntaxTreeNode]:
    """Block tokens as trees."""
    return list(SyntaxTreeNode(tokens).children)


def inline_tokens(text: str, env: Environment) -> list[Token]:
    """The tokens of `text`, inline Markdown of another tool."""
    return _parser().inline.parse(text, _parser(), env, [])


@cache
def _exact_parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    made.block.ruler.at("table", tables.pipe_table, {"alt": ["paragraph", "reference"]})
    return made.enable("table")


@cache
def _parser() -> MarkdownIt:
    options = {"html": True, "maxNesting": DEEPEST, "store_labels": True}
    made = MarkdownIt("commonmark", options)
    inline = ChineseInline()
    inline.ruler.at("image", image)
    inline_grammar.extend(inline)
    made.inline = inline
    made.configure("commonmark", options)
    made.enable(["strikethrough"])
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rules = made.block.ruler
    rules.at("table", tables.pipe_table, {"alt": ["paragraph", "reference"]})
    rules.enable("table")
    rules.before("table", "notes", _notes, interrupts)
    rules.before("table", "div", _div, interrupts)
    rules.before("fence", "math", _math, interrupts)
    rules.before("hr", "drawn_table", _drawn_table)
    rules.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    rules.before("lheading", "terms", _terms)
    for name in ("notes", "div", "math", "drawn_table", "footnote", "terms"):
        rules.enable(name)
    inline.ruler.enable([name for name, _, _ in inline_grammar.RULES])
    return made


def _line(state: StateBlock, line: int) -> str:
    """The text of a line, without what indents it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _begins(state: StateBlock, line: int, marks: str) -> bool:
    """Whether the line begins with one of `marks`, and is no indented code."""
    at = state.bMarks[line] + state.tShift[line]
    return at < state.eMarks[line] and state.src[at] in marks and not state.is_code_block(line)


def _ended(state: StateBlock, line: int) -> bool:
    """Whether the block around ends before `line`."""
    return state.sCount[line] < state.blkIndent and not state.isEmpty(line)


def _leaf(state: StateBlock, kind: str, start: int, end: int, content: str) -> Token:
    token = state.push(kind, "", 0)
    token.map = [start, end]
    token.content = content
    state.line = end
    return token


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """A line that opens or closes a ``:::`` block, or one of remark's ``.class[``."""
    if not _begins(state, start, ":.]"):
        return False
    line = _line(state, start).rstrip()
    info = ""
    remark = state.env.get("dialect") == "remark"
    match = _DIV.fullmatch(line) or (_REMARK_OPEN.fullmatch(line) if remark else None)
    if match:
        info = match[1]
    elif not (remark and line == "]"):
        return False
    if not silent:
        _leaf(state, "div", start, start + 1, line).info = info
    return True


def _notes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Speaker notes: ``::: notes`` to the ``:::`` that closes it, ``<aside class="notes">``."""
    if not _begins(state, start, ":<"):
        return False
    line = _line(state, start).rstrip()
    closes: Callable[[str], int]
    if _NOTES_DIV.fullmatch(line):
        first, closes = "", _closes_div
    elif match := _NOTES_TAG.match(line):
        name, first = match[1], line[match.end() :]
        tag = re.compile(rf"<(/?){name}\b", re.IGNORECASE)

        def closes(text: str) -> int:
            return sum(1 if found[1] else -1 for found in tag.finditer(text))
    else:
        return False
    if silent:
        return True
    open_, lines = 1, []
    after = start
    while after < end:
        text = first if after == start else state.getLines(after, after + 1, state.blkIndent, False)
        if after > start and _ended(state, after):
            break
        open_ -= closes(text) if after > start or first else 0
        after += 1
        if open_ <= 0:
            lines.append(text[: text.rfind("<")] if "<" in text else "")
            break
        lines.append(text)
    _leaf(state, "notes", start, after, "\n".join(lines))
    return True


def _closes_div(line: str) -> int:
    match = _DIV.fullmatch(line.strip())
    return 0 if match is None else -1 if match[1] else 1


def _math(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A formula between ``$$`` and ``$$``, lines of its own."""
    if not _begins(state, start, "$") or not (line := _line(state, start)).startswith("$$"):
        return False
    lines = [line.rstrip()[2:]]
    after = start + 1
    while not lines[-1].endswith("$$"):
        if after >= end or _ended(state, after) or len(lines) > _LONGEST_FORMULA:
            return False
        lines.append(state.getLines(after, after + 1, state.blkIndent, False).rstrip())
        if lines[-1].startswith("$$") and lines[-1] != "$$":
            return False  # another begins: this one never ends
        after += 1
    if not silent:
        lines[-1] = lines[-1][:-2]
        _leaf(state, "math", start, after, "\n".join(lines).strip("\n"))
    return True


_LONGEST_FORMULA = 100


def _drawn_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pandoc's tables drawn with dashes, see `tables`."""
    if silent or state.is_code_block(start):
        return False
    multiline = state.env.get("dialect") in MULTILINE_TABLES
    last = min(end, start + 2 if not tables.may_be_drawn(_line(state, start)) else end)
    if last < start + 2 or _ended(state, start + 1):
        return False
    if not tables.may_be_drawn(_line(state, start)) and not tables.is_ruler(
        _line(state, start + 1)
    ):
        return False

    def line_at(number: int) -> str | None:
        if number >= end or _ended(state, number):
            return None
        return state.getLines(number, number + 1, state.blkIndent, False)

    found = tables.drawn(line_at, start, multiline=multiline)
    if found is None:
        return False
    grid, after = found
    _leaf(state, "grid", start, after, "").meta = {"grid": grid}
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A footnote's text, with the lines that go on it; kept in ``env["footnotes"]``, too."""
    if not _begins(state, start, "[") or not (match := _FOOTNOTE.match(_line(state, start))):
        return False
    if silent:
        return True
    lines, after = [match[2]], start + 1
    while after < end and not _ended(state, after):
        if state.isEmpty(after):
            deeper = after + 1 < end and state.sCount[after + 1] >= state.blkIndent + 2
            if not deeper or state.isEmpty(after + 1):
                break
        elif _begins(state, after, "[#<`-*>:|") and state.sCount[after] < state.blkIndent + 2:
            break
        lines.append(_line(state, after))
        after += 1
    text = "\n".join(lines)
    token = _leaf(state, "footnote", start, after, text)
    token.meta = {"label": match[1]}
    footnotes = state.env.setdefault("footnotes", {})
    if match[1] in footnotes:
        state.env.setdefault("footnotes_twice", []).append((match[1], start, text))
    footnotes.setdefault(match[1], (start, text))
    return True


def _terms(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list of terms, each with its definitions on the next lines after a colon: Pandoc."""
    if silent or state.is_code_block(start) or _NO_TERM.match(_line(state, start)):
        return False
    terms: list[tuple[str, list[str]]] = []
    line = start
    while line < end and not _ended(state, line) and not state.isEmpty(line):
        term = _line(state, line)
        first = line + 1 + (line + 1 < end and state.isEmpty(line + 1))
        if _NO_TERM.match(term) or not _defines(state, first, end):
            break
        definitions: list[str] = []
        line = first
        while _defines(state, line, end):
            text, line = _definition(state, line, end)
            definitions.append(text)
            if line + 1 < end and state.isEmpty(line) and _defines(state, line + 1, end):
                line += 1
        terms.append((term, definitions))
        if line + 1 < end and state.isEmpty(line) and not state.isEmpty(line + 1):
            following = line + 2 + (line + 2 < end and state.isEmpty(line + 2))
            if not _defines(state, following, end):
                break
            line += 1
    if not terms:
        return False
    _leaf(state, "terms", start, line, "").meta = {"terms": terms}
    return True


def _defines(state: StateBlock, line: int, end: int) -> bool:
    return (
        line < end
        and not _ended(state, line)
        and _begins(state, line, ":" if state.env.get("dialect") not in TILDE_TERMS else ":~")
        and _DEFINITION.match(_line(state, line)) is not None
    )


def _definition(state: StateBlock, start: int, end: int) -> tuple[str, int]:
    """A definition's Markdown, and the line behind it."""
    match = _DEFINITION.match(_line(state, start))
    assert match is not None
    lines, line = [match[1]], start + 1
    while line < end and not _ended(state, line) and not _defines(state, line, end):
        blank = state.isEmpty(line)
        if blank and not (line + 1 < end and state.sCount[line + 1] >= state.blkIndent + 2):
            break
        if not blank and state.isEmpty(line - 1) and state.sCount[line] < state.blkIndent + 2:
            break
        lines.append("" if blank else state.getLines(line, line + 1, state.blkIndent + 4, False))
        line += 1
    return "\n".join(lines).rstrip(), line
