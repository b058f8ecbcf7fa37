"""The gallery with its text changed at random: it loads and shows everything, or problems are told.

What is lost by a mistake in YAML is told at a line; what is left of the deck is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.commands.check.analyses import check_deck
from presenter.commands.sizes import Size
from presenter.deck import Place, load_deck, load_source
from presenter.deck.characters import clean
from presenter.deck.source import Source
from presenter.typeset import PageOptions
from tests.handout.jobs import BUNDLED, GALLERY
from tests.mutations import mutated
from tests.nothing_lost.said import said_by, shown_in_cells
from tests.nothing_lost.test_generated import MANY, SIZES, SOME, assert_said

TEXTS = [path.read_text(encoding="utf-8") for path in (GALLERY, BUNDLED)]
DECKS = [load_deck(path).deck for path in (GALLERY, BUNDLED)]
UNCHANGED = [
    structs.replace(slide, place=Place()) for deck in DECKS if deck for slide in deck.slides
]
CONVERTED = re.compile(r"|true|false|-?[\d.]+|[\d.:]+[hms\d]*|[\d.]+ ?%", re.IGNORECASE)
"""What is no text any more once it is read: a switch, a number, a time, a part."""

chances = st.randoms(use_true_random=False)
changed = st.builds(mutated, st.sampled_from(TEXTS), chances, st.integers(1, 5))


def strings_of(value: Any) -> Iterator[str]:
    """All texts of a deck, those that steer it too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from strings_of(getattr(value, name))
    elif isinstance(value, dict):
        yield from strings_of(tuple(value))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings_of(each)


def scalars_of(node: Node | None) -> Iterator[str]:
    """All texts that are values of the YAML; what its writer keeps under `x-` is the writer's."""
    if isinstance(node, ScalarNode):
        yield node.value
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from scalars_of(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if not str(key.value).startswith("x-"):
                yield from scalars_of(value)


@MANY
@given(changed)
def test_what_loads_without_a_word_is_whole(text: str) -> None:
    """Texts alone: what is written as a number, a time or a switch has become one."""
    loaded = load_source(Source("slides.yaml", text, GALLERY.parent))
    if loaded.deck is None or loaded.problems:
        assert loaded.problems, "nothing to show, and nothing told"
        return
    root = yaml.compose(clean(text), Loader=yaml.CSafeLoader)
    said = {"".join(text.split()) for text in strings_of(loaded.deck)}
    for scalar in scalars_of(root):
        if not CONVERTED.fullmatch(scalar.strip()):
            assert "".join(scalar.split()) in said, scalar


@SOME
@given(changed, st.sampled_from(SIZES))
def test_what_is_left_is_shown(text: str, size: tuple[int, int]) -> None:
    loaded = load_source(Source("slides.yaml", text, GALLERY.parent))
    check_deck("slides.yaml", loaded, (Size(*size),))
    deck = loaded.deck
    if deck is None:
        return
    for index, slide in enumerate(deck.slides):
        if structs.replace(slide, place=Place()) not in UNCHANGED:
            setting = PageOptions(*size, deck.lang)
            shown, large = shown_in_cells(deck, index, setting)
            if not slide.problems:
                assert_said(said_by(deck, index, pictures=True, large=large), shown)
