"""Plain words as inline Markdown, and texts of several lines as one."""

from __future__ import annotations

import re

from presenter.imports.parser import inline_tokens
from presenter.typeset.kinsoku import SHARED_PUNCTUATION, has_cjk

LONGEST = 10_000
"""Longer texts are not parsed, which may take its time: every mark in them is escaped."""

_MARKUP = re.compile(r"([\\`*_~\[\]<&])")
_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")


def literal_text(text: str) -> str:
    """`text` as Markdown that shows just its characters: marks are escaped where they count."""
    if not _MARKUP.search(text):
        return text
    if len(text) > LONGEST:
        return _MARKUP.sub(r"\\\1", text)
    tokens = inline_tokens(text, {})
    shown = "".join("\n" if token.type == "softbreak" else token.content for token in tokens)
    plain = all(token.type in ("text", "softbreak") for token in tokens) and shown == text
    return text if plain else _MARKUP.sub(r"\\\1", text)


def joined(text: str) -> str:
    """`text` on one line: a line's end is a space, but not between two Chinese characters."""

    def join(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        return "" if _is_cjk(before) and _is_cjk(after) else " "

    return _BREAK.sub(join, text.strip())


def link_target(address: str) -> str:
    """`address` as it stands in a link: in angle brackets if it would end too early."""
    return f"<{address}>" if re.search(r"[\s()<>]", address) or not address else address


def _is_cjk(character: str) -> bool:
    return bool(character) and (has_cjk(character) or character in SHARED_PUNCTUATION)
