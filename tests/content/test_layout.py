"""Which layout a slide has where it names none."""

from __future__ import annotations

import pytest

from presenter.content import layout_of
from tests.deck.decks import load

OUTLINE = """
title: 后勤
introduction: [{title: 引子, text: 为什么}, {title: 引子之二}]
points: [{title: 后勤}, {title: 前提, text: 一}, 第三]
conclusion: {text: 完}
"""


@pytest.mark.parametrize(
    ("slide", "layout"),
    enumerate(["cover", "section", "section", "default", "section", "default"]),
)
def test_an_outline_begins_with_its_cover(slide: int, layout: str) -> None:
    deck = load(OUTLINE).deck
    assert deck is not None
    assert layout_of(deck, slide) == layout


@pytest.mark.parametrize(
    ("first", "layout"),
    [
        ("{title: 后勤}", "cover"),
        ("{title: 后勤, subtitle: 三月}", "cover"),
        ("{title: 后勤, text: 一}", "default"),
        ("{title: 别的}", "section"),
        ("{title: 后勤, layout: section}", "section"),
        ("{text: 一}", "default"),
    ],
)
def test_without_an_outline_the_first_slide_is_a_cover_if_it_only_says_the_title(
    first: str, layout: str
) -> None:
    deck = load(f"title: 后勤\nslides: [{first}, {{title: 后勤}}]").deck
    assert deck is not None
    assert layout_of(deck, 0) == layout
    assert layout_of(deck, 1) == "section"
