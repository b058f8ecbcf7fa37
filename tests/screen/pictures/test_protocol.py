"""How pictures are shown, by what the environment tells."""

from __future__ import annotations

from typing import get_args

import pytest

from presenter.commands.present import present
from presenter.screen.pictures.protocol import Protocol, protocol_for

CELL = (10, 20)


@pytest.mark.parametrize(
    ("env", "protocol"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "3"}, "kitty"),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, "kitty"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "mlterm"}, "sixel"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "contour"}, "sixel"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "iterm"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, "iterm"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "blocks"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, "blocks"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0", "KITTY_WINDOW_ID": "3"}, "blocks"),
        ({"TERM": "screen.xterm-256color", "STY": "1.x", "TERM_PROGRAM": "WezTerm"}, "blocks"),
        ({"TERM": "xterm-kitty", "ZELLIJ": "0"}, "blocks"),
        ({"TERM": "screen-256color", "KITTY_WINDOW_ID": "3"}, "blocks"),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, "none"),
        ({}, "blocks"),
    ],
    ids=str,
)
def test_the_environment_chooses(env: dict[str, str], protocol: Protocol) -> None:
    assert protocol_for(env, "truecolor", CELL) == protocol


@pytest.mark.parametrize("colors", ["standard", None])
def test_without_colours_enough_words_are_better(colors: str | None) -> None:
    assert protocol_for({"TERM": "xterm-kitty"}, colors, CELL) == "none"


@pytest.mark.parametrize("wanted", get_args(Protocol))
def test_what_the_speaker_asks_for_is_done(wanted: Protocol) -> None:
    assert protocol_for({"NO_COLOR": "1", "TMUX": "x"}, None, CELL, wanted) == wanted


def test_sixels_need_to_know_how_large_a_cell_is() -> None:
    assert protocol_for({"TERM": "foot"}, "256", None) == "blocks"
    assert protocol_for({}, "256", None, "sixel") == "blocks"


def test_the_option_offers_every_protocol() -> None:
    (option,) = (param for param in present.params if param.name == "images")
    assert tuple(option.type.choices) == ("auto", *get_args(Protocol))  # type: ignore[attr-defined]
