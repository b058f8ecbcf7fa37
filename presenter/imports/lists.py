"""Lists: items with the items under them; what an outline's item cannot hold follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markdown_it.tree import SyntaxTreeNode

from presenter.deck.blocks import Item

LISTS = ("bullet_list", "ordered_list")

ReadText = Callable[[SyntaxTreeNode], str]
"""The text of a paragraph, on one line."""


def read_item(
    node: SyntaxTreeNode, read_text: ReadText, aside: Callable[[SyntaxTreeNode], None]
) -> Item | None:
    """The item in `node`; None if it has neither text nor items.

    Its first paragraph is its text, further ones are items under it, as are those of lists in it.
    Whatever else is in it goes to `aside`.
    """
    text = ""
    under: list[Item] = []
    for child in node.children:
        if child.type in LISTS:
            under += filter(None, (read_item(each, read_text, aside) for each in child.children))
        elif child.type in ("paragraph", "heading"):
            said = read_text(child)
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


def inner_orders(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The lists within `node` that are numbered where it is not, or the other way round."""
    for each in node.walk(include_self=False):
        if each.type in LISTS and each.type != node.type:
            yield each
