"""The blocks of a slide's Markdown, each kind by a reader of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Block, Callout, Code, Quote, Table, Text
from presenter.deck.fields import DIGITS
from presenter.imports.markdown.html import Picture
from presenter.imports.markdown.html_blocks import read_html
from presenter.imports.markdown.inline import MOST_IN_ALL, Piece, on_one_line
from presenter.imports.markdown.lists import (
    LISTS,
    one_line,
    read_list,
    read_terms,
    source_of,
)
from presenter.imports.markdown.media import as_link, read_fence, read_indented, show_picture
from presenter.imports.markdown.slide import Body, SlideBuilder
from presenter.imports.markdown.tables import Grid
from presenter.imports.plain import inline_tokens

Kind = Literal["note", "tip", "warning"]

_ALERT = re.compile(r"\[!([\w-]+)\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(["note", "info", "important", "abstract", "summary", "tldr", "todo"], "note"),
    **dict.fromkeys(["question", "help", "faq", "example", "alert", "admonition"], "note"),
    **dict.fromkeys(["tip", "hint", "success", "check", "done"], "tip"),
    **dict.fromkeys(["warning", "caution", "attention", "danger", "error", "bug"], "warning"),
    **dict.fromkeys(["failure", "fail", "missing"], "warning"),
}
"""Kinds of callouts: GitHub's, Obsidian's, Quarto's, VitePress's; ours is told where it differs."""

_BY = re.compile(r"(?:—+|―|--) ?(?=\S)")
_HEADING_ATTRIBUTES = re.compile(
    r"[ \t]*\{(?:[ \t]*(?:[#.:][^{}]*|-|[\w-]+=[^{}]*))\}[ \t]*$|[ \t]*\{:[^{}]*\}$"
)
_ID = re.compile(r"#([\w-]+)")
_NOTE = re.compile(r"(?:Speaker )?Notes?:")
_ENUMERATED = re.compile(r"(?:\(?(?:[A-Za-z]|[ivxlc]{2,6}|@\w*|\d{1,3})[.)]|#\.)[ \t]+\S")
_DIV_WIDTH = re.compile(r"width[ =:\"']*(\d+(?:\.\d+)?)%")
_MOST_PADDING = 50


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
        slide.warn(slide.line_of(node), "not-carried", node.type)
    else:
        read(slide, node)


def covered(nodes: Sequence[SyntaxTreeNode]) -> Iterator[int]:
    """The lines that leaves of `nodes` cover."""
    for top in nodes:
        for node in top.walk():
            if node.map and node.type not in _CONTAINERS:
                yield from range(node.map[0], max(node.map[1], node.map[0] + 1))


def _is_underlined(node: SyntaxTreeNode) -> bool:
    return node.type == "heading" and node.markup in ("=", "-")


# Headings and paragraphs.


def _heading(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    _show_heading(
        slide,
        source_of(node),
        int(node.tag[1:]),
        slide.line_of(node),
        underlined=_is_underlined(node),
    )


def _show_heading(
    slide: SlideBuilder, source: str, level: int, line: int, *, underlined: bool = False
) -> None:
    exact = slide.dialect.exact
    if not exact and (match := _HEADING_ATTRIBUTES.search(source)):
        source = source[: match.start()]
        _heading_attributes(slide, match[0].strip(), line)
    source = slide.dialect.heading(slide, source, line)
    pieces = slide.inline(source, line)
    pictures: list[Picture] = []
    if not exact:
        pictures = [piece for piece in pieces if isinstance(piece, Picture)]
        if pictures and any(isinstance(piece, str) and piece.strip() for piece in pieces):
            pieces, pictures = [_in_text(slide, piece, line) for piece in pieces], []
    text = one_line(slide, [piece for piece in pieces if piece not in pictures], line)
    if text:
        _place_heading(slide, text, level, underlined=underlined)
    for picture in pictures:
        show_picture(slide, picture, line)


def _in_text(slide: SlideBuilder, piece: Piece, line: int) -> Piece:
    return piece if isinstance(piece, str) else as_link(slide, piece, line)


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
        slide.text(_bold(text))


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


def _bold(text: str) -> str:
    """A heading within a slide, as bold text; as it is where its own marks do not allow that."""
    bold = f"**{text}**"
    if "\n" in text or "*" in text or "_" in text:
        return text
    tokens = [each for each in inline_tokens(bold, {}) if each.nesting or each.content]
    ends = len(tokens) > 2 and tokens[0].type == "strong_open" and tokens[-1].type == "strong_close"
    return bold if ends else text


def _paragraph(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    show_paragraph(slide, source_of(node), slide.line_of(node))


def show_paragraph(slide: SlideBuilder, source: str, line: int) -> None:
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
        elif text := piece if exact else _trimmed(piece):
            slide.text(text)


def _trimmed(text: str) -> str:
    """A text without spaces and hard breaks at its ends."""
    return re.sub(r"^(?:\s|\\\n)+|(?:\s|\\\n)+$", "", text)


# What stands apart: quotes, callouts, `:::` blocks, notes.


def _quote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A quote, or a callout as GitHub writes it: ``> [!NOTE] Title``."""
    if slide.dialect.exact:
        _exact_quote(slide, node)
        return
    children = list(node.children)
    if (
        slide.dialect.quoted_lists_reveal
        and children
        and all(child.type in LISTS for child in children)
    ):
        before, slide.reveals = slide.reveals, not slide.env.get("incremental")
        for child in children:
            read_node(slide, child)
        slide.reveals = before
        return
    kind: Kind | None = None
    first = source_of(children[0]) if children and children[0].type == "paragraph" else ""
    if match := _ALERT.match(first):
        line = slide.line_of(node)
        kind = _kind(slide, match[1], line)
        inline = children[0].children[0].token
        assert inline is not None
        inline.content = first[match.end() :]
    slide.end_paragraphs()
    outer, slide.body = slide.body, Body(exact=False)
    if match and kind and match[3]:
        slide.text(_bold(on_one_line(_text(slide.inline(match[3], line)))))
    slide.enclosures += 1
    for child in children:
        read_node(slide, child)
    slide.enclosures -= 1
    slide.end_paragraphs()
    inner, slide.body = slide.body.blocks, outer
    _enclose(slide, inner, kind, slide.line_of(node))


def _kind(slide: SlideBuilder, name: str, line: int) -> Kind:
    kind = _KINDS.get(name.lower(), "note")
    if kind != name.lower():
        slide.warn(line, "callout-kind", name)
    return kind


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.alt for piece in pieces)


def _enclose(slide: SlideBuilder, inner: Sequence[Block], kind: Kind | None, line: int) -> None:
    """Show what a quote or a callout holds: its texts as such, other blocks between them."""
    if not slide.enclosures and any(not isinstance(block, Text) for block in inner):
        slide.warn(line, "enclosed")
    texts: list[str] = []

    def show() -> None:
        if texts and kind:
            text = "\n\n".join(texts)
            slide.add(Callout(text=text + ("\n" if "\n" in text else ""), kind=kind))
        elif texts:
            _show_quote(slide, "\n\n".join(texts))
        texts.clear()

    for block in inner:
        if isinstance(block, Text):
            texts.append(block.text.rstrip("\n"))
            continue
        show()
        slide.add(block)
    show()


def _show_quote(slide: SlideBuilder, text: str) -> None:
    """A quote; its last line after a dash says whose words they are."""
    before, _, last = text.rstrip("\n").rpartition("\n")
    if match := _BY.match(last):
        by = last[match.end() :]
        before = re.sub(r"[\s\\]+$", "", before)
        if not before:
            slide.text(f"— {by}")
        else:
            slide.add(Quote(text=before + ("\n" if "\n" in before else ""), by=by))
    else:
        slide.add(Quote(text=text + ("\n" if "\n" in text else "")))


def _exact_quote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A quote or callout of our own export: paragraphs, to the letter."""
    texts = [source_of(child) for child in node.children if child.type == "paragraph"]
    others = [child for child in node.children if child.type != "paragraph"]
    match = _ALERT.match(texts[0]) if texts else None
    kind = _KINDS.get(match[1].lower()) if match and not match[3] else None
    if match and kind:
        texts[0] = texts[0][match.end() :]
    texts = [each for each in texts if each]
    if texts and kind:
        slide.add(Callout(text="\n\n".join(texts), kind=kind))
    elif texts:
        by = ""
        before, _, last = texts[-1].rpartition("\n")
        if found := _BY.match(last):
            by = last[found.end() :]
            texts[-1:] = [before] if before else []
        if texts:
            slide.add(Quote(text="\n\n".join(texts), by=by))
        else:
            slide.text(f"— {by}")
    for child in others:
        read_node(slide, child)


def _div(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A line that opens a ``:::`` block, or closes one."""
    line, info = slide.line_of(node), node.info
    if not info:
        if not slide.close_div():
            slide.warn(line, "not-carried", node.content)
        return
    words = re.findall(r"[\w-]+", info)
    names = [word.lower() for word in words]
    name = names[0] if names else ""
    callout = name.removeprefix("callout-")
    if "columns" in names or "left-column" in names or "right-column" in names:
        _open_columns(slide, names, info, line)
    elif "column" in names and slide.body.has_columns:
        slide.end_paragraphs()
        width = _DIV_WIDTH.search(info)
        slide.body.add_column(_share(width[1]) if width else 1.0)
        slide.open_div(lambda: None)
        _tell_rest(slide, info, line, {"column", "width"})
    elif "incremental" in names or "nonincremental" in names or "build" in names:
        before = slide.reveals
        slide.reveals = "nonincremental" not in names
        slide.open_div(partial(setattr, slide, "reveals", before))
        _tell_rest(slide, info, line, {"incremental", "nonincremental", "build"})
    elif "fragment" in names:
        slide.pause()
        slide.open_div(lambda: None)
        _tell_rest(slide, info, line, {"fragment"})
    elif callout in _KINDS:
        _open_callout(slide, callout, info, line)
    else:
        slide.warn(line, "div", info)
        slide.open_div(lambda: None)


def _tell_rest(slide: SlideBuilder, info: str, line: int, known: set[str]) -> None:
    """Tell what a block's line says beside what is carried over."""
    if set(re.findall(r"[A-Za-z][\w-]*", info)) - known:
        slide.warn(line, "div", info)


def _share(percent: str) -> float:
    share = float(percent)
    return share / 10 if 0 < share <= 1000 else 1.0


def _open_columns(slide: SlideBuilder, names: list[str], info: str, line: int) -> None:
    """Pandoc's ``::: columns``, or one of remark's two columns."""
    if "columns" in names:
        if slide.body.has_columns:
            slide.warn(line, "div", info)
            slide.open_div(lambda: None)
            return
        slide.begin_columns([])
        slide.open_div(slide.end_columns)
        _tell_rest(slide, info, line, {"columns"})
        return
    right = "right-column" in names
    if not slide.body.has_columns:
        slide.begin_columns([1, 1])
    slide.column(int(right), line)
    slide.open_div(slide.end_columns if right else lambda: None)


def _open_callout(slide: SlideBuilder, name: str, info: str, line: int) -> None:
    """``::: tip Title``, Quarto's ``::: {.callout-tip title="…"}``, ``:::note[Title]``."""
    kind = _kind(slide, name, line)
    slide.end_paragraphs()
    outer, slide.body = slide.body, Body(exact=False)

    def close() -> None:
        inner, slide.body = slide.body.blocks, outer
        _enclose(slide, inner, kind, line)

    slide.open_div(close)
    title = re.search(r"title=\"([^\"]*)\"|\[([^\]]*)\]", info)
    said = title[1] or title[2] if title else ""
    if not title and not info.startswith("{"):
        said = info[len(info.split()[0]) :].strip() if len(info.split()) > 1 else ""
    if said:
        slide.text(_bold(on_one_line(_text(slide.inline(said, line)))))
        slide.end_paragraphs()
    if info.startswith("{") and re.search(r"=", info.replace(title[0], "") if title else info):
        slide.warn(line, "div", info)


def _notes(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.end_paragraphs()
    slide.note(node.content)


# Tables, formulas, rules.


def _table(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A table. A header without a word is none, but in an exact deck."""
    grid: Grid = node.meta["grid"]
    line = slide.line_of(node)
    if grid.drawing:
        slide.warn(line, "table-drawn")
        slide.add(Code(source="\n".join(grid.drawing)))
    else:
        _show_table(slide, grid, line)
    if caption := grid.caption:
        slide.end_paragraphs()
        if match := _HEADING_ATTRIBUTES.search(caption):
            slide.warn(line, "attributes", match[0].strip())
            caption = caption[: match.start()]
        show_paragraph(slide, caption, line)


def _show_table(slide: SlideBuilder, grid: Grid, line: int) -> None:
    exact = slide.dialect.exact

    def cells(row: Sequence[str], at: int) -> tuple[str, ...]:
        return tuple(one_line(slide, slide.inline(each, at), at) if each else "" for each in row)

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
    aligns = grid.aligns
    if exact:
        while aligns and aligns[-1] is None:
            aligns = aligns[:-1]
    elif not any(aligns):
        aligns = []
    if not body and not header:
        return
    slide.add(
        Table(rows=tuple(body), header=header, align=tuple(each or "left" for each in aligns))
    )


def _math(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    line = slide.line_of(node)
    if node.content.strip():
        slide.warn(line, "formula", node.content)
        slide.add(Code(source=node.content.rstrip("\n"), language="latex"))
    else:
        slide.warn(line, "empty-code", "$$")


def _rule(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.end_paragraphs()
    slide.warn(slide.line_of(node), "rule")


def _nothing(slide: SlideBuilder, node: SyntaxTreeNode) -> None:  # noqa: ARG001
    """What is shown elsewhere: the text of a footnote, where it is referred to."""
    slide.end_paragraphs()


def _list(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    read_list(slide, node, partial(read_node, slide))


def _terms(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    read_terms(slide, node, partial(read_node, slide))


def _html(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    slide.env["tags"] = slide.env.get("tags", 0) + node.content.count("<")
    if slide.env["tags"] > MOST_IN_ALL:
        slide.warn(slide.line_of(node), "too-long")
        slide.add(Code(source=node.content.rstrip("\n")))
        return
    read_html(slide, node, partial(show_paragraph, slide), partial(_show_heading, slide))


_CONTAINERS = frozenset([*LISTS, "list_item", "blockquote", "dl", "dd"])

_READERS: dict[str, Callable[[SlideBuilder, SyntaxTreeNode], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "dl": _terms,
    "blockquote": _quote,
    "grid": _table,
    "fence": read_fence,
    "code_block": read_indented,
    "html_block": _html,
    "div": _div,
    "notes": _notes,
    "math": _math,
    "footnote": _nothing,
    "hr": _rule,
}
