"""Speaker notes as blocks for the template: Markdown in dark on white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from presenter.handout.pdf.spans import plain_span, spans
from presenter.typeset.notes import note_text, note_tree
from presenter.typeset.themes import OURS

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

PRINT = OURS["paper"]
"""The theme of what is printed on white."""


def note_blocks(text: str) -> list[dict[str, Any]]:
    """The blocks of `text`, Markdown; none if it is empty."""
    return _blocks(note_tree(text).children)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> list[dict[str, Any]]:
    return [data for node in nodes if (data := _block(node))]


def _block(node: SyntaxTreeNode) -> dict[str, Any] | None:
    match node.type:
        case "paragraph":
            return {"kind": "text", "spans": spans(note_text(node), "notes.text", PRINT)}
        case "heading":
            return {"kind": "heading", "spans": spans(note_text(node), "notes.heading", PRINT)}
        case "bullet_list" | "ordered_list":
            ordered = node.type == "ordered_list"
            return {
                "kind": "list",
                "start": int(node.attrs.get("start", 1)) if ordered else None,
                "items": [_blocks(item.children) for item in node.children],
                "tight": all(child.hidden for item in node.children for child in item.children[:1]),
            }
        case "blockquote":
            return {"kind": "quote", "blocks": _blocks(node.children)}
        case "fence" | "code_block":
            lines = node.content.expandtabs(4).rstrip("\n").split("\n")
            return {"kind": "code", "lines": [[plain_span(line, "", PRINT)] for line in lines]}
        case "hr":
            return {"kind": "rule"}
    return None
