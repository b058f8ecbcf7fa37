"""Blocks of HTML: their words are paragraphs, their pictures and comments are read."""

from __future__ import annotations

import re

from markdown_it.tree import SyntaxTreeNode

from presenter.imports.markdown.html import Event, events
from presenter.imports.markdown.inline import inline_mark, picture_of
from presenter.imports.markdown.running_text import line_of, show_picture
from presenter.imports.markdown.slide_builder import SlideBuilder
from presenter.imports.plain import literal_text

_INLINE_TAGS = re.compile(
    r"a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    r"|strike|strong|sub|sup|time|u|var"
)
_BLANK_LINK = re.compile(r"\[\s*\]\((\S+)\)")


def read_html(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A block of HTML."""
    line = line_of(slide, node)
    said: list[str] = []
    links: list[str] = []
    for event in events(node.content):
        at = line + event.line
        if event.kind in ("text", "break"):
            said.append(literal_text(event.text) if event.kind == "text" else "\n")
        elif event.kind in ("tag", "end") and _INLINE_TAGS.fullmatch(event.name):
            said.append(inline_mark(event, links))
            if event.kind == "tag" and not said[-1]:
                slide.tag(event, at)
        elif links and event.kind in ("tag", "end"):
            if event.kind == "tag":
                slide.tag(event, at)
        else:
            _show_words(slide, said)
            _part(slide, event, at)
    _show_words(slide, [*said, *links])


def is_comment(node: SyntaxTreeNode) -> bool:
    """Whether `node` is HTML of which nothing is shown."""
    return node.type == "html_block" and all(
        event.kind == "comment" or not event.text.strip() for event in events(node.content)
    )


def _part(slide: SlideBuilder, event: Event, line: int) -> None:
    """Something in HTML that parts paragraphs."""
    match event.kind:
        case "comment":
            slide.comment(event.text, line)
        case "image":
            show_picture(slide, picture_of(event), line)
        case "silent" if event.text.strip():
            slide.remark(line, "silent", event.text)
        case "tag" if event.name != "style" and (event.name, event.attributes) != ("script", {}):
            slide.tag(event, line)


def _show_words(slide: SlideBuilder, said: list[str]) -> None:
    """Show the words found between tags, as paragraphs; `said` is empty then."""
    text = _BLANK_LINK.sub(r"<\1>", "".join(said))
    said.clear()
    for paragraph in re.split(r"\n\s*\n", text):
        if words := "\n".join(filter(None, map(str.strip, paragraph.split("\n")))):
            slide.text(words)
