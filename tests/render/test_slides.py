"""Decks as data for the template."""

from __future__ import annotations

from presenter.content import Node
from presenter.deck import Deck
from presenter.render.blocks import convert
from presenter.render.slides import language


def test_every_node_has_a_converter() -> None:
    assert set(Node.__subclasses__()) <= set(convert.registry)


def test_a_tag_says_by_which_rules_lines_break() -> None:
    tags = ["zh-Hans", "zh-Hant", "zh-HK", "en-GB", "ja", ""]
    found = [language(Deck(title="", lang=tag, slides=())) for tag in tags]
    assert [(each["language"], each["region"]) for each in found] == [
        ("zh", "CN"),
        ("zh", "TW"),
        ("zh", "HK"),
        ("en", "GB"),
        ("ja", ""),
        ("en", ""),
    ]
