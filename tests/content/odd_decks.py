"""Decks of every block in odd arrangements: empty ones, nested columns, reveal on some.

Each text that says something says one word, and no word twice, so that it is found again in every
output.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct, structs

from presenter.deck import Deck, Slide
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Column,
    Columns,
    Figure,
    Figures,
    Image,
    Item,
    Numbers,
    Qr,
    Quote,
    Table,
    Text,
)
from tests.deck.any_deck import KINDS, reveals, up_to

_WORD = "word"

maybe = st.sampled_from([_WORD, _WORD, _WORD, ""])
items = st.recursive(
    st.builds(Item, st.just(_WORD)),
    lambda inner: st.builds(Item, st.just(_WORD), st.lists(inner, max_size=2).map(tuple)),
    max_leaves=3,
)


@st.composite
def codes(draw: st.DrawFn) -> Code:
    rows = draw(st.integers(1, 3))
    group = st.sampled_from(["all", *map(str, range(1, rows + 1)), f"1-{rows}"])
    return Code(
        source="\n".join([_WORD] * rows),
        lines="|".join(draw(st.lists(group, max_size=3))),
        numbers=draw(st.booleans()),
        reveal=draw(reveals),
    )


leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, text=maybe, reveal=reveals),
    st.builds(Bullets, items=up_to(3, items), reveal=reveals),
    st.builds(Numbers, items=up_to(2, items), reveal=reveals),
    st.builds(Quote, text=maybe, by=maybe, reveal=reveals),
    st.builds(Callout, text=maybe, reveal=reveals),
    st.builds(Big, text=maybe, reveal=reveals),
    st.builds(Qr, text=st.just(_WORD), label=maybe, reveal=reveals),
    st.builds(Image, path=st.just("no.png"), alt=st.just(_WORD), caption=maybe, reveal=reveals),
    st.builds(Figures, items=up_to(3, st.builds(Figure, maybe, maybe), 1), reveal=reveals),
    st.builds(
        Chart,
        data=st.lists(st.integers(-9, 9).map(float), min_size=1, max_size=3).map(
            lambda values: {f"{_WORD}{n}": value for n, value in enumerate(values)}
        ),
        kind=st.sampled_from(KINDS),
        reveal=reveals,
    ),
    st.builds(
        Table,
        header=st.just(()) | st.tuples(maybe, maybe),
        rows=up_to(2, st.tuples(maybe, maybe)),
        reveal=reveals,
    ),
    codes(),
)


def _columns(content: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    column = st.builds(Column, content=up_to(2, content))
    return st.builds(Columns, columns=up_to(2, column), reveal=reveals)


blocks = leaves | _columns(leaves | _columns(leaves))


@st.composite
def odd_decks(draw: st.DrawFn) -> Deck:
    """A deck of one slide."""
    slide = Slide(
        title=draw(maybe),
        subtitle=draw(st.sampled_from(["", _WORD])),
        reveal=draw(reveals),
        layout=draw(st.sampled_from([None, None, "center"])),
        content=draw(up_to(3, blocks, 1)),
    )
    words = (f"{'abcdefghkmnprstw'[n % 16]}{n // 16}q" for n in count())
    return Deck(title="T", reveal=draw(st.booleans()), slides=(_worded(slide, words),))


def _worded(value: Any, words: Iterator[str]) -> Any:
    """`value` with a word of its own for each that stands for one."""
    if isinstance(value, str):
        return value.replace(_WORD, next(words)) if value == _WORD else value
    if isinstance(value, Code):
        lines = value.source.split("\n")
        return structs.replace(value, source="\n".join(next(words) for _ in lines))
    if isinstance(value, Struct):
        changed = {name: _worded(getattr(value, name), words) for name in value.__struct_fields__}
        return structs.replace(value, **changed)
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_worded(each, words) for each in value)
    if isinstance(value, dict):
        return {next(words): each for each in value.values()}
    return value
