"""The JSON Schema says what the loader does."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from presenter.deck.schema import deck_schema
from presenter.deck.source import bundled_deck
from tests.deck.decks import load
from tests.deck.yaml_core import core_yaml

VALIDATOR = Draft202012Validator(deck_schema())

GOOD = [
    "title: 题\nslides: [甲]",
    "title: 2026\nslides: [2026, yes, {title: 1.5}]",
    "title: 题\nintroduction: 甲",
    "title: 题\nintroduction: [甲, {title: 乙}]\nconclusion: {title: 丙}",
    "title: 题\npoints: [甲, {title: 乙, slides: [丙, {title: 丁}]}]",
    "title: 题\nslides:\npoints: [甲]",
    "title: 题\npoints:\nslides: [甲]",
    "title: 题\nx-mine: [1]\nslides: [{title: 甲, x-mine: 1}]",
    "title: 题\nslides: [{bullets: [甲, 2026, {乙: [丙, {丁: [戊]}]}, {己: }]}]",
    "title: 题\nslides: [{bullets: {items: [甲], reveal: true}, numbers: [乙]}]",
    "title: 题\nslides: [{quote: 甲}, {quote: {text: 乙, by: yes}}]",
    "title: 题\nslides: [{content: [{text: 甲}, {text: {text: 乙}}, {quote: }]}]",
    "title: 题\nslides: [{title: 甲, notes: , time: , bullets: , layout: , reveal: , content: }]",
    "title: 题\nx-a: &a {text: 甲}\nslides: [{<<: *a, title: 乙}]",
    "title: 题\ntime: 12:30\nslides: [{title: 甲, time: 90s}, {title: 乙, time: 1h30m}]",
    "title: 题\ndate: 2026-11-24\nlang: zh-Hans\nslides: [{title: 甲, id: 首, layout: cover}]",
    "title: 题\nlang: no\nslides: [{title: 甲, hidden: false}]",
]

BAD = [
    "slides: [甲]",
    "title:\nslides: [甲]",
    "title: 题",
    "title: 题\npoints:",
    "title: 题\nslides: [甲]\npoints: [乙]",
    "title: 题\nslides: 甲",
    "title: 题\npoints: {title: 甲}",
    "title: 题\nslides: [{titel: 甲}]",
    "title: 题\nslides: [[甲]]",
    "title: 题\nslides: ['甲', ]\nauthor: [乙]",
    "title: 题\nslides:\n-",
    "title: 题\nslides: [{title: {甲: 乙}}]",
    "title: 题\nslides: [{title: 甲, slides: [乙]}]",
    "title: 题\npoints: [{title: 甲, slides: [{title: 乙, slides: [丙]}]}]",
    "title: 题\nslides: [{bullets: 甲}]",
    "title: 题\nslides: [{bullets: [[甲]]}]",
    "title: 题\nslides: [{bullets: [{甲: 1, 乙: 2}]}]",
    "title: 题\nslides:\n- bullets:\n  -",
    "title: 题\nslides: [{quote: {by: 甲}}]",
    "title: 题\nslides: [{quote: {text: 甲, bye: 乙}}]",
    "title: 题\nslides: [{content: {text: 甲}}]",
    "title: 题\nslides: [{content: [甲]}]",
    "title: 题\nslides: [{content: [{text: 甲, quote: 乙}]}]",
    "title: 题\nslides: [{title: 甲, time: 15}]",
    "title: 题\nslides: [{title: 甲, time: 0s}]",
    "title: 题\nslides: [{title: 甲, reveal: maybe}]",
    "title: 题\nslides: [{title: 甲, layout: centre}]",
    "title: 题\nslides: [{title: 甲, id: '12'}]",
    "title: 题\nlang: 中文\nslides: [甲]",
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(deck_schema())


def test_the_bundled_deck_is_valid() -> None:
    text = bundled_deck().read_text(encoding="utf-8")
    assert list(VALIDATOR.iter_errors(core_yaml(text))) == []


@pytest.mark.parametrize("text", GOOD)
def test_what_loads_is_valid(text: str) -> None:
    assert load(text).problems == ()
    assert list(VALIDATOR.iter_errors(core_yaml(text))) == []


@pytest.mark.parametrize("text", BAD)
def test_what_does_not_load_is_not_valid(text: str) -> None:
    assert any(problem.severity == "error" for problem in load(text).problems)
    assert not VALIDATOR.is_valid(core_yaml(text))


def test_every_property_is_described() -> None:
    bare = [
        (name, key)
        for name, schema in [("deck", deck_schema()), *deck_schema()["$defs"].items()]
        for form in schema.get("anyOf", [schema])
        for key, value in form.get("properties", {}).items()
        if not value.get("description")
    ]
    assert bare == []
