"""No text, however strange, breaks the loader; its problems lie within the text."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Loaded, load_source
from presenter.deck.characters import is_clean
from presenter.deck.source import Source, UnreadableError, decode
from presenter.words import Words

KEYS = st.sampled_from(
    [
        *("title", "subtitle", "id", "notes", "time", "reveal", "layout", "hidden", "lang"),
        *("introduction", "points", "conclusion", "slides", "content", "text", "bullets"),
        *("numbers", "quote", "by", "items", "code", "image", "columns", "table", "figures"),
        *("titel", "x-mine", "<<", "甲", "\x1b"),
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["15m", "15", "后勤", "cover", "true", "\u202e", "zh-Hans", "- ", ": "]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)
TOKENS = "title: |slides:|bullets:|points:|text: |- |---|...|甲|：|: |&a |*a|<<: |!!x |\n  |  "
SNIPPETS = st.lists(
    st.sampled_from(TOKENS.split("|")) | st.sampled_from("[]{},'\"|>#%\\?@ \t\n\r\x00\x85\u2028"),
    max_size=40,
).map("".join)


def check(loaded: Loaded) -> None:
    lines = loaded.text.split("\n")
    for problem in loaded.problems:
        line, column = problem.place
        assert 1 <= line <= len(lines), problem
        assert 1 <= column <= len(lines[line - 1]) + 1, (problem, lines[line - 1])
        for language in ("en", "zh"):
            assert is_clean(problem.message(Words(language)))
            assert is_clean(problem.help(Words(language)))
    if loaded.deck is None:
        assert any(problem.severity == "error" for problem in loaded.problems)
        return
    assert loaded.deck.slides
    assert all(is_clean(slide.title + slide.notes) for slide in loaded.deck.slides)


@given(st.text())
def test_any_text(text: str) -> None:
    check(load_source(Source("deck.yaml", text)))


@given(SNIPPETS)
@settings(max_examples=300)
def test_any_pieces_of_yaml(text: str) -> None:
    check(load_source(Source("deck.yaml", text)))


@given(st.dictionaries(KEYS, VALUES, max_size=6), st.booleans())
@settings(max_examples=200)
def test_any_structure(value: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    check(load_source(Source("deck.yaml", text)))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        source = decode(data, "deck.yaml")
    except UnreadableError as error:
        check(Loaded(None, (error.diagnostic,), text.replace("\r\n", "\n")))
    else:
        check(load_source(source))
