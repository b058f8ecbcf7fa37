"""Blocks of HTML: their words are paragraphs, their pictures, headings and comments are read."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.tree import SyntaxTreeNode

from presenter.imports.markdown.html import Event, events, picture_of
from presenter.imports.markdown.media import show_code, show_picture
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.plain import literal_text

ShowText = Callable[[str, int], None]
Heading = Callable[[str, int, int], None]
"""Shows a heading: its source, its level and its line."""

_INLINE_TAGS = re.compile(
    r"a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span"
    r"|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_HEADING = re.compile(r"h([1-6])")


def read_html(
    slide: SlideBuilder, node: SyntaxTreeNode, show_text: ShowText, show_heading: Heading
) -> None:
    """A block of HTML. What is running text in it, tags and all, goes to `show_text`."""
    reader = _Reader(slide, slide.line_of(node), show_text, show_heading)
    for event in events(node.content):
        reader.take(event)
    reader.flush()


class _Reader:
    """Parts a block's running text from what stands between."""

    def __init__(
        self, slide: SlideBuilder, line: int, show_text: ShowText, show_heading: Heading
    ) -> None:
        self._slide = slide
        self._line = line
        self._show_text = show_text
        self._show_heading = show_heading
        self._said: list[tuple[str, int]] = []
        self._heading = 0
        self._pre: list[str] | None = None

    def take(self, event: Event) -> None:
        """Read what comes next."""
        line = self._line + event.line
        if self._pre is not None:
            if event.kind == "end" and event.name == "pre":
                show_code(self._slide, "".join(self._pre).strip("\n"), "", line)
                self._pre = None
            elif event.kind in ("text", "silent", "comment"):
                self._pre.append(event.text)
            elif event.kind == "break":
                self._pre.append("\n")
            elif event.kind != "end" and (event.name != "code" or event.attributes):
                self._slide.tag(event, line)
            return
        if event.kind == "text":
            self._said.append((literal_text(event.text), line))
        elif _INLINE_TAGS.fullmatch(event.name) and event.kind != "comment":
            if event.kind == "image" and not self._within_link():
                self.flush()
                show_picture(self._slide, picture_of(event), line)
            else:
                self._said.append((event.text, line))
        else:
            self._between(event, line)

    def _between(self, event: Event, line: int) -> None:
        """Something that parts paragraphs."""
        slide = self._slide
        self.flush()
        match event.kind:
            case "comment":
                slide.comment(event.text, line)
            case "silent" if event.text.strip():
                slide.warn(line, "silent", event.text)
            case "tag" if event.name == "pre":
                self._pre = []
                if event.attributes:
                    slide.tag(event, line)
            case "tag" if match := _HEADING.fullmatch(event.name):
                self._heading = int(match[1])
                if event.attributes:
                    slide.tag(event, line)
            case "tag" if event.name not in ("style", "script") or event.attributes:
                slide.tag(event, line)

    def _within_link(self) -> bool:
        texts = [text.lower() for text, _ in self._said]
        opened = sum(text.startswith(("<a ", "<a>")) for text in texts)
        return opened > texts.count("</a>")

    def flush(self) -> None:
        """Show the words read so far as paragraphs."""
        if self._pre is not None:
            show_code(self._slide, "".join(self._pre).strip("\n"), "", self._line)
            self._pre = None
        said, self._said = self._said, []
        level, self._heading = self._heading, 0
        text = "".join(each for each, _ in said)
        if not text.strip():
            return
        line = said[0][1] + text[: len(text) - len(text.lstrip())].count("\n")
        for paragraph in re.split(r"\n[ \t]*\n", text.strip()):
            lines = [each.strip() for each in paragraph.split("\n")]
            words = "\n".join(filter(None, lines))
            if words and level:
                self._show_heading(words, level, line)
            elif words:
                self._show_text(words, line)
            line += len(lines) + 1
