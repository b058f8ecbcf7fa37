"""Small decks for these tests."""

from __future__ import annotations

from textwrap import dedent

from presenter.deck import Deck, Diagnostic, Loaded, Slide, load_source
from presenter.deck.source import Source


def load(text: str) -> Loaded:
    """The deck written in `text`, without its indentation."""
    return load_source(Source("deck.yaml", dedent(text)))


def deck_of(text: str) -> Deck:
    """The same, where it must be free of problems."""
    loaded = load(text)
    assert loaded.problems == ()
    assert loaded.deck is not None
    return loaded.deck


def slide_of(text: str) -> Slide:
    """The only slide of a deck whose slide is `text`, indented by two."""
    (slide,) = deck_of(
        "title: 试讲\nslides:\n- " + dedent(text).strip().replace("\n", "\n  ")
    ).slides
    return slide


def told(problem: Diagnostic) -> tuple[int, int, str]:
    """What a test wants to know of a problem: line, column, code."""
    return (*problem.place, problem.code)


POINTER = "☞"


def pointed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without its pointers, and the places (line, column) that they pointed at."""
    plain, *rest = dedent(text).split(POINTER)
    places = []
    for part in rest:
        places.append((plain.count("\n") + 1, len(plain) - plain.rfind("\n")))
        plain += part
    return plain, places
