"""What a terminal's answers say, whole, cut short, or mixed with keys."""

from __future__ import annotations

import os
import termios

import pytest

from presenter.commands import terminal_query
from presenter.commands.terminal_query import Answers, ask, heard
from presenter.screen.surfaces import Capabilities

KITTY = (
    b"\x1b[7;2R\x1b[7;3R\x1b[7;1R"
    b"\x1bP>|kitty(0.41.1)\x1b\\\x1b_Gi=31;OK\x1b\\\x1b[4;800;1200t\x1b[?62;c"
)
XTERM = {"TERM": "xterm-256color"}


def test_all_answers_are_heard() -> None:
    known = Capabilities("kitty", "kitty(0.41.1)", (1200, 800))
    assert heard(KITTY, XTERM) == Answers(True, known, ("kitty",), (1, 2, 0))


def test_keys_among_the_answers_are_passed_over() -> None:
    mixed = b"jq" + KITTY.replace(b"\x1b[7;3R", b"\x1b[A \x1b[7;3R\x1b")
    assert heard(mixed, XTERM) == heard(KITTY, XTERM)


def test_what_a_terminal_says_it_can_is_told_also_where_it_is_of_no_use() -> None:
    found = heard(b"\x1b_Gi=31;OK\x1b\\\x1b[?62;4c", XTERM | {"TMUX": "1"})
    assert (found.known.protocol, found.says) == ("cells", ("kitty", "sixel"))


@pytest.mark.parametrize("length", range(len(KITTY)))
def test_answers_that_are_not_yet_whole_wait(length: int) -> None:
    assert not heard(KITTY[:length], XTERM).complete


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_some_terminals_are_asked_nothing(term: str) -> None:
    reader, writer = os.pipe()  # which would be no terminal
    assert ask(writer, ["中"], {"TERM": term}) == Answers()
    os.close(writer)
    assert os.read(reader, 1) == b""
    os.close(reader)


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "xterm", "TMUX": "/tmp/x,1,0"}, True),
    ],
)
def test_nothing_is_asked_that_would_be_shown_or_become_a_title(
    environment: dict[str, str], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal_query, "PATIENCE", 0)
    master, slave = os.openpty()
    before = termios.tcgetattr(slave)
    answers = ask(slave, ["中"], environment)
    assert not answers.complete
    assert termios.tcgetattr(slave) == before
    said = os.read(master, 4096)
    assert (b"\x1b[>q" in said) == asked
    assert b"\x1b_G" not in said
    assert said.endswith(b"\x1b[c")
    os.close(master)
    os.close(slave)
