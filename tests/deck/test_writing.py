"""Outlines written as YAML: they load to the same, and read as if a person had written them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, load_deck, load_source
from presenter.deck.blocks import BLOCKS, Bullets, Code, Columns, Figure, Figures, Image, Item
from presenter.deck.characters import heading
from presenter.deck.source import Source
from presenter.deck.writing import block_yaml, write_outline
from tests.deck.any_deck import decks, essence, hostile, leaves_by_kind
from tests.deck.decks import deck_of

TOP = Path(__file__).parent.parent.parent


def test_any_deck_may_have_every_block() -> None:
    assert {*leaves_by_kind(hostile, hostile), Columns, Image} == set(BLOCKS.values())


@settings(max_examples=150, deadline=None)
@given(decks())
def test_what_is_written_loads_to_the_same(deck: Deck) -> None:
    text = write_outline(deck, deck.slides)
    loaded = load_source(Source("deck.yaml", text))
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert errors == [], text
    assert essence(loaded.deck) == essence(deck), text


@settings(max_examples=300, deadline=None)
@given(st.lists(hostile, min_size=1, max_size=4))
def test_hostile_texts_come_back_from_every_place(texts: list[str]) -> None:
    deck = deck_of("title: 试讲\nslides: [甲]")
    first = texts[0]
    items = tuple(Item(text, (Item(first),)) for text in texts)
    block = Bullets(items=items)
    slides = tuple(
        type(slide)(title=heading(first), notes=first, content=(block,), place=slide.place)
        for slide in deck.slides
    )
    text = write_outline(deck, slides)
    loaded = load_source(Source("deck.yaml", text)).deck
    assert loaded is not None, text
    assert essence(loaded.slides) == essence(slides), text


@pytest.mark.parametrize("name", ["slides.yaml", "docs/gallery.yaml"])
def test_our_own_decks_come_back(name: str) -> None:
    deck = load_deck(TOP / name).deck
    assert deck is not None
    text = write_outline(deck, deck.slides)
    loaded = load_source(Source(name, text, (TOP / name).parent))
    assert loaded.problems == ()
    assert essence(loaded.deck) == essence(deck)


def test_it_reads_as_if_a_person_had_written_it() -> None:
    text = dedent("""\
        title: 后勤工作
        lang: zh-Hans
        time: 15m

        introduction:
          title: 开头

        points:
          - title: "对内：先看 #1"
            time: 1m30s
            bullets:
              - "**对内**：有偿"
              - 各方面:
                  - 甲
                  - "yes"
            notes: |
              一段。

              又一段。

          - title: 代码
            code:
              language: python
              source: |
                if a:
                    b()
            slides:
              - title: 表
                table:
                  header: [年份, 人数]
                  rows:
                    - [2024, 120]
                    - [2025, "1,200"]

        conclusion:
          - title: 小结
            quote:
              text: 好钢用在刀刃上。
              by: 谚语

          - big: 谢谢
        """)
    deck = deck_of(text)
    assert write_outline(deck, deck.slides) == text


def test_comments_stand_above_their_slides() -> None:
    deck = deck_of("title: 试讲\nslides: [甲, 乙]")
    text = write_outline(deck, deck.slides, {1: ["line 3: left out"]}, ["from talk.md"])
    assert text == (
        "# from talk.md\ntitle: 试讲\n\nslides:\n  - title: 甲\n\n"
        "  # line 3: left out\n  - title: 乙\n"
    )


def test_a_block_is_written_alone() -> None:
    assert block_yaml(Code(source="a\nb", language="sh")) == (
        "code:\n  language: sh\n  source: |\n    a\n    b"
    )


def test_a_question_mark_between_braces_is_quoted() -> None:
    text = block_yaml(
        Figures(items=(Figure(value="1", label="何?"), Figure(value="2", label="0?0")))
    )
    read = yaml.load(text, yaml.SafeLoader)  # PyYAML's own scanner, stricter than libyaml
    assert [item["label"] for item in read["figures"]] == ["何?", "0?0"]
