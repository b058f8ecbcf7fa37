"""What a terminal's answers say, whole, cut short, or mixed with keys."""

from __future__ import annotations

import os
import termios

import pytest

from presenter.commands import terminal_query
from presenter.commands.terminal_query import Answers, ask, heard

KITTY = (
    b"\x1bP>|kitty(0.41.1)\x1b\\\x1b[4;800;1200t\x1b_Gi=31;OK\x1b\\"
    b"\x1b[7;2R\x1b[7;3R\x1b[7;1R\x1b[?62;c"
)


def test_all_answers_are_heard() -> None:
    assert heard(KITTY) == Answers(
        complete=True,
        name="kitty(0.41.1)",
        pixels=(1200, 800),
        kitty=True,
        sixel=False,
        widths=(1, 2, 0),
    )


def test_keys_among_the_answers_are_passed_over() -> None:
    assert heard(b"jq" + KITTY.replace(b"\x1b[7;3R", b"\x1b[A \x1b[7;3R\x1b")) == heard(KITTY)


@pytest.mark.parametrize(
    ("kind", "sixel"), [(b"?62;4;22", True), (b"?64", False), (b"?14;44", False)]
)
def test_sixel_is_the_fourth_feature(kind: bytes, sixel: bool) -> None:
    answers = heard(b"\x1b[" + kind + b"c")
    assert (answers.complete, answers.sixel) == (True, sixel)


def test_an_error_about_a_picture_is_no_support() -> None:
    assert not heard(b"\x1b_Gi=31;EINVAL:bad\x1b\\\x1b[?1c").kitty


@pytest.mark.parametrize("length", range(len(KITTY)))
def test_answers_that_are_not_yet_whole_wait(length: int) -> None:
    assert not heard(KITTY[:length]).complete


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
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "xterm", "TMUX": "/tmp/x,1,0"}, False),
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
    assert (b"\x1b_G" in said) == asked
    assert said.endswith(b"\x1b[K\x1b[c")
    os.close(master)
    os.close(slave)
