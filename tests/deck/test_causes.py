"""Text that is no YAML: the cause is told, where it is, often a line above the fault."""

from __future__ import annotations

import pytest

from presenter.words import Words
from tests.deck.decks import load, pointed

CAUSES = [
    ("yaml-after-bracket", "- bullets:\n    - ☞[link](https://x.org) first\n    - b"),
    ("yaml-after-bracket", "- bullets:\n    - ☞[ ] to do\n    - [x] done"),
    ("yaml-after-bracket", "- text: ☞{{name}} and\n  title: a"),
    ("yaml-after-quote", "- title: ☞'it's'\n  text: a"),
    ("yaml-after-quote", '- bullets:\n    - ☞"A" and b\n    - c'),
    ("yaml-quote-closed-later", '- title: ☞"abc\n  text: a\n- title: "b"'),
    ("yaml-key-column", "- title: a\n ☞bullets: [b]"),
    ("yaml-key-column", "- title: 'a'\n   ☞bullets: [b]"),
    ("yaml-key-column", "- title: a\n   ☞bullets: [b]"),
    ("yaml-key-column", "- title: a\n  bullets:\n    - b\n ☞text: c"),
    ("yaml-item-column", "- bullets:\n    - a\n   ☞- b"),
    ("yaml-item-column", "- bullets:\n    - 'a'\n      ☞- b"),
    ("yaml-colon", "- bullets:\n    - a: b☞: c\n    - d"),
    ("yaml-key-column", "- title: a\n☞text: b\n- title: c"),
    ("yaml-key-column", "- title: a\n  text: c\n☞bullets:\n    - b\n- title: c"),
    ("yaml-no-colon", "- ☞title a\n  text: b\n- title: c"),
    ("yaml-no-colon", "- title: a\n  columns:\n    - ☞bullets\n      text: b"),
    ("list-mark", "- title: a\n☞* title: b\n- title: c"),
    ("dash-space", "- title: a\n☞-　title: b\n  text: c"),
    ("yaml-no-dash", "- bullets:\n    - a\n    ☞b: c"),
    ("dash-space", "- title: a\n☞-title: b\n  text: c"),
    ("dash-space", "- bullets:\n    - a\n    ☞-b\n"),
    ("dash-space", " ☞-title: a\n  text: b"),
    ("yaml-colon-space", "- title☞:a\n  text: b"),
    ("yaml-colon-space", "- title: a\n  text☞:b\n  bullets: [c]"),
    ("yaml-block-indent", "- title: a\n  text: |\n  ☞b\n  c"),
    ("yaml-block-indent", "- title: a\n  notes: |\n      b\n    ☞c\n  text: d"),
    ("yaml-block-indent", "- title: a\n  notes: >-\n      b\n\n ☞c\n  text: d"),
    ("yaml-comment-in-text", "- title: a\n  text: b ☞# c\n    d"),
    ("yaml-comment-in-brackets", "- bullets: [C ☞#1, b]\n  text: c"),
    ("yaml-full-width-mark", "- figures: [{value: 5☞，label: 要点}]"),
    ("yaml-full-width-mark", "- table: [[一, 二]☞，[三, 四]]"),
    ("yaml-full-width-mark", "- bullets: [一, 二☞】\n  text: a"),
    ("yaml-open-list", "- bullets: ☞[一句，话, 乙\n  text: a"),
    ("yaml-curly-quote", "- title: ☞“a: b”\n  text: c"),
    ("yaml-colon", "- title: a☞: b\n  text: c"),
    ("yaml-colon", "- title:\n    text: a☞: b"),
    ("yaml-question-mark", "- bullets:\n    - ☞? why\n    - b"),
]


@pytest.mark.parametrize(("code", "slides"), CAUSES, ids=[slides for _, slides in CAUSES])
def test_the_cause_is_told_where_it_is(code: str, slides: str) -> None:
    plain, places = pointed(f"title: 题\nslides:\n{slides}\n")
    problems = load(plain).problems
    assert [(each.code, tuple(each.place)) for each in problems] == [(code, *places)]
    for language in ("en", "zh"):
        assert "{" not in problems[0].message(Words(language)).replace("“{”", "")
        assert problems[0].help(Words(language))
