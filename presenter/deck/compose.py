"""YAML text to nodes that keep their places."""

from __future__ import annotations

import re

import yaml
from msgspec import Struct
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.reporter import place_of
from presenter.deck.source import UnreadableError

_ANCHOR = re.compile("&[A-Za-z0-9_-]")
_ALIAS = re.compile("[*][A-Za-z0-9_-]")
"""What is in a text with aliases; not in most without."""

DEEPEST = 100
"""How many nodes may lie one in the other, aliases written out: reading recurs that deep."""

MOST_WRITTEN = 300_000
"""How many nodes a deck may have: those of 30,000 slides with three bullets; some 180 MB."""

MOST_EXPANDED = 250_000
"""How many nodes its aliases may add, once they are written out."""

MOST_EXPANDED_TEXT = 4_000_000
"""How many characters its aliases may add: a hundred hours of talk."""


class _TooDeepError(Exception):
    def __init__(self, parent: Node | None) -> None:
        super().__init__()
        self.place = place_of(parent) if parent else Place()


class _TooManyError(Exception):
    pass


class _Loader(CParser):
    """libyaml's parser with our own limits, and without guesses at types.

    Texts are wanted as they are written, so a node has a tag only where one is written; that
    saves PyYAML's resolver, a third of the time.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0
        self._nodes = 0

    def resolve(self, kind: type[Node], value: object, implicit: object) -> None:
        """The tag of a node that has none written."""

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002
        """Called before each node."""
        self._depth += 1
        self._nodes += 1
        if self._depth > DEEPEST:
            raise _TooDeepError(parent)
        if self._nodes > MOST_WRITTEN:
            raise _TooManyError

    def ascend_resolver(self) -> None:
        """Called after each node."""
        self._depth -= 1


def compose(text: str, path: str) -> Node | None:
    """The root node of `text`, None if there is none. Its characters must be clean.

    Raises UnreadableError, with the place, for text that is no YAML, for too many nodes or too
    deep ones, and for aliases that contain themselves or multiply.
    """
    loader = _Loader(text)
    try:
        root: Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        from presenter.deck.syntax import syntax_problem  # its patterns take 5 ms to compile

        place, code, values = syntax_problem(error, text)
        raise _unreadable(path, place, code, **values) from None
    except _TooDeepError as error:
        raise _unreadable(path, error.place, "too-deep", most=DEEPEST) from None
    except _TooManyError:
        raise _unreadable(path, Place(), "too-many", most=MOST_WRITTEN) from None
    if root is not None and _ANCHOR.search(text) and _ALIAS.search(text):
        _Expansion(path).measure(root)
    return root


def _unreadable(path: str, place: Place, code: str, **values: object) -> UnreadableError:
    return UnreadableError(Diagnostic(path=path, place=place, code=code, values=values))


class _Measure(Struct, frozen=True):
    nodes: int
    characters: int
    depth: int


class _Expansion:
    """How large and how deep nodes become with their aliases written out.

    An anchor stands before its aliases, so in the order of the text every node is measured before
    it is met again; hence this calls itself only as deep as the text is nested.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: dict[int, _Measure | None] = {}
        self._added = 0
        self._added_text = 0

    def measure(self, node: Node) -> _Measure:
        """How much `node` stands for. Raises UnreadableError."""
        identity = id(node)
        if identity in self._known:
            known = self._known[identity]
            if known is None:
                raise _unreadable(self._path, place_of(node), "alias-cycle")
            self._added += known.nodes
            self._added_text += known.characters
            if self._added > MOST_EXPANDED:
                raise _unreadable(self._path, place_of(node), "alias-bomb", most=MOST_EXPANDED)
            if self._added_text > MOST_EXPANDED_TEXT:
                most = f"{MOST_EXPANDED_TEXT:,}"
                raise _unreadable(self._path, place_of(node), "alias-text", most=most)
            return known
        children: list[Node] = []
        if isinstance(node, SequenceNode):
            children = node.value
        elif isinstance(node, MappingNode):
            children = [each for pair in node.value for each in pair]
        if not children:
            leaf = _Measure(1, len(node.value), 1)
            self._known[identity] = leaf
            return leaf
        self._known[identity] = None
        nodes, characters, depth = 1, 0, 0
        for child in children:
            inner = self.measure(child)
            nodes += inner.nodes
            characters += inner.characters
            depth = max(depth, inner.depth)
        if depth + 1 > DEEPEST:
            raise _unreadable(self._path, place_of(node), "too-deep", most=DEEPEST)
        whole = self._known[identity] = _Measure(nodes, characters, depth + 1)
        return whole
