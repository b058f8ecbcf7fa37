"""What a block says."""

from __future__ import annotations

import pytest

from presenter.deck import load_source
from presenter.deck.blocks import BLOCKS, extract_text
from presenter.deck.source import Source


def said(yaml: str) -> list[str]:
    source = Source("slides.yaml", f"title: 题\nslides:\n- title: 甲\n  {yaml}\n")
    deck = load_source(source).deck
    assert deck is not None
    assert not deck.slides[0].problems
    return [each.text for block in deck.slides[0].content for each in extract_text(block)]


@pytest.mark.parametrize(
    ("yaml", "texts"),
    [
        ("text: 先懂全局", ["先懂全局"]),
        ("bullets: [政务, {事务: [食堂, 车队]}]", ["政务", "事务", "食堂", "车队"]),
        ("quote: {text: 兵马未动, by: 古语}", ["兵马未动", "古语"]),
        ("table: {header: [项, 数], rows: [[甲, 乙]], align: [left]}", ["甲", "乙", "项", "数"]),
        ("callout: {kind: warning, text: 当心}", ["当心"]),
        ("code: {language: python, source: 'a * b', lines: '1'}", ["a * b"]),
        ("columns: [{text: 左}, {width: 2, bullets: [右]}]", ["左", "右"]),
    ],
)
def test_a_block_says_its_texts_and_not_what_steers_it(yaml: str, texts: list[str]) -> None:

    assert said(yaml) == texts


def test_code_is_no_markdown_and_text_is() -> None:
    source = Source("s", "title: 题\nslides:\n- code: 'a*b*c'\n  text: '*甲*'\n")
    deck = load_source(source).deck
    assert deck is not None
    found = {
        each.text: each.markdown for block in deck.slides[0].content for each in extract_text(block)
    }
    assert found == {"a*b*c": False, "*甲*": True}


@pytest.mark.parametrize("key", BLOCKS)
def test_every_block_can_be_asked(key: str) -> None:
    """A field of a new type must not stop a search: what it holds is found out by walking it."""
    from presenter.deck.blocks.block import _speaking

    assert "reveal" not in _speaking(BLOCKS[key])
