"""The Markdown parser: CommonMark with tables and strikethrough, and emphasis beside Chinese."""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import image
from markdown_it.token import Token

from presenter.content.emphasis import ChineseInline

DEEPEST = 60
"""How many lists and quotes may lie one in the other: parsing recurs that deep."""

Environment = dict[str, Any]
"""What the parser keeps of a whole document: its link definitions, and what our rules add."""


@cache
def parser() -> MarkdownIt:
    """The parser; addresses stay as they are written, and any may be a link."""
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    inline = ChineseInline()
    inline.ruler.at("image", image)
    made.inline = inline
    made.configure("commonmark", {"html": True, "maxNesting": DEEPEST})
    made.enable(["strikethrough", "table"])
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return made


def inline_tokens(text: str, env: Environment) -> list[Token]:
    """The tokens of `text`, inline Markdown."""
    return parser().inline.parse(text, parser(), env, [])
