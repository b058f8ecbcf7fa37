"""The types that a block's fields may have, in a block of this test's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from jsonschema import Draft202012Validator
from msgspec import Meta, Struct, field

from presenter.deck import load_deck
from presenter.deck.blocks import BLOCKS, Block, Blocks, Quote, Text
from presenter.deck.fields import Cell, Percent, Seconds
from presenter.deck.schema import deck_schema
from presenter.words import Words
from tests.deck.decks import load, pointed
from tests.deck.yaml_core import core_yaml


class Part(Struct, frozen=True, kw_only=True):
    """A structure with a short form."""

    shorthand: ClassVar[str] = "label"

    label: str
    share: Percent | None = None


class Side(Struct, frozen=True, kw_only=True):
    """A structure that takes blocks."""

    width: Annotated[float, Meta(gt=0, lt=100)] = 1.0
    content: Blocks = ()


class Everything(Block, frozen=True, kw_only=True):
    """A block with a field of every type."""

    key: ClassVar[str] = "everything"

    count: Annotated[int, Meta(ge=1, le=9)] = 1
    size: float = 0.0
    kind: Literal["bar", "line"] = "bar"
    pause: Seconds | None = None
    share: Percent | None = None
    data: dict[str, float] = field(default_factory=dict)
    rows: tuple[tuple[Cell, ...], ...] = ()
    parts: Annotated[tuple[Part, ...], Meta(min_length=2)] = ()
    sides: tuple[Side, ...] = ()


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BLOCKS, Everything.key, Everything)


def deck(value: str) -> str:
    return f"title: 题\nslides:\n- everything: {value}"


def validates(text: str) -> bool:
    return bool(Draft202012Validator(deck_schema()).is_valid(core_yaml(text)))


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ("{count: 3}", "count", 3),
        ("{size: 3}", "size", 3.0),
        ("{size: -1.5}", "size", -1.5),
        ("{kind: line}", "kind", "line"),
        ("{pause: 12:30}", "pause", 750.0),
        ("{share: 60%}", "share", 60),
        (
            "{data: {政务: 40, 2026: 0.5, 事务: -60}}",
            "data",
            {"政务": 40.0, "2026": 0.5, "事务": -60.0},
        ),
        ("{rows: [[甲, '', 1], []]}", "rows", (("甲", "", "1"), ())),
        ("\n    rows:\n    - - 甲\n      -\n      - 乙", "rows", (("甲", "", "乙"),)),
        (
            "{parts: [甲, {label: 乙, share: 5%}]}",
            "parts",
            (Part(label="甲"), Part(label="乙", share=5)),
        ),
        (
            "{sides: [{quote: 甲, width: 2, text: 乙}, {content: [text: 丙]}]}",
            "sides",
            (
                Side(width=2.0, content=(Quote(text="甲"), Text(text="乙"))),
                Side(content=(Text(text="丙"),)),
            ),
        ),
    ],
)
def test_a_value_of_every_type_is_read_and_valid(value: str, name: str, expected: Any) -> None:
    loaded = load(deck(value))
    assert loaded.problems == ()
    assert loaded.deck is not None
    (block,) = loaded.deck.slides[0].content
    assert getattr(block, name) == expected
    assert validates(deck(value))


def test_a_mapping_of_the_writers_own_keys_keeps_their_order() -> None:
    loaded = load(deck("{data: {丙: 1, 甲: 2, 乙: 3}}"))
    assert loaded.deck is not None
    (block,) = loaded.deck.slides[0].content
    assert isinstance(block, Everything)
    assert list(block.data) == ["丙", "甲", "乙"]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("not-an-integer", "{count: ☞1.5}"),
        ("not-an-integer", "{count: ☞'3'}"),
        ("too-small", "{count: ☞0}"),
        ("too-great", "{count: ☞10}"),
        ("not-a-number", "{size: ☞1 000}"),
        ("not-a-number", "{size: ☞40%}"),
        ("not-a-choice", "{kind: ☞pie}"),
        ("not-a-percentage", "{share: ☞60}"),
        ("not-a-percentage", "{share: ☞101%}"),
        ("not-a-time", "{pause: ☞bald}"),
        ("not-a-mapping", "☞甲"),
        ("not-a-mapping", "{data: ☞[1, 2]}"),
        ("empty-value", "{data: {☞甲: }}"),
        ("not-a-number", "{data: {甲: ☞多}}"),
        ("not-a-list", "{rows: [☞甲]}"),
        ("list-for-text", "{rows: [[☞[甲]]]}"),
        ("too-few", "{parts: ☞[甲]}"),
        ("missing-key", "{parts: [甲, ☞{share: 5%}]}"),
        ("not-above", "{sides: [{width: ☞0}]}"),
        ("not-below", "{sides: [{width: ☞100}]}"),
        ("unknown-key", "{sides: [{☞title: 甲}]}"),
        ("not-a-mapping", "{sides: [☞甲]}"),
    ],
)
def test_a_fault_of_every_type_is_told_at_its_place_and_invalid(code: str, value: str) -> None:
    plain, places = pointed(deck(value))
    loaded = load(plain)
    assert [(each.code, tuple(each.place)) for each in loaded.problems] == [(code, *places)]
    assert loaded.deck is not None
    assert loaded.deck.slides[0].content == ()
    assert loaded.deck.slides[0].problems == loaded.problems
    assert not validates(plain)
    for language in ("en", "zh"):
        assert "{" not in loaded.problems[0].message(Words(language))
        assert "{" not in loaded.problems[0].help(Words(language))


def test_only_a_thorough_reading_warns_of_what_may_be_meant_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text("title: 题\nslides: [{title: 甲, text: '# 乙'}]\n", encoding="utf-8")
    assert load_deck(path).problems == ()
    (warning,) = load_deck(path, thorough=True).problems
    assert warning.code == "markdown-heading"
