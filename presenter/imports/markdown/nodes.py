"""The nodes of a slide's Markdown, each kind by a reader of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markdown_it.tree import SyntaxTreeNode

from presenter.imports.markdown.code_blocks import read_fence, read_indented, show_code
from presenter.imports.markdown.html_blocks import read_html
from presenter.imports.markdown.inline import Picture
from presenter.imports.markdown.lists import LISTS, read_list
from presenter.imports.markdown.quotes import read_quote
from presenter.imports.markdown.running_text import (
    line_of,
    one_line,
    pieces_of,
    show_picture,
    source_of,
)
from presenter.imports.markdown.slide_builder import SlideBuilder
from presenter.imports.markdown.tables import read_table

_MATH = re.compile(r"\$\$(.*)\$\$", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{([^{}]*)\}")
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}]*\}[ \t]*$")
_CONTAINERS = frozenset([*LISTS, "list_item", "blockquote"])


def read_nodes(slide: SlideBuilder, nodes: Sequence[SyntaxTreeNode]) -> None:
    """Read the slide's top nodes."""
    slide.underlined_title = slide.dialect.setext_titles and any(map(_is_underlined, nodes))
    for node in nodes:
        read_node(slide, node)


def read_node(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """Read a block node."""
    slide.nodes += 1
    read = _READERS.get(node.type)
    if read is None:
        slide.remark(line_of(slide, node), "not-carried", node.type)
    else:
        read(slide, node)


def covered(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[int, int]]:
    """The spans of lines that leaves of `nodes` cover."""
    for top in nodes:
        for node in top.walk():
            if node.map and node.type not in _CONTAINERS:
                yield node.map


def _is_underlined(node: SyntaxTreeNode) -> bool:
    return node.type == "heading" and node.markup in ("=", "-")


def _heading(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    text = one_line(slide, node)
    if not slide.dialect.exact and (match := _HEADING_ATTRIBUTES.search(text)):
        slide.remark(line_of(slide, node), "not-carried", match[0])
        text = text[: match.start()]
    if not text:
        return
    level = int(node.tag[1:])
    own, bare = slide.slide, slide.body.is_empty
    may_be_title = (
        _is_underlined(node) if slide.underlined_title else bare or not slide.dialect.exact
    )
    if may_be_title and not own.title:
        slide.set(title=text)
        slide.title_level = level
    elif bare and 0 < slide.title_level < level and not own.subtitle:
        slide.set(subtitle=text)
    else:
        slide.text(_bold(text))


def _bold(text: str) -> str:
    """A heading within a slide, as bold text; one with marks of its own as it is."""
    return text if re.search(r"[*_`\\\n]", text) else f"**{text}**"


def _paragraph(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    line, source = line_of(slide, node), source_of(node)
    exact = slide.dialect.exact
    if slide.dialect.paragraph(slide, source, line):
        return
    if not exact and (match := _MATH.fullmatch(source.strip())):
        show_code(slide, match[1].strip("\n"), "latex", line)
        return
    pieces = pieces_of(slide, node)
    for number, piece in enumerate(pieces):
        if isinstance(piece, Picture):
            after = pieces[number + 1] if number + 1 < len(pieces) else ""
            if isinstance(after, str) and (match := _ATTRIBUTES.match(after)):
                piece = piece._replace(width=match[1])
                pieces[number + 1] = after[match.end() :]
            show_picture(slide, piece, line)
        elif piece.strip():
            slide.text(piece if exact else piece.strip())


def _list(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    read_list(slide, node, partial(read_node, slide))


def _quote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    read_quote(slide, node, partial(read_node, slide))


def _rule(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.part()
    slide.remark(line_of(slide, node), "rule")


_READERS: dict[str, Callable[[SlideBuilder, SyntaxTreeNode], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "table": read_table,
    "fence": read_fence,
    "code_block": read_indented,
    "html_block": read_html,
    "hr": _rule,
}
