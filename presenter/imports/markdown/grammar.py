"""How other tools' Markdown is parsed: CommonMark, tables, and what their tools add to it.

Each addition is a rule of markdown-it that gives one token without children, which its reader in
`blocks`, `containers` or `inline` understands; terms are markdown-it's own plug-in. Our own export
is parsed without any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from presenter.imports.markdown import tables
from presenter.imports.plain import Environment, new_parser

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]

TILDE_TERMS = frozenset(["pandoc", "patat"])
"""Dialects in which a definition may begin with a tilde, too."""

MULTILINE_TABLES = frozenset(["plain", "pandoc", "patat"])
"""Dialects whose tables may hold empty lines and lines of dashes; elsewhere those part slides."""

_DIV = re.compile(r":{3,}[ \t]*(.*?)[ \t]*:*[ \t]*")
_REMARK_OPEN = re.compile(r"((?:\.[A-Za-z][\w-]*)+)\[[ \t]*")
_NOTES_DIV = re.compile(r":{3,}[ \t]*(?:notes|\{[^}]*\.notes\b[^}]*\})[ \t]*:*[ \t]*")
_NOTES_TAG = re.compile(r"<(aside|div|section)\b[^>]*\bclass=[\"']?[^\"'>]*\bnotes\b[^>]*>")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,200})\]:[ \t]*(.*)")
_LONGEST_FORMULA = 100
"""Lines of a formula; none is longer."""

TILDE_STRIKES = ("presenterm", "slides")
"""Dialects in which one tilde strikes out, as on GitHub; elsewhere it sets low, or is none."""

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,200})\](?!:)")
_SPAN = re.compile(r"\{([^{}\n]{1,200})\}")
_SIZED = re.compile(r"!\[([^\[\]\n]{0,300})\]\(\s*<?([^\s<>()]{1,1000})>?\s+=(\d*%?)x(\d*%?)\s*\)")
_DEEPEST = 20
"""How deep spans may lie one in the other."""
_CLASSES = re.compile(r"(?:\.[A-Za-z][\w-]*)+$")


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
    made = new_parser()
    made.block.ruler.at("table", tables.pipe_table, {"alt": ["paragraph", "reference"]})
    return made.enable("table")


@cache
def _parser() -> MarkdownIt:
    made = new_parser(store_labels=True)
    ruler = made.block.ruler
    ruler.at("table", tables.pipe_table, {"alt": ["paragraph", "reference"]})
    for name, before, interrupts, rule in _BLOCK_RULES:
        ruler.before(before, name, rule, {"alt": list(interrupts)})
    for name, before, inline_rule in _INLINE_RULES:
        made.inline.ruler.before(before, name, inline_rule)
    added = [*(each[0] for each in _BLOCK_RULES), *(each[0] for each in _INLINE_RULES)]
    return made.enable(["table", *added])


# Blocks.


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
    match = _NOTES_TAG.match(line)
    if match is None and not _NOTES_DIV.fullmatch(line):
        return False
    if silent:
        return True
    tag = re.compile(rf"<(/?){match[1]}\b", re.IGNORECASE) if match else None
    lines, still_open = [line[match.end() :] if match else ""], 1
    after = start
    while True:
        still_open -= _closed(lines[-1], tag)
        after += 1
        if still_open <= 0:
            lines[-1] = lines[-1].rpartition("<")[0]
        if still_open <= 0 or after >= end or _ended(state, after):
            break
        lines.append(state.getLines(after, after + 1, state.blkIndent, False))
    _leaf(state, "notes", start, after, "\n".join(lines))
    return True


def _closed(line: str, tag: re.Pattern[str] | None) -> int:
    """How many tags a line closes, or blocks of colons without one; below 0 if it opens more."""
    if tag:
        return sum(1 if found[1] else -1 for found in tag.finditer(line))
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


def _drawn_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pandoc's tables drawn with dashes, see `tables`."""
    if silent or state.is_code_block(start):
        return False
    multiline = state.env.get("dialect") in MULTILINE_TABLES
    if start + 2 > end or _ended(state, start + 1):
        return False
    opens = _line(state, start).startswith(("+", "--"))
    if not opens and not tables.is_ruler(_line(state, start + 1)):
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


# Inline.


def _mark(kind: str, pattern: str, dialects: Sequence[str] | None = None) -> InlineRule:
    """A rule for what `pattern` fits, in all `dialects` or some; its group is the content."""
    compiled = re.compile(pattern)

    def rule(state: StateInline, silent: bool) -> bool:
        match = compiled.match(state.src, state.pos, state.posMax)
        if match is None or (dialects is not None and state.env.get("dialect") not in dialects):
            return False
        if not silent:
            state.push(kind, "", 0).content = match[compiled.groups]
        state.pos = match.end()
        return True

    return rule


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """``[^label]``, and ``^[the note itself]``."""
    if state.src.startswith("[^", state.pos):
        match = _REFERENCE.match(state.src, state.pos, state.posMax)
        if match is None or match[1] not in state.env.get("footnotes", {}):
            return False
        if not silent:
            state.push("footnote_ref", "", 0).content = match[1]
        state.pos = match.end()
        return True
    if not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        state.push("footnote_inline", "", 0).content = state.src[state.pos + 2 : end]
    state.pos = end + 1
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """``[text]{.class}``: Pandoc; ``.class[text]``: remark. The text stays."""
    if state.src[state.pos] != "[" or state.level >= _DEEPEST:
        return False
    before = state.src[: state.pos] if state.pos < 100 else state.src[state.pos - 100 : state.pos]
    classes = _CLASSES.search(before) if state.env.get("dialect") == "remark" else None
    if classes is None and state.src.find("]{", state.pos) < 0:
        return False
    end = parseLinkLabel(state, state.pos)
    if end < 0:
        return False
    match = _SPAN.match(state.src, end + 1) if classes is None else None
    if classes is None and match is None:
        return False
    if not silent:
        last = state.posMax
        if classes and state.pending.endswith(classes[0]):
            state.pending = state.pending[: -len(classes[0])]
        said = match[0] if match else classes[0] if classes else ""
        state.push("attributes", "", 0).content = said
        state.pos, state.posMax = state.pos + 1, end
        state.level += 1
        state.md.inline.tokenize(state)
        state.level -= 1
        state.posMax = last
    state.pos = match.end() if match else end + 1
    return True


def _sized_image(state: StateInline, silent: bool) -> bool:
    """``![alt](path =300x200)``: HackMD and other users of markdown-it."""
    if not state.src.startswith("![", state.pos):
        return False
    match = _SIZED.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.content = match[1]
        token.attrs = {"src": match[2], "width": f"={match[3]}x{match[4]}"}
    state.pos = match.end()
    return True


def _terms(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list of terms, each with its definitions on the next lines after a colon: Pandoc."""
    after = start + 1 + (start + 1 < end and state.isEmpty(start + 1))
    if after < end and state.env.get("dialect") not in TILDE_TERMS and _begins(state, after, "~"):
        return False
    return _any_terms()(state, start, end, silent)


@cache
def _any_terms() -> BlockRule:
    """The rule of markdown-it's plug-in."""
    rules = MarkdownIt().use(deflist_plugin).block.ruler.getRules("")
    return next(rule for rule in rules if getattr(rule, "__name__", "") == "deflist")


_ANYWHERE = ("paragraph", "reference", "blockquote", "list")

_BLOCK_RULES: tuple[tuple[str, str, tuple[str, ...], BlockRule], ...] = (
    ("notes", "table", _ANYWHERE, _notes),
    ("div", "table", _ANYWHERE, _div),
    ("math", "fence", _ANYWHERE, _math),
    ("drawn_table", "hr", (), _drawn_table),
    ("footnote", "reference", ("paragraph", "reference"), _footnote),
    ("terms", "lheading", ("paragraph", "reference", "blockquote"), _terms),
)
"""Their names, the rules before which they stand, what they may interrupt, and themselves."""

_FORMULA = (
    r"\$\$(?=\S)(?:[^$]{1,2000}?)\$\$"
    r"|\$(?=[^\s$])(?:(?:[^$\\\n]|\\.|\n(?!\n)){0,500}?[^\s\\$])\$(?!\d)"
)
"""By Pandoc's rule: no space within its dollars, no digit behind them."""

_COMPONENT = (
    r"<[A-Za-z](?=[^>]{0,2000}@)[\w.-]*(?:\s+[@#:\w.\-]+(?:=\"[^\"]{0,500}\")?){1,20}\s*/?>"
)
"""A tag with attributes such as ``@click``, which HTML does not know: Vue, and so Slidev."""

_INLINE_RULES: tuple[tuple[str, str, InlineRule], ...] = (
    ("formula", "escape", _mark("formula", _FORMULA)),
    ("raised", "strikethrough", _mark("raised", r"(?<!\^)\^([^\s^\\\[\]]{1,60})\^")),
    (
        "struck",
        "strikethrough",
        _mark("struck", r"(?<!~)~([^\s~\\]{1,60})~(?!~)", TILDE_STRIKES),
    ),
    ("lowered", "strikethrough", _mark("lowered", r"(?<=[\w)\]}>*])~([^\s~\\]{1,60})~(?!~)")),
    ("footnote", "link", _footnote_mark),
    ("span", "link", _span),
    (
        "attributes",
        "link",
        _mark("attributes", r"(?<=[`)>])\{(?:[:.#][^{}\n]{0,200}|[\w-]+=[^{}\n]{1,200})\}"),
    ),
    ("sized_image", "image", _sized_image),
    ("component", "autolink", _mark("html_inline", _COMPONENT)),
)
"""Their names, the rules before which they stand, and themselves."""
