"""Lists: items with the items under them; what an outline's item cannot hold follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Block, Bullets, Item, Numbers
from presenter.imports.markdown.html import events
from presenter.imports.markdown.inline import Piece, on_one_line
from presenter.imports.markdown.media import as_link, image_of
from presenter.imports.markdown.slide import SlideBuilder

LISTS = ("bullet_list", "ordered_list")

ReadOther = Callable[[SyntaxTreeNode], None]
Aside = list[SyntaxTreeNode | Block]
"""What is in an item and is no text: it follows the list."""


def read_list(slide: SlideBuilder, node: SyntaxTreeNode, read_other: ReadOther) -> None:
    """A list. What is shown and is no item goes to `read_other`, and parts the list in two."""
    line = slide.line_of(node)
    numbered = node.type == "ordered_list"
    kind = Numbers if numbered else Bullets
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
        slide.add(kind(items=tuple(items), reveal=reveal))
        items.clear()

    if not slide.dialect.exact:
        for each in _inner_lists(node):
            if each.type != node.type:
                slide.warn(slide.line_of(each), "mixed-list")
            _tell_start(slide, each)
    _tell_start(slide, node)
    for child in node.children:
        others: Aside = []
        item = _read_item(slide, child, others, nested=False)
        if item is not None:
            items.append(item)
        if not all(isinstance(each, SyntaxTreeNode) and is_comment(each) for each in others):
            show()
        show_aside(slide, others, read_other)
    show()


def show_aside(slide: SlideBuilder, others: Aside, read_other: ReadOther) -> None:
    """Show what an item could not hold."""
    for each in others:
        if isinstance(each, Block):
            slide.add(each)
        else:
            read_other(each)


def _tell_start(slide: SlideBuilder, node: SyntaxTreeNode) -> None:
    start = int(str(node.attrs.get("start", 1)))
    if node.type == "ordered_list" and start != 1:
        slide.warn(slide.line_of(node), "numbering-from", str(start))


def _read_item(
    slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside, *, nested: bool
) -> Item | None:
    """The item in `node`; None if it has neither text nor items.

    Its first paragraph is its text; further ones are lines of it, or items under it behind others,
    as are those of lists in it. Whatever else is in it goes to `aside`.
    """
    text = ""
    under: list[Item] = []

    def tell_if_moved(line: int) -> None:
        if any(isinstance(each, Block) or not is_comment(each) for each in aside):
            slide.warn(line, "moved")

    for child in node.children:
        if child.type in LISTS:
            items = (_read_item(slide, each, aside, nested=True) for each in child.children)
            under += [item for item in items if item]
        elif child.type in ("paragraph", "heading"):
            said = item_text(slide, child, aside)
            if not said:
                continue
            if text or under or nested:
                tell_if_moved(slide.line_of(child))
            if under:
                slide.warn(slide.line_of(child), "item-paragraph")
                under.append(Item(said))
            elif text and slide.dialect.exact:
                under.append(Item(said))
            else:
                text = f"{text}\\\n{said}" if text else said
        else:
            aside.append(child)
    if under and not text:
        text = "…"
    return Item(text, tuple(under)) if text else None


def item_text(slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside) -> str:
    """The text of a paragraph in an item; pictures that can be shown go to `aside`."""
    line = slide.line_of(node)
    texts: list[str] = []
    for piece in slide.inline(source_of(node), line):
        if isinstance(piece, str):
            texts.append(piece)
        elif not slide.dialect.exact and (image := image_of(slide, piece, line)):
            aside.append(image)
        else:
            texts.append(as_link(slide, piece, line))
    return joined_pieces(slide, texts)


def read_terms(slide: SlideBuilder, node: SyntaxTreeNode, read_other: ReadOther) -> None:
    """A list of terms: each with its definitions as items under it."""
    items: list[Item] = []
    aside: Aside = []
    for child in node.children:
        line = slide.line_of(child)
        if child.type == "dt":
            items.append(Item(one_line(slide, slide.inline(source_of(child), line), line)))
        else:
            items[-1] = Item(items[-1].text, (*items[-1].items, *_definition(slide, child, aside)))
    slide.add(Bullets(items=tuple(items), reveal=slide.reveals))
    if aside:
        slide.warn(slide.line_of(node), "moved")
    show_aside(slide, aside, read_other)


def _definition(slide: SlideBuilder, node: SyntaxTreeNode, aside: Aside) -> list[Item]:
    """The paragraphs of a definition, an item each, with the items of its lists under them."""
    items: list[Item] = []
    for child in node.children:
        if child.type in LISTS:
            made = [_read_item(slide, each, aside, nested=True) for each in child.children]
            found = [each for each in made if each]
            if items:
                items[-1] = Item(items[-1].text, (*items[-1].items, *found))
            else:
                items += found
        elif child.type == "paragraph":
            line = slide.line_of(child)
            if said := one_line(slide, slide.inline(source_of(child), line), line):
                items.append(Item(said))
        else:
            aside.append(child)
    return items


def _inner_lists(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The lists within `node`."""
    for each in node.walk(include_self=False):
        if each.type in LISTS:
            yield each


def source_of(node: SyntaxTreeNode) -> str:
    """The inline Markdown of a paragraph as it is written."""
    return node.children[0].content if node.children else ""


def one_line(slide: SlideBuilder, pieces: Sequence[Piece], line: int) -> str:
    """The text of a heading or a cell; pictures in it are links."""
    return joined_pieces(
        slide,
        [piece if isinstance(piece, str) else as_link(slide, piece, line) for piece in pieces],
    )


def joined_pieces(slide: SlideBuilder, texts: Sequence[str]) -> str:
    """Texts that stand in one paragraph, without its soft breaks."""
    text = "".join(texts)
    return text.strip("\n") if slide.dialect.exact else on_one_line(text)


def is_comment(node: SyntaxTreeNode) -> bool:
    """Whether `node` is HTML of which nothing is shown."""
    return node.type == "html_block" and all(
        event.kind == "comment" or not event.text.strip() for event in events(node.content)
    )
