"""Lists: items with the items under them; what an outline's item cannot hold follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Bullets, Item, Numbers
from presenter.imports.markdown.html_blocks import is_comment
from presenter.imports.markdown.running_text import line_of, one_line
from presenter.imports.markdown.slide_builder import SlideBuilder

LISTS = ("bullet_list", "ordered_list")

ReadOther = Callable[[SyntaxTreeNode], None]


def read_list(slide: SlideBuilder, node: SyntaxTreeNode, read_other: ReadOther) -> None:
    """A list. What is shown and is no item goes to `read_other`, and parts the list in two."""
    line = line_of(slide, node)
    numbered = node.type == "ordered_list"
    kind = Numbers if numbered else Bullets
    reveal = True if slide.dialect.reveals_list(node.markup) else None
    items: list[Item] = []
    shown_before = False

    def show() -> None:
        nonlocal shown_before
        if not items:
            return
        if shown_before and numbered:
            slide.remark(line, "numbering")
        shown_before = True
        slide.add(kind(items=tuple(items), reveal=reveal))
        items.clear()

    if not slide.dialect.exact:
        for each in _mixed(node):
            slide.remark(line_of(slide, each), "mixed-list")
    start = int(str(node.attrs.get("start", 1)))
    if numbered and start != 1:
        slide.remark(line, "numbering-from", str(start))
    for child in node.children:
        others: list[SyntaxTreeNode] = []
        item = _read_item(slide, child, others.append)
        if item is not None:
            items.append(item)
        if not all(map(is_comment, others)):
            show()
        for each in others:
            read_other(each)
    show()


def _read_item(slide: SlideBuilder, node: SyntaxTreeNode, aside: ReadOther) -> Item | None:
    """The item in `node`; None if it has neither text nor items.

    Its first paragraph is its text, further ones are items under it, as are those of lists in it.
    Whatever else is in it goes to `aside`.
    """
    text = ""
    under: list[Item] = []
    for child in node.children:
        if child.type in LISTS:
            under += filter(None, (_read_item(slide, each, aside) for each in child.children))
        elif child.type in ("paragraph", "heading"):
            said = one_line(slide, child)
            if not said:
                continue
            if text or under:
                under.append(Item(said))
            else:
                text = said
        else:
            aside(child)
    if under and not text:
        text = "…"
    return Item(text, tuple(under)) if text else None


def _mixed(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The lists within `node` that are numbered where it is not, or the other way round."""
    for each in node.walk(include_self=False):
        if each.type in LISTS and each.type != node.type:
            yield each
