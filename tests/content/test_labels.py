"""What slides say of their own, by the talk's language."""

from __future__ import annotations

import pytest

from presenter.content import nodes, resolve
from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Callout


@pytest.mark.parametrize(
    ("lang", "part", "point", "callout"),
    [
        ("zh-Hans", "结语", "第一点 · 共两点", "说明"),
        ("zh-Hant", "結語", "第一點 · 共兩點", "說明"),
        ("zh-TW", "結語", "第一點 · 共兩點", "說明"),
        ("zh-HK", "結語", "第一點 · 共兩點", "說明"),
        ("ja", "おわりに", "第1点／全2点", "補足"),
        ("ko-KR", "맺으며", "첫째 · 총 2가지", "참고"),
        ("he", "Conclusion", "Point 1 of 2", "Note"),
        ("de", "Conclusion", "Point 1 of 2", "Note"),
    ],
)
def test_labels_speak_the_talks_language(lang: str, part: str, point: str, callout: str) -> None:
    slides = (
        Slide(content=(Callout(text="x"),), part=Part("point", 1, 2)),
        Slide(part=Part("conclusion")),
    )
    deck = Deck(title="x", lang=lang, slides=slides)
    assert [resolve(deck, index).part for index in range(2)] == [point, part]
    (node,) = resolve(deck, 0).nodes
    assert isinstance(node, nodes.Callout)
    assert node.label == callout


def test_many_points_of_a_korean_talk_are_counted_in_figures() -> None:
    deck = Deck(title="x", lang="ko", slides=(Slide(part=Part("point", 11, 12)),))
    assert resolve(deck, 0).part == "11번째 · 총 12가지"


def test_points_beyond_99_are_in_figures_in_either_chinese() -> None:
    deck = Deck(title="x", lang="zh-TW", slides=(Slide(part=Part("point", 2, 120)),))
    assert resolve(deck, 0).part == "第2點 · 共120點"
