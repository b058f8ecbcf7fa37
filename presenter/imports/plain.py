"""Plain words as inline Markdown, and texts of several lines as one."""

from __future__ import annotations

import re
from functools import lru_cache

from presenter.deck.lines import SHARED_PUNCTUATION, has_cjk
from presenter.imports.parser import inline_tokens

LONGEST = 10_000
"""Longer texts are not parsed, which may take its time: every mark in them is escaped."""

_MOST_MARKS = 40
"""Nor are texts with more marks: a parser looks for the partner of each."""

_MARKUP = re.compile(r"([\\`*_~\[\]<&])")
_INERT = re.compile(
    r"(?<![*\S])\*(?!\S)|(?<=[^\W_])_(?=[^\W_])|(?<!~)~(?!~)|<(?![A-Za-z/!?])|&(?![#A-Za-z])"
    r"|\](?![\[(])"
)
"""Marks that mean nothing where they stand (CommonMark 0.31.2, 6)."""

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")


@lru_cache(maxsize=4096)
def literal_text(text: str) -> str:
    """`text` as Markdown that shows just its characters: marks are escaped where they count."""
    inert = _INERT.sub("", text)
    marks = _MARKUP.findall(inert if "]" in inert else inert.replace("[", ""))
    # A mark of a pair means nothing alone.
    if not marks or (len(marks) == 1 and marks[0] in "*_`["):
        return text
    if len(text) > LONGEST or len(marks) > _MOST_MARKS:
        return escaped_text(text)
    tokens = inline_tokens(text, {})
    shown = "".join("\n" if token.type == "softbreak" else token.content for token in tokens)
    plain = all(token.type in ("text", "softbreak") for token in tokens) and shown == text
    return text if plain else escaped_text(text)


def escaped_text(text: str) -> str:
    """`text` as Markdown with each mark escaped, whatever stands beside it."""
    return _MARKUP.sub(r"\\\1", text)


def joined(text: str) -> str:
    """`text` on one line: a line's end is a space, but not between two Chinese characters."""
    text = text.strip()

    def join(match: re.Match[str]) -> str:
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        return "" if _is_cjk(before) and _is_cjk(after) else " "

    return _BREAK.sub(join, text)


def link_target(address: str) -> str:
    """`address` as it stands in a link: in angle brackets if it would end too early."""
    return f"<{address}>" if re.search(r"[\s()<>]", address) or not address else address


def _is_cjk(character: str) -> bool:
    return bool(character) and (has_cjk(character) or character in SHARED_PUNCTUATION)
