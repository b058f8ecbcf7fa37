from __future__ import annotations

import pytest
import segno
from jsonschema import Draft202012Validator

from presenter.deck.blocks import Qr
from presenter.deck.blocks.image import MOST_IN_QR
from presenter.deck.schema import deck_schema
from tests.deck.decks import load, pointed, slide_of, told
from tests.deck.yaml_core import core_yaml

SLIDE = "title: 题\nslides:\n- "
VALIDATOR = Draft202012Validator(deck_schema())


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("https://example.org/talk", Qr(text="https://example.org/talk")),
        ("{text: 后勤, label: 扫码}", Qr(text="后勤", label="扫码")),
        ("2026", Qr(text="2026")),
        ("|\n    mailto:a@example.org\n", Qr(text="mailto:a@example.org")),
    ],
)
def test_short_and_long_forms(text: str, block: Qr) -> None:
    assert slide_of(f"qr: {text}").content == (block,)
    assert list(VALIDATOR.iter_errors(core_yaml(f"{SLIDE}qr: {text}"))) == []


@pytest.mark.parametrize("character", ["x", "后"])
def test_as_much_as_a_code_holds(character: str) -> None:
    text = character * (MOST_IN_QR // len(character.encode()))
    assert load(f"{SLIDE}qr: {text}").problems == ()
    assert segno.make_qr(text, error="l", encoding="utf-8", mode="byte").version == 40
    plain, [place] = pointed(f"{SLIDE}qr: ☞{text}{character}")
    assert [told(problem) for problem in load(plain).problems] == [(*place, "qr-length")]


def test_an_empty_text_is_no_code() -> None:
    plain, [place] = pointed(SLIDE + "{qr: {text: ☞' '}}")
    assert [told(problem) for problem in load(plain).problems] == [(*place, "qr-length")]
