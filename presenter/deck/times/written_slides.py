"""The slides of a deck as nodes, each with the way in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.diagnostics import Place
from presenter.deck.outline import SECTIONS
from presenter.deck.reporter import place_of


class WrittenSlide(NamedTuple):
    """A slide's node, and the list in which it is an item; None where it is a section's value."""

    node: Node
    items: SequenceNode | None


def written_slides(root: Node) -> dict[Place, WrittenSlide | None]:
    """The slides under `root`, hidden ones too, by the places at which they begin.

    One that an alias repeats is None: it cannot be edited for one of its places alone.
    """
    found: dict[Place, WrittenSlide | None] = {}
    for slide in _slides(root):
        place = place_of(slide.node)
        found[place] = None if place in found else slide
    return found


def slide_nodes(root: Node) -> Iterator[Node]:
    """The nodes of the slides under `root` in their order, hidden ones and repeated ones too."""
    return (slide.node for slide in _slides(root))


def _slides(root: Node) -> Iterator[WrittenSlide]:
    for key, section in _entries(root):
        if key not in SECTIONS:
            continue
        for slide in _items(section):
            yield slide
            if key == "points":
                for inner, more in _entries(slide.node):
                    if inner == "slides" and isinstance(more, SequenceNode):
                        yield from _items(more)


def _items(section: Node) -> Iterator[WrittenSlide]:
    if isinstance(section, SequenceNode):
        for node in section.value:
            yield WrittenSlide(node, section)
    else:
        yield WrittenSlide(section, None)


def _entries(node: Node) -> Iterator[tuple[str, Node]]:
    """The entries of a mapping under keys that are texts, each key once."""
    known: set[str] = set()
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(key, ScalarNode) and key.value not in known:
            known.add(key.value)
            yield key.value, value


__all__ = ["WrittenSlide", "slide_nodes", "written_slides"]
