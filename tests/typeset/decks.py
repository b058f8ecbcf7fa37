"""Decks made of random text, for properties that hold for every slide at every size."""

from __future__ import annotations

from hypothesis import strategies as st

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Block, Bullets, Item, Numbers, Quote, Text
from presenter.typeset import PageOptions, SetSlide, set_slide

# No markup, no marks of ours (▪–┃━), and no character that a page adds by itself.
_LETTERS = "后勤工作的重要性，。《》连着大局一二三ラーメン한국어abc de Fg"

words = st.text(_LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
long_words = st.text(_LETTERS, min_size=1, max_size=400).map(str.strip).filter(bool)
reveals = st.sampled_from([None, True, False])

items: st.SearchStrategy[tuple[Item, ...]] = st.recursive(
    st.lists(st.builds(Item, words), min_size=1, max_size=5).map(tuple),
    lambda inner: st.lists(st.builds(Item, words, inner), min_size=1, max_size=3).map(tuple),
    max_leaves=8,
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, text=long_words, reveal=reveals),
    st.builds(Bullets, items=items, reveal=reveals),
    st.builds(Numbers, items=items, reveal=reveals),
    st.builds(Quote, text=long_words, by=st.one_of(st.just(""), words), reveal=reveals),
)
slides = st.builds(
    Slide,
    title=st.one_of(st.just(""), words, long_words),
    subtitle=st.one_of(st.just(""), words),
    layout=st.sampled_from([None, "default", "cover", "section", "center"]),
    reveal=reveals,
    content=st.lists(blocks, max_size=4).map(tuple),
    part=st.sampled_from([Part(), Part("introduction"), Part("point", 2, 12), Part("conclusion")]),
)
decks = st.builds(
    Deck,
    title=words,
    subtitle=st.one_of(st.just(""), words),
    author=st.one_of(st.just(""), words),
    date=st.one_of(st.just(""), words),
    lang=st.sampled_from(["zh-Hans", "en", "ja"]),
    reveal=st.booleans(),
    slides=st.lists(slides, min_size=1, max_size=3).map(tuple),
)
settings = st.builds(
    PageOptions,
    width=st.integers(2, 130),
    height=st.integers(1, 50),
    ambiguous=st.sampled_from(["narrow", "wide"]),
    reveal=reveals,
)
set_slides = st.builds(lambda deck, setting: set_slide(deck, 0, setting), decks, settings)


def texts_of(set_slide: SetSlide) -> list[str]:
    """All that the slide says, text by text."""

    def of_items(items: tuple[Item, ...]) -> list[str]:
        return [text for item in items for text in (item.text, *of_items(item.items))]

    texts = [set_slide.resolved.written.title, set_slide.resolved.written.subtitle]
    for block in set_slide.resolved.written.content:
        match block:
            case Bullets():
                texts += of_items(block.items)
            case Quote():
                texts += [block.text, block.by]
            case Text():
                texts.append(block.text)
    return texts


def letters(text: str) -> str:
    """`text` without spaces and marks, in which setting may differ from what is written."""
    return "".join(character for character in text if character in _LETTERS and character != " ")
