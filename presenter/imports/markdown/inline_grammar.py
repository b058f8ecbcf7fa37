"""What other tools' running text has beyond CommonMark: scripts, formulas, footnotes, attributes.

Each rule of markdown-it gives one token without children, which `inline` writes anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.helpers import parseLinkLabel
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

Rule = Callable[[StateInline, bool], bool]

TILDE_STRIKES = frozenset(["presenterm", "slides"])
"""Dialects in which one tilde strikes out, as on GitHub; elsewhere it sets low, or is none."""

_FORMULA = re.compile(
    r"\$\$(?=\S)([^$]{1,2000}?)\$\$|\$(?=[^\s$])((?:[^$\\\n]|\\.|\n(?!\n)){0,500}?[^\s\\$])\$(?!\d)"
)
_SCRIPT = re.compile(r"\^([^\s^\\\[\]]{1,60})\^|~([^\s~\\]{1,60})~(?!~)")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,200})\](?!:)")
_SPAN = re.compile(r"\{([^{}\n]{1,200})\}")
_ATTRIBUTES = re.compile(r"\{(?:[:.#][^{}\n]{0,200}|[\w-]+=[^{}\n]{1,200})\}")
_SIZED = re.compile(r"!\[([^\[\]\n]{0,300})\]\(\s*<?([^\s<>()]{1,1000})>?\s+=(\d*%?)x(\d*%?)\s*\)")
_COMPONENT = re.compile(r"<[A-Za-z][\w.-]*(?:\s+[@#:\w.\-]+(?:=\"[^\"]{0,500}\")?){1,20}\s*/?>")
_DEEPEST = 20
"""How deep spans may lie one in the other."""
_CLASSES = re.compile(r"(?:\.[A-Za-z][\w-]*)+$")


def extend(inline: ParserInline) -> None:
    """Add the rules to a parser."""
    for name, before, rule in RULES:
        inline.ruler.before(before, name, rule)


def _formula(state: StateInline, silent: bool) -> bool:
    """``$x^2$``, by Pandoc's rule: no space within its dollars, no digit behind them."""
    if state.src[state.pos] != "$":
        return False
    match = _FORMULA.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    return _token(state, silent, "formula", match[0], match.end())


def _script(state: StateInline, silent: bool) -> bool:
    """``x^2^`` and ``H~2~O``: Pandoc; ``~x~`` strikes out where the tool is GitHub's."""
    mark = state.src[state.pos]
    if mark not in "^~" or state.src[state.pos - 1 : state.pos] == mark:
        return False
    match = _SCRIPT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    kind = "raised" if match[1] else "lowered"
    if kind == "lowered" and state.env.get("dialect") in TILDE_STRIKES:
        kind = "struck"
    elif kind == "lowered" and not _follows_word(state):
        return False
    return _token(state, silent, kind, match[1] or match[2], match.end())


def _follows_word(state: StateInline) -> bool:
    before = state.src[state.pos - 1 : state.pos]
    return bool(before) and (before.isalnum() or before in ")]}>*_")


def _footnote(state: StateInline, silent: bool) -> bool:
    """``[^label]``, and ``^[the note itself]``."""
    if state.src.startswith("[^", state.pos):
        match = _REFERENCE.match(state.src, state.pos, state.posMax)
        if match is None or match[1] not in state.env.get("footnotes", {}):
            return False
        return _token(state, silent, "footnote_ref", match[1], match.end())
    if not state.src.startswith("^[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    return _token(state, silent, "footnote_inline", state.src[state.pos + 2 : end], end + 1)


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


def _attributes(state: StateInline, silent: bool) -> bool:
    """``{.class}`` right behind a link, code or the like: Pandoc."""
    if state.src[state.pos] != "{" or state.src[state.pos - 1 : state.pos] not in ("`", ")", ">"):
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    return _token(state, silent, "attributes", match[0], match.end())


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


def _component(state: StateInline, silent: bool) -> bool:
    """A tag with attributes such as ``@click``, which HTML does not know: Vue, and so Slidev."""
    if state.src[state.pos] != "<":
        return False
    match = _COMPONENT.match(state.src, state.pos, state.posMax)
    if match is None or "@" not in match[0]:
        return False
    return _token(state, silent, "html_inline", match[0], match.end())


def _token(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:
    if not silent:
        state.push(kind, "", 0).content = content
    state.pos = end
    return True


RULES: tuple[tuple[str, str, Rule], ...] = (
    ("formula", "escape", _formula),
    ("script", "strikethrough", _script),
    ("footnote", "link", _footnote),
    ("span", "link", _span),
    ("attributes", "link", _attributes),
    ("sized_image", "image", _sized_image),
    ("component", "autolink", _component),
)
"""Their names, the rules before which they stand, and themselves."""
