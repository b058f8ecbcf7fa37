"""The blocks of a slide's Markdown, each kind by a reader of its own; `containers` has the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import dedent

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Code, Table
from presenter.deck.fields import DIGITS
from presenter.imports.markdown.containers import (
    LISTS,
    bold,
    in_one_line,
    one_line,
    read_div,
    read_list,
    read_quote,
    read_terms,
    source_of,
)
from presenter.imports.markdown.html import Event, Picture, events, picture_of
from presenter.imports.markdown.inline import MOST_IN_ALL
from presenter.imports.markdown.media import as_link, read_fence, show_code, show_picture
from presenter.imports.markdown.slide import SlideBuilder
from presenter.imports.markdown.tables import Grid
from presenter.imports.plain import literal_text


def read_nodes(slide: SlideBuilder, nodes: Sequence[SyntaxTreeNode]) -> None:
    """Read the slide's top nodes."""
    slide.underlined_title = slide.dialect.setext_titles and any(map(_is_underlined, nodes))
    for node in nodes:
        slide.read(node)


def covered(nodes: Sequence[SyntaxTreeNode]) -> Iterator[int]:
    """The lines that leaves of `nodes` cover."""
    for top in nodes:
        for node in top.walk():
            if node.map and node.type not in _CONTAINERS:
                yield from range(node.map[0], max(node.map[1], node.map[0] + 1))


# Headings.

_ATTRIBUTES = re.compile(
    r"[ \t]*\{(?:[ \t]*(?:[#.:][^{}]*|-|[\w-]+=[^{}]*))\}[ \t]*$|[ \t]*\{:[^{}]*\}$"
)
_ID = re.compile(r"#([\w-]+)")


def _heading(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    level, line = int(node.tag[1:]), slide.line_of(node)
    _show_heading(slide, source_of(node), level, line, underlined=_is_underlined(node))


def _is_underlined(node: SyntaxTreeNode) -> bool:
    return node.type == "heading" and node.markup in ("=", "-")


def _show_heading(
    slide: SlideBuilder, source: str, level: int, line: int, *, underlined: bool = False
) -> None:
    exact = slide.dialect.exact
    if not exact and (match := _ATTRIBUTES.search(source)):
        source = source[: match.start()]
        _heading_attributes(slide, match[0].strip(), line)
    pieces = slide.inline(slide.dialect.heading(slide, source, line), line)
    pictures = [piece for piece in pieces if isinstance(piece, Picture)]
    if exact or any(isinstance(piece, str) and piece.strip() for piece in pieces):
        # Pictures within the words of a heading are links.
        pieces = [each if isinstance(each, str) else as_link(slide, each, line) for each in pieces]
        pictures = []
    else:
        pieces = []
    if text := in_one_line(slide, pieces, line):
        _place_heading(slide, text, level, underlined=underlined)
    for picture in pictures:
        show_picture(slide, picture, line)


def _place_heading(slide: SlideBuilder, text: str, level: int, *, underlined: bool) -> None:
    """A heading as the slide's title, its subtitle, or bold text within it."""
    own, bare = slide.slide, slide.is_bare
    may_be_title = underlined if slide.underlined_title else bare or not slide.dialect.exact
    if may_be_title and not own.title:
        slide.set(title=text)
        slide.title_level = level
    elif bare and 0 < slide.title_level < level and not own.subtitle:
        slide.set(subtitle=text)
    else:
        slide.text(bold(text))


def _heading_attributes(slide: SlideBuilder, said: str, line: int) -> None:
    """Pandoc's attributes of a heading: its identifier is the slide's, others are told."""
    rest = said
    match = _ID.search(said)
    if match and not slide.slide.title and not re.fullmatch(DIGITS, match[1]):
        slide.set(id=match[1])
        rest = said.replace(match[0], "", 1)
    if re.search(r"visibility=\"?hidden", said):
        slide.set(hidden=True)
        rest = re.sub(r"visibility=\"?hidden\"?", "", rest)
    if re.search(r"\w", rest):
        slide.warn(line, "attributes", re.sub(r"\{\s+", "{", " ".join(rest.split())))


# Paragraphs.

_NOTE = re.compile(r"(?:Speaker )?Notes?:")
_ENUMERATED = re.compile(r"(?:\(?(?:[A-Za-z]|[ivxlc]{2,6}|@\w*|\d{1,3})[.)]|#\.)[ \t]+\S")


def _paragraph(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    _show_paragraph(slide, source_of(node), slide.line_of(node))


def _show_paragraph(slide: SlideBuilder, source: str, line: int) -> None:
    """Show a paragraph: its texts, and the pictures between them."""
    exact = slide.dialect.exact
    if slide.dialect.paragraph(slide, source, line):
        return
    if not exact and _NOTE.match(source):
        slide.warn(line, "note-shown", source)
    lines = source.split("\n")
    if not exact and len(lines) > 1:
        # Pandoc's lists and lines of verse, which are no lists to anybody else.
        if slide.dialect.quoted_lists_reveal and all(each.startswith("| ") for each in lines):
            source = "\\\n".join(each[2:].strip() for each in lines)
        elif all(map(_ENUMERATED.match, lines)):
            source = "\\\n".join(lines)
    pieces = slide.inline(source, line)
    for piece in pieces:
        if isinstance(piece, Picture):
            if slide.dialect.captions and len(pieces) == 1 and not piece.title:
                piece = piece._replace(title=piece.alt)
            show_picture(slide, piece, line)
        elif text := piece if exact else re.sub(r"^(?:\s|\\\n)+|(?:\s|\\\n)+$", "", piece):
            slide.text(text)


# HTML: its words are paragraphs; its pictures, headings and comments are read.

_INLINE_TAGS = re.compile(
    r"a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span"
    r"|strike|strong|sub|sup|time|tt|u|var|wbr"
)


def _html(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.env["tags"] = slide.env.get("tags", 0) + node.content.count("<")
    if slide.env["tags"] > MOST_IN_ALL:
        slide.warn(slide.line_of(node), "too-long")
        slide.add(Code(source=node.content.rstrip("\n")))
        return
    reader = _HtmlReader(slide, slide.line_of(node))
    for event in events(node.content):
        reader.take(event, slide.line_of(node) + event.line)
    reader.flush()


class _HtmlReader:
    """Parts the running text of a block from what stands between."""

    def __init__(self, slide: SlideBuilder, line: int) -> None:
        self._slide = slide
        self._line = line
        self._said: list[tuple[str, int]] = []
        self._heading = 0
        self._pre: list[str] | None = None

    def take(self, event: Event, line: int) -> None:
        """Read what comes next."""
        slide = self._slide
        if self._pre is not None:
            self._take_code(self._pre, event, line)
        elif event.kind == "text":
            self._said.append((literal_text(event.text), line))
        elif _INLINE_TAGS.fullmatch(event.name) and event.kind != "comment":
            if event.kind == "image" and not self._within_link():
                self.flush()
                show_picture(slide, picture_of(event), line)
            else:
                self._said.append((event.text, line))
        else:
            self.flush()
            if event.kind == "comment":
                slide.comment(event.text, line)
            elif event.kind == "silent" and event.text.strip():
                slide.warn(line, "silent", event.text)
            elif event.kind == "tag":
                self._take_tag(event, line)

    def _take_tag(self, event: Event, line: int) -> None:
        """A tag that parts paragraphs."""
        is_read = event.name in ("pre", "style", "script")
        if event.name == "pre":
            self._pre = []
        elif re.fullmatch("h[1-6]", event.name):
            self._heading, is_read = int(event.name[1]), True
        if event.attributes or not is_read:
            self._slide.tag(event, line)

    def _take_code(self, source: list[str], event: Event, line: int) -> None:
        if event.kind == "end" and event.name == "pre":
            self._show_code(line)
        elif event.kind in ("text", "silent", "comment"):
            source.append(event.text)
        elif event.kind == "break":
            source.append("\n")
        elif event.kind != "end" and (event.name != "code" or event.attributes):
            self._slide.tag(event, line)

    def _show_code(self, line: int) -> None:
        source, self._pre = "".join(self._pre or ()).strip("\n"), None
        show_code(self._slide, source, "", line)

    def _within_link(self) -> bool:
        texts = [text.lower() for text, _ in self._said]
        opened = sum(text.startswith(("<a ", "<a>")) for text in texts)
        return opened > texts.count("</a>")

    def flush(self) -> None:
        """Show the words read so far as paragraphs."""
        if self._pre is not None:
            self._show_code(self._line)
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
                _show_heading(self._slide, words, level, line)
            elif words:
                _show_paragraph(self._slide, words, line)
            line += len(lines) + 1


# Tables.

_MOST_PADDING = 50
"""A table with longer rows keeps them as they are."""


def _table(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    grid: Grid = node.meta["grid"]
    line = slide.line_of(node)
    if grid.drawing:
        slide.warn(line, "table-drawn")
        slide.add(Code(source="\n".join(grid.drawing)))
    else:
        _show_table(slide, grid, line)
    if caption := grid.caption:
        slide.end_paragraphs()
        if match := _ATTRIBUTES.search(caption):
            slide.warn(line, "attributes", match[0].strip())
            caption = caption[: match.start()]
        _show_paragraph(slide, caption, line)


def _show_table(slide: SlideBuilder, grid: Grid, line: int) -> None:
    """A table. A header without a word is none, but in an exact deck."""
    exact = slide.dialect.exact

    def cells(row: Sequence[str], at: int) -> tuple[str, ...]:
        return tuple(one_line(slide, each, at) if each else "" for each in row)

    header = cells(grid.header, line)
    body = [cells(row, line + number) for number, row in grid.rows]
    width = max([len(header), *map(len, body)])
    if header and width > len(header):
        first = next(number for number, row in grid.rows if len(row) > len(header))
        slide.warn(line + first, "surplus-cells")
    if width <= _MOST_PADDING:
        body = [row + ("",) * (width - len(row)) for row in body]
    if header and (exact or any(header)):
        header += ("",) * (width - len(header))
    elif not exact:
        header = ()
    aligns = grid.aligns if exact or any(grid.aligns) else []
    while exact and aligns and aligns[-1] is None:
        aligns = aligns[:-1]
    if body or header:
        align = tuple(each or "left" for each in aligns)
        slide.add(Table(rows=tuple(body), header=header, align=align))


# Others.


def _indented_code(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """Indented code; a margin that all of its lines share is no part of it."""
    show_code(slide, dedent(node.content), "", slide.line_of(node))


def _math(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    line = slide.line_of(node)
    if node.content.strip():
        slide.warn(line, "formula", node.content)
        slide.add(Code(source=node.content.rstrip("\n"), language="latex"))
    else:
        slide.warn(line, "empty-code", "$$")


def _notes(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.end_paragraphs()
    slide.note(node.content)


def _rule(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.end_paragraphs()
    slide.warn(slide.line_of(node), "rule")


def _footnote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:  # noqa: ARG001
    """The text of a footnote, which is shown where it is referred to."""
    slide.end_paragraphs()


_CONTAINERS = frozenset([*LISTS, "list_item", "blockquote", "dl", "dd"])

READERS: dict[str, Callable[[SlideBuilder, SyntaxTreeNode], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": read_list,
    "ordered_list": read_list,
    "dl": read_terms,
    "blockquote": read_quote,
    "grid": _table,
    "fence": read_fence,
    "code_block": _indented_code,
    "html_block": _html,
    "div": read_div,
    "notes": _notes,
    "math": _math,
    "footnote": _footnote,
    "hr": _rule,
}
"""The reader of each kind of node."""
