"""Comments: what a slide or a block says that Markdown has no form for; notes."""

from __future__ import annotations

import json
from collections.abc import Mapping

from presenter.deck.writing import Node, Plain, flow_text


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
