"""What Markdown makes of a text: it is parsed, and kept only if it is read as it was meant.

What a slide or a block says that Markdown has no form for stands in comments, as notes do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from presenter.deck.yaml_text import Node, Plain, flow_text


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def block_tokens(text: str) -> list[Token]:
    """The block tokens of `text`; their inline content is not parsed."""
    tokens: list[Token] = []
    _parser().block.parse(text, _parser(), {}, tokens)
    return tokens


def contents(text: str, *types: str) -> list[str] | None:
    """The inline contents of `text` if it consists of elements of these types alone, else None."""
    tokens = block_tokens(text)
    if any(token.type not in ("inline", *types) for token in tokens):
        return None
    return [token.content for token in tokens if token.type == "inline"]


def heading(text: str, level: int) -> str | None:
    """`text` as a heading of `level` 1 or 2; None if anything of it would be taken for a mark.

    One of several lines is underlined, its line feeds hard breaks.
    """
    said, written = text, f"{'#' * level} {text}"
    if "\n" in text:
        said = text.replace("\n", "  \n")
        written = f"{said}\n{'=-'[level - 1] * 3}"
    read = contents(written, "heading_open", "heading_close")
    return written if text and read == [said] and is_bare(said) else None


def is_bare(text: str) -> bool:
    """Whether `text` holds neither HTML nor pictures, which an import would set apart."""
    if "<" not in text and "![" not in text:
        return True
    tokens = _parser().inline.parse(text, _parser(), {}, [])
    return not any(token.type in ("html_inline", "image") for token in tokens)


def is_paragraphs(text: str) -> bool:
    """Whether `text` is paragraphs and nothing else, each read as it is written."""
    read = contents(text, "paragraph_open", "paragraph_close")
    return bool(read) and "\n\n".join(read or ()) == text and is_bare(text)


def is_paragraph(text: str) -> bool:
    """Whether `text` is one paragraph."""
    return is_paragraphs(text) and "\n\n" not in text


def list_texts(text: str) -> list[tuple[int, str]] | None:
    """The items of the one list that `text` is, each with its depth; None if it is not."""
    tokens = block_tokens(text)
    items: list[tuple[int, str]] = []
    known = re.compile(r"(?:bullet_list|ordered_list|list_item|paragraph)_(?:open|close)")
    lists = 0
    for token in tokens:
        if token.type == "inline":
            # A list and an item in it are a level each; the paragraph is another.
            items.append(((token.level - 3) // 2, token.content))
        elif not known.fullmatch(token.type):
            return None
        lists += token.level == 0 and token.nesting == 1
    return items if lists == 1 and all(is_bare(content) for _, content in items) else None


def comment(key: str, fields: Mapping[str, Node]) -> str:
    """``<!-- key: {field: value} -->``."""
    return f"<!-- {key}: {flow_text(_harmless(fields))} -->"


def note(text: str) -> str:
    """Speaker notes; as a JSON text where they could not be read back as they stand."""
    text = text.rstrip("\n")
    if text.strip() != text or "--" in text or text[:1] in ('"', "|"):
        return f"<!-- notes: {_escaped(text)} -->"
    return f"<!-- notes:\n{text}\n-->" if "\n" in text else f"<!-- notes: {text} -->"


def _harmless(node: Node) -> Node:
    """`node` with no text that could end a comment."""
    if isinstance(node, str):
        return Plain(_escaped(node)) if "--" in node or ">" in node else node
    if isinstance(node, Mapping):
        return {key: _harmless(value) for key, value in node.items()}
    return node


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace(">", "\\u003e").replace("--", "-\\u002d")
