"""Speaker notes, Markdown, as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presenter.handout.html.inline import markdown, text
from presenter.typeset.notes import note_sections, note_text, note_tree

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_LISTS = {"bullet_list": "ul", "ordered_list": "ol"}


def notes(source: str, language: str) -> str:
    """All the notes of a slide; those of its steps are parted by rules."""
    sections = [
        "".join(_block(node, language) for node in note_tree(section).children)
        for section in note_sections(source)
    ]
    return "<hr>".join(filter(None, sections))


def _block(node: SyntaxTreeNode, language: str) -> str:
    inner = "".join(_block(child, language) for child in node.children if child.type != "inline")
    match node.type:
        case "paragraph" if node.hidden:
            return markdown(note_text(node), language)
        case "paragraph":
            return f"<p>{markdown(note_text(node), language)}</p>"
        case "heading":
            return f'<p class="heading">{markdown(note_text(node), language)}</p>'
        case "bullet_list" | "ordered_list" as kind:
            start = int(node.attrs.get("start", 1))
            first = f' start="{start}"' if start != 1 else ""
            return f"<{_LISTS[kind]}{first}>{inner}</{_LISTS[kind]}>"
        case "list_item":
            return f"<li>{inner}</li>"
        case "blockquote":
            return f"<blockquote>{inner}</blockquote>"
        case "fence" | "code_block":
            return f"<pre><code>{text(node.content)}</code></pre>"
        case "hr":
            return "<hr>"
        case _:
            return inner
