"""Which way a talk is written."""

from __future__ import annotations

import pytest

from presenter.content import is_right_to_left
from presenter.deck import Deck, Slide


@pytest.mark.parametrize(
    ("lang", "title", "turned"),
    [
        ("he", "Hello", True),
        ("ar-EG", "", True),
        ("fa", "x", True),
        ("az-Arab", "x", True),
        ("ar-Latn", "marhaban", False),
        ("zh-Hans", "שלום", False),
        ("", "2026 · שלום", True),
        ("", "Hello שלום", False),
        ("", "后勤", False),
        ("", "123", False),
    ],
)
def test_by_the_language_else_by_the_first_letter(lang: str, title: str, turned: bool) -> None:
    assert is_right_to_left(Deck(title=title, lang=lang, slides=(Slide(),))) is turned
