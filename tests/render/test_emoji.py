"""Emoji that are several characters: as one, or their first."""

from __future__ import annotations

import pytest

from presenter.render import emoji
from presenter.render.emoji import flaws_of, with_whole_emoji

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.mark.parametrize(
    ("sequence", "first"),
    [
        (FAMILY, "\U0001f468"),
        ("\U0001f44b\U0001f3fc", "\U0001f44b"),
        ("\U0001f469\U0001f3fd\u200d\U0001f4bb", "\U0001f469"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764"),
        ("1\ufe0f\u20e3", "1"),
        ("\U0001f1e9\U0001f1ea", "DE"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
    ],
)
def test_what_no_font_has_as_one_is_its_first(
    sequence: str, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"a {sequence}{sequence} 后"
    monkeypatch.setattr(emoji, "_are_whole", lambda found, *_: [False] * len(found))
    assert with_whole_emoji(said, "en") == (f"a {first}{first} 后", sequence)
    monkeypatch.setattr(emoji, "_are_whole", lambda found, *_: [True] * len(found))
    assert with_whole_emoji(said, "en") == (said, "")


@pytest.mark.parametrize(
    "said", ["a → b", "\u26a0\ufe0f", "\U0001f600\U0001f600", "10 # *", "后勤"]
)
def test_a_single_one_is_no_sequence(said: str) -> None:
    assert with_whole_emoji(said, "en") == (said, "")


def test_a_sequence_is_whole_if_it_is_as_wide_as_its_first_part() -> None:
    # The accent is composed; the two letters are not one.
    assert emoji._are_whole(("e\u0301", "mm"), "en") == [True, False]


def test_it_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emoji, "_are_whole", lambda found, *_: [False] * len(found))
    (flaw,) = flaws_of("1\ufe0f\u20e3", "en")
    assert (flaw.code, flaw.values) == ("emoji-cut", {"characters": "1\ufe0f\u20e3"})
