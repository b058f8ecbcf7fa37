"""Real decks whose YAML was mutated: they load, are resolved and exported, or are told of.

`EXAMPLES=20000 pytest tests/nothing_lost/test_any_yaml.py --hypothesis-profile=long --timeout=0`
tries so many.
"""

from __future__ import annotations

from contextlib import nullcontext, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from presenter.content import resolve
from presenter.deck import Deck, Loaded, Place, load_source
from presenter.deck.source import Source
from presenter.handout.export_job import ExportJob, RefusedSlidesError
from presenter.handout.formats import FORMATS, exporter
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.page import line_width
from presenter.typeset.themes import OURS
from tests.deck.test_any_text import check
from tests.handout.jobs import GALLERY
from tests.mutations import snippet
from tests.nothing_lost.test_mutated import UNCHANGED, chances, changed

MANY = settings()
SOME = settings(max_examples=max(1, MANY.max_examples // 8))
FEW = settings(max_examples=max(1, MANY.max_examples // 20))

MOST_SLIDES = 3
"""Of those that a mutation has changed, as many are exported."""

generated = chances.map(
    lambda chance: (
        "title: 题\nslides:\n"
        + "".join(
            f"- {snippet(chance)}\n".replace("\n", "\n  ").rstrip(" ")
            for _ in range(chance.randint(1, 4))
        )
    )
)
texts = changed | generated


def load(text: str) -> Loaded:
    return load_source(Source("slides.yaml", text, GALLERY.parent), thorough=True)


def mutants(deck: Deck) -> list[int]:
    """The slides that are in no deck of ours."""
    slides = enumerate(deck.slides)
    return [
        index for index, each in slides if structs.replace(each, place=Place()) not in UNCHANGED
    ][:MOST_SLIDES]


@MANY
@given(texts)
def test_it_loads_and_what_is_wrong_is_told_where_it_is(text: str) -> None:
    check(load(text))


@SOME
@given(texts, st.sampled_from([(80, 24), (20, 5), (120, 40)]))
def test_it_is_resolved_and_set(text: str, size: tuple[int, int]) -> None:
    deck = load(text).deck
    if deck is None:
        return
    for index in mutants(deck):
        for reveal in (None, True):
            resolve(deck, index, reveal)
            done = set_slide(deck, index, PageOptions(*size, deck.lang, reveal=reveal))
            for stop in done.stops:
                page = done.page(stop)
                assert len(page.lines) == size[1]
                assert max(map(line_width, page.lines)) <= size[0]


@FEW
@pytest.mark.parametrize("name", FORMATS)
@given(texts)
def test_it_is_exported(name: str, text: str) -> None:
    deck = load(text).deck
    indexes = mutants(deck) if deck else ()
    if deck is None or not indexes:
        return
    setting = PageOptions(80, 24, deck.lang)
    job = ExportJob(deck, tuple(indexes), setting, OURS["ink"], notes=True, steps=True)
    with suppress(RefusedSlidesError) if name in ("pdf", "png") else nullcontext():
        assert all(exporter(name)(job))
