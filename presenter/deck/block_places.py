"""Where the blocks of a deck are written, for what is said about one of them.

Read anew from the text, as few decks need it: the blocks themselves keep no places.
"""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.blocks import BLOCKS, Columns
from presenter.deck.clean import clean
from presenter.deck.compose import compose
from presenter.deck.diagnostics import Place
from presenter.deck.nodes import entries_of, is_empty
from presenter.deck.reporter import Reporter, place_of
from presenter.deck.times.written_slides import slide_nodes


def block_places(text: str) -> dict[Place, list[Place]]:
    """For each slide of the deck `text`, by its own place, where its blocks' keys stand.

    In the order of the blocks, those in columns behind their `columns`; right for a slide without
    errors. `text` must be one that loads.
    """
    root = compose(clean(text), "")
    if root is None:
        return {}
    return {place_of(node): list(_blocks(node, Reporter(""))) for node in slide_nodes(root)}


def _blocks(node: Node, reporter: Reporter) -> Iterator[Place]:
    """The places of the blocks in a slide, a column, or an item of `content`."""
    if not isinstance(node, MappingNode):
        return
    for key, key_node, value in entries_of(node, reporter):
        if key == "content" and isinstance(value, SequenceNode):
            for item in value.value:
                yield from _blocks(item, reporter)
        elif key in BLOCKS and not is_empty(value):
            yield place_of(key_node)
            if key == Columns.key:
                yield from _in_columns(value, reporter)


def _in_columns(node: Node, reporter: Reporter) -> Iterator[Place]:
    """The same for a list of columns, or for the mapping that holds it."""
    if isinstance(node, SequenceNode):
        for column in node.value:
            yield from _blocks(column, reporter)
    elif isinstance(node, MappingNode):
        for key, _, value in entries_of(node, reporter):
            if key == Columns.shorthand:
                yield from _in_columns(value, reporter)
