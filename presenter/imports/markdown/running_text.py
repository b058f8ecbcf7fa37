"""What a Markdown node says in running text, and the pictures in it."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from presenter.imports.markdown.inline import Picture, read_inline
from presenter.imports.markdown.slide_builder import SlideBuilder
from presenter.imports.plain import joined, link_target, literal_text

_PERCENT = re.compile(r"(?:width|w)\s*[=:]\s*\"?([1-9][0-9]?|100)%")


def line_of(slide: SlideBuilder, node: SyntaxTreeNode) -> int:
    """The index of the line in the file at which `node` begins."""
    return slide.first + (node.map[0] if node.map else 0)


def source_of(node: SyntaxTreeNode) -> str:
    """The inline Markdown of a paragraph as it is written."""
    return node.children[0].content if node.children else ""


def pieces_of(slide: SlideBuilder, node: SyntaxTreeNode) -> list[str | Picture]:
    """The texts and pictures of a paragraph."""
    return read_inline(source_of(node), line_of(slide, node), slide.env, slide)


def one_line(slide: SlideBuilder, node: SyntaxTreeNode) -> str:
    """The text of a heading, an item or a cell; pictures in it are links."""
    texts = [
        piece if isinstance(piece, str) else as_link(slide, piece, line_of(slide, node))
        for piece in pieces_of(slide, node)
    ]
    text = "".join(texts)
    return text.strip("\n") if slide.dialect.exact else joined(text)


def show_picture(slide: SlideBuilder, picture: Picture, line: int, place: str = "") -> None:
    """Show a picture, in its place or beside the rest; one that cannot be shown is a link."""
    if not place:
        picture, place = slide.dialect.picture(slide, picture, line)
    width = _PERCENT.search(picture.width) or re.fullmatch(r"([1-9]\d?|100)%", picture.width)
    if picture.width and not width:
        slide.remark(line, "not-carried", picture.width)
    percent = int(width[1]) if width else None
    block = slide.named.picture(picture.path, literal_text(picture.alt), picture.title, percent)
    if block is None:
        slide.text(as_link(slide, picture, line))
    elif place:
        slide.beside(block, left=place == "left")
    else:
        slide.add(block)


def as_link(slide: SlideBuilder, picture: Picture, line: int) -> str:
    """A picture that cannot be shown: its words, and where it lies."""
    slide.remark(line, "picture", picture.path)
    alt = literal_text(picture.alt) or picture.path.rpartition("/")[2] or "…"
    if picture.path.startswith(("http://", "https://")):
        return f"[{alt}]({link_target(picture.path)})"
    return f"{alt} ({literal_text(picture.path)})" if picture.path != alt else alt
