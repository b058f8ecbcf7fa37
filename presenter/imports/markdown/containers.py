"""What holds other blocks: lists, quotes, callouts, and the ``:::`` blocks of several tools.

What an outline's item or quote cannot hold follows it, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Block, Bullets, Callout, Item, Numbers, Quote, Text
from presenter.imports.markdown.html import events
from presenter.imports.markdown.inline import Piece, on_one_line
from presenter.imports.markdown.media import as_link, image_of
from presenter.imports.markdown.slide import Body, SlideBuilder
from presenter.imports.plain import inline_tokens

LISTS = ("bullet_list", "ordered_list")

Aside = list[SyntaxTreeNode | Block]
"""What is in an item and is no text: it follows the list."""


# Running text on one line.


def source_of(node: SyntaxTreeNode) -> str:
    """The inline Markdown of a paragraph as it is written."""
    return node.children[0].content if node.children else ""


def one_line(slide: SlideBuilder, source: str, line: int) -> str:
    """The text of a heading or a cell; pictures in it are links."""
    return in_one_line(slide, slide.inline(source, line), line)


def in_one_line(slide: SlideBuilder, pieces: Sequence[Piece], line: int) -> str:
    """Pieces of one text without its soft breaks; pictures in it are links."""
    text = "".join(each if isinstance(each, str) else as_link(slide, each, line) for each in pieces)
    return text.strip("\n") if slide.dialect.exact else on_one_line(text)


def bold(text: str) -> str:
    """`text` in bold; as it is where its own marks do not allow that."""
    made = f"**{text}**"
    if "\n" in text or "*" in text or "_" in text:
        return text
    tokens = [each for each in inline_tokens(made, {}) if each.nesting or each.content]
    ends = len(tokens) > 2 and tokens[0].type == "strong_open" and tokens[-1].type == "strong_close"
    return made if ends else text


# Lists.


def read_list(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A list; what is shown and is no item parts it in two."""
    line = slide.line_of(node)
    numbered = node.type == "ordered_list"
    reveal = True if node.markup and node.markup in slide.dialect.revealing else slide.reveals
    items: list[Item] = []
    shown_before = False

    def show() -> None:
        nonlocal shown_before
        if not items:
            return
        if shown_before and numbered:
            slide.warn(line, "numbering")
        shown_before = True
        slide.add((Numbers if numbered else Bullets)(items=tuple(items), reveal=reveal))
        items.clear()

    for each in node.walk() if not slide.dialect.exact else [node]:
        if each.type in LISTS:
            _warn_of_numbers(slide, each, node.type)
    for child in node.children:
        aside: Aside = []
        if item := _read_item(slide, child, aside, nested=False):
            items.append(item)
        if not all(map(_is_comment, aside)):
            show()
        _show_aside(slide, aside)
    show()


def read_terms(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A list of terms: each with the paragraphs and lists of its definitions as items under it."""
    items: list[Item] = []
    aside: Aside = []
    for child in node.children:
        if child.type == "dt":
            items.append(Item(one_line(slide, source_of(child), slide.line_of(child))))
            continue
        own: list[Item] = []
        for each in child.children:
            if each.type == "paragraph":
                if said := one_line(slide, source_of(each), slide.line_of(each)):
                    own.append(Item(said))
            elif each.type not in LISTS:
                aside.append(each)
            elif own:
                own[-1] = Item(own[-1].text, own[-1].items + _items_of(slide, each, aside))
            else:
                own += _items_of(slide, each, aside)
        items[-1] = Item(items[-1].text, (*items[-1].items, *own))
    slide.add(Bullets(items=tuple(items), reveal=slide.reveals))
    if aside:
        slide.warn(slide.line_of(node), "moved")
    _show_aside(slide, aside)


def _show_aside(slide: SlideBuilder, aside: Aside) -> None:
    for each in aside:
        if isinstance(each, Block):
            slide.add(each)
        else:
            slide.read(each)


def _warn_of_numbers(slide: SlideBuilder, node: SyntaxTreeNode, outer: str) -> None:
    """Warn of a list within one of another kind, and of one that does not begin with 1."""
    if node.type != outer:
        slide.warn(slide.line_of(node), "mixed-list")
    start = int(str(node.attrs.get("start", 1)))
    if node.type == "ordered_list" and start != 1:
        slide.warn(slide.line_of(node), "numbering-from", str(start))


def _items_of(slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside) -> tuple[Item, ...]:
    """The items of a list within an item."""
    items = (_read_item(slide, each, aside, nested=True) for each in node.children)
    return tuple(item for item in items if item)


def _read_item(
    slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside, *, nested: bool
) -> Item | None:
    """The item in `node`; None if it has neither text nor items.

    Its first paragraph is its text; further ones are lines of it, or items under it behind others,
    as are those of lists in it. Whatever else is in it goes to `aside`.
    """
    text = ""
    under: list[Item] = []
    for child in node.children:
        if child.type in LISTS:
            under += _items_of(slide, child, aside)
        elif child.type not in ("paragraph", "heading"):
            aside.append(child)
        elif said := _item_text(slide, child, aside):
            if (text or under or nested) and not all(map(_is_comment, aside)):
                slide.warn(slide.line_of(child), "moved")
            if under:
                slide.warn(slide.line_of(child), "item-paragraph")
                under.append(Item(said))
            elif text and slide.dialect.exact:
                under.append(Item(said))
            else:
                text = f"{text}\\\n{said}" if text else said
    if under and not text:
        text = "…"
    return Item(text, tuple(under)) if text else None


def _item_text(slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside) -> str:
    """The text of a paragraph in an item; pictures that can be shown go to `aside`."""
    line = slide.line_of(node)
    kept: list[Piece] = []
    for piece in slide.inline(source_of(node), line):
        image = None
        if not isinstance(piece, str) and not slide.dialect.exact:
            image = image_of(slide, piece, line)
        if image:
            aside.append(image)
        else:
            kept.append(piece)
    return in_one_line(slide, kept, line)


def _is_comment(node: SyntaxTreeNode | Block) -> bool:
    """Whether `node` is HTML of which nothing is shown."""
    return (
        isinstance(node, SyntaxTreeNode)
        and node.type == "html_block"
        and all(each.kind == "comment" or not each.text.strip() for each in events(node.content))
    )


# Quotes and callouts.

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


def read_quote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A quote, or a callout as GitHub writes it: ``> [!NOTE] Title``."""
    if slide.dialect.exact:
        _read_exact_quote(slide, node)
        return
    children, line = node.children, slide.line_of(node)
    only_lists = bool(children) and all(child.type in LISTS for child in children)
    if slide.dialect.quoted_lists_reveal and only_lists:
        before, slide.reveals = slide.reveals, not slide.env.get("incremental")
        for child in children:
            slide.read(child)
        slide.reveals = before
        return
    first = source_of(children[0]) if children and children[0].type == "paragraph" else ""
    match = _ALERT.match(first)
    kind = _kind(slide, match[1], line) if match else None
    if match and (inline := children[0].children[0].token):
        inline.content = first[match.end() :]
    close = _open(slide, kind, line, match[3] if match else "")
    slide.enclosures += 1
    for child in children:
        slide.read(child)
    slide.enclosures -= 1
    close()


def _open(slide: SlideBuilder, kind: Kind | None, line: int, title: str) -> Callable[[], None]:
    """Open a quote, or a callout of a `kind` with a `title`; what closes it."""
    slide.end_paragraphs()
    outer, slide.body = slide.body, Body()
    if title:
        slide.text(bold(one_line(slide, title, line)))

    def close() -> None:
        slide.end_paragraphs()
        inner, slide.body = slide.body.content, outer
        _enclose(slide, inner, kind, line)

    return close


def _kind(slide: SlideBuilder, name: str, line: int) -> Kind:
    kind = _KINDS.get(name.lower(), "note")
    if kind != name.lower():
        slide.warn(line, "callout-kind", name)
    return kind


def _enclose(slide: SlideBuilder, inner: Sequence[Block], kind: Kind | None, line: int) -> None:
    """Show what a quote or a callout holds: its texts as such, other blocks between them."""
    if not slide.enclosures and any(not isinstance(block, Text) for block in inner):
        slide.warn(line, "enclosed")
    texts: list[str] = []

    def show() -> None:
        text = "\n\n".join(texts)
        if texts and kind:
            slide.add(Callout(text=_ended(text), kind=kind))
        elif texts:
            _show_quote(slide, text)
        texts.clear()

    for block in inner:
        if isinstance(block, Text):
            texts.append(block.text.rstrip("\n"))
            continue
        show()
        slide.add(block)
    show()


def _ended(text: str) -> str:
    return text + "\n" if "\n" in text else text


def _show_quote(slide: SlideBuilder, text: str) -> None:
    """A quote; its last line after a dash says whose words they are."""
    before, _, last = text.rstrip("\n").rpartition("\n")
    match = _BY.match(last)
    before = re.sub(r"[\s\\]+$", "", before)
    if match is None:
        slide.add(Quote(text=_ended(text)))
    elif before:
        slide.add(Quote(text=_ended(before), by=last[match.end() :]))
    else:
        slide.text(f"— {last[match.end() :]}")


def _read_exact_quote(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A quote or callout of our own export: paragraphs, to the letter."""
    texts = [source_of(child) for child in node.children if child.type == "paragraph"]
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
    for child in node.children:
        if child.type != "paragraph":
            slide.read(child)


# `:::` blocks.

_DIV_WIDTH = re.compile(r"width[ =:\"']*(\d+(?:\.\d+)?)%")
_DIV_TITLE = re.compile(r"title=\"([^\"]*)\"|\[([^\]]*)\]")


def read_div(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    """A line that opens a ``:::`` block, or closes one."""
    line, info = slide.line_of(node), node.info
    if not info:
        if not slide.close_div():
            slide.warn(line, "not-carried", node.content)
        return
    names = [word.lower() for word in re.findall(r"[\w-]+", info)]
    callout = names[0].removeprefix("callout-") if names else ""
    known: set[str] | None = None
    close: Callable[[], None] = slide.end_paragraphs
    if "columns" in names and slide.body.columns is None:
        slide.begin_columns([])
        close, known = slide.end_columns, {"columns"}
    elif "column" in names and slide.body.columns is not None:
        slide.end_paragraphs()
        slide.body.add_column(_share(info))
        known = {"column", "width"}
    elif "left-column" in names or "right-column" in names:  # remark
        right = "right-column" in names
        if slide.body.columns is None:
            slide.begin_columns([1, 1])
        slide.column(int(right), line)
        close, known = slide.end_columns if right else close, set(names)
    elif known_reveals := {"incremental", "nonincremental", "build"} & set(names):
        close = partial(setattr, slide, "reveals", slide.reveals)
        slide.reveals = "nonincremental" not in names
        known = known_reveals
    elif "fragment" in names:
        slide.pause()
        known = {"fragment"}
    elif callout in _KINDS:
        _open_callout(slide, callout, info, line)
        return
    if known is None or set(re.findall(r"[A-Za-z][\w-]*", info)) - known:
        slide.warn(line, "div", info)
    slide.open_div(close)


def _share(info: str) -> float:
    """The share of a column, of ten; 1 if it does not say it."""
    found = _DIV_WIDTH.search(info)
    share = float(found[1]) if found else 0
    return share / 10 if 0 < share <= 1000 else 1.0


def _open_callout(slide: SlideBuilder, name: str, info: str, line: int) -> None:
    """``::: tip Title``, Quarto's ``::: {.callout-tip title="…"}``, ``:::note[Title]``."""
    title = _DIV_TITLE.search(info)
    said = title[1] or title[2] if title else ""
    if not title and not info.startswith("{"):
        said = "".join(info.split(maxsplit=1)[1:])
    slide.open_div(_open(slide, _kind(slide, name, line), line, said or ""))
    slide.end_paragraphs()
    if info.startswith("{") and "=" in (info.replace(title[0], "") if title else info):
        slide.warn(line, "div", info)
