"""The language that a file says its texts are in."""

from __future__ import annotations

import pytest

from presenter.handout.pptx.fonts import languages


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("he", "he-IL"),
        ("ar", "ar-SA"),
        ("ar-EG", "ar-EG"),
        ("fa", "fa-IR"),
        ("ur", "ur-PK"),
        ("vi", "vi-VN"),
        ("zh-TW", "en-US"),
        ("tlh", "en-US"),
    ],
)
def test_a_text_is_in_the_talks_language(tag: str, named: str) -> None:
    assert languages(tag).of("x")[0] == named
