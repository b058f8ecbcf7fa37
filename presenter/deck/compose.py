"""YAML text to nodes that keep their places."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.source import Source, UnreadableError

MOST_NODES = 2_000_000
"""How many nodes a deck may have once its aliases are written out."""


@contextmanager
def _resting_collector() -> Iterator[None]:
    """No garbage collection within: composing makes many nodes and no garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compose(source: Source) -> Node | None:
    """The root node of `source`, None if it is empty.

    Raises UnreadableError, with the place, for text that is no YAML, and for aliases that
    contain themselves or multiply beyond `MOST_NODES`.
    """
    with _resting_collector():
        try:
            root: Node | None = yaml.compose(source.text, Loader=yaml.CLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(mark.line + 1, mark.column + 1) if mark else Place()
            raise UnreadableError(
                Diagnostic(
                    path=source.path,
                    place=place,
                    code="yaml",
                    values={"problem": error.problem or error.context or ""},
                )
            ) from None
        if root is not None and "&" in source.text:
            _count(root, source.path, {})
    return root


def _count(node: Node, path: str, sizes: dict[int, int]) -> int:
    """How many nodes `node` stands for with its aliases written out."""
    known = sizes.get(id(node))
    if known is not None:
        if known < 0:
            raise UnreadableError(Diagnostic(path=path, place=place_of(node), code="alias-cycle"))
        return known
    sizes[id(node)] = -1
    total = 1
    if isinstance(node, SequenceNode):
        total += sum(_count(child, path, sizes) for child in node.value)
    elif isinstance(node, MappingNode):
        total += sum(_count(k, path, sizes) + _count(v, path, sizes) for k, v in node.value)
    if total > MOST_NODES:
        raise UnreadableError(Diagnostic(path=path, place=place_of(node), code="alias-bomb"))
    sizes[id(node)] = total
    return total


def place_of(node: Node) -> Place:
    """Where `node` begins."""
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
