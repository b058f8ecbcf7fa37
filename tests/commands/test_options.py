"""What options mean."""

from __future__ import annotations

import pytest

from presenter.commands.options import is_ours_to_turn


@pytest.mark.parametrize(
    ("bidi", "environ", "ours"),
    [
        ("auto", {"TERM": "xterm-256color"}, True),
        ("auto", {"VTE_VERSION": "7006"}, False),
        ("auto", {"VTE_VERSION": "5202"}, True),
        ("auto", {"KONSOLE_VERSION": "221203"}, False),
        ("auto", {"MLTERM": "3.9.0"}, False),
        ("presenter", {"VTE_VERSION": "7006"}, True),
        ("terminal", {"TERM": "xterm-kitty"}, False),
    ],
)
def test_who_turns_hebrew_and_arabic(bidi: str, environ: dict[str, str], ours: bool) -> None:
    assert is_ours_to_turn(bidi, environ) is ours
