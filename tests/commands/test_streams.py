"""When colours are written."""

from __future__ import annotations

import io

import pytest

from presenter.commands.streams import (
    can_write_colour,
    can_write_unicode,
    forget_borrowed_colours,
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colours_need_a_terminal_and_leave(
    stream: io.StringIO,
    environment: dict[str, str],
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert can_write_colour(stream) is expected


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", True), ("UTF8", True), ("utf-16", True), ("ascii", False), ("gb18030", False)],
)
def test_which_encodings_have_every_character(encoding: str, expected: bool) -> None:
    assert can_write_unicode(io.TextIOWrapper(io.BytesIO(), encoding)) is expected


@pytest.mark.parametrize(
    ("environment", "kept"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts-0.host"}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts-0.host"}, False),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, True),
        ({"TERM": "screen", "TMUX": "/tmp/tmux-0/default,1,0", "STY": "1.pts-0.host"}, False),
    ],
)
def test_within_screen_nothing_is_known_of_24_bit_colours(
    environment: dict[str, str], kept: bool
) -> None:
    environment = {**environment, "COLORTERM": "truecolor"}
    forget_borrowed_colours(environment)
    assert ("COLORTERM" in environment) is kept
