"""A text as a YAML scalar: plain if it may be, else quoted; several lines as a block."""

from __future__ import annotations

import json
import re

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
