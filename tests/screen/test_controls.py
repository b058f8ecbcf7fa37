"""What is a key and what is an answer, however it arrives."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from presenter.screen.controls import ESC, KEY_DELAY, LATE, Controls

ANSWERS = [
    "\x1b[?62;22;52c",
    "\x1b[>41;388;0c",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b_Gi=31;ENOENT:no such file\x1b\\",
    "\x1bP>|tmux 3.5a\x1b\\",
    "\x1bP1+r5463=67\x1b\\",
    "\x1bP1$r0 q\x1b\\",
    "\x1b]11;rgb:1b1b/2020/2424\x07",
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]4;1;rgb:cccc/0000/0000\x1b\\",
    "\x1b]52;c;5py65YWz\x1b\\",
    "\x1b^private\x1b\\",
    "\x1bXa string\x1b\\",
    "\x1b[?2048;1$y",
    "\x1b[4;1$y",
    "\x1b[24;80R",
    "\x1b[?24;80;1R",
    "\x1b[4;600;800t",
    "\x1b[48;24;80;600;800t",
    "\x1b[?1u",
    "\x1b[?997;1n",
    "\x1b[0n",
    "\x1b[?1;0;256S",
    "\x1b[M#!!",
    "\x1b[1;2;3;4;5;6A",
]
KEYS = {
    "\x1b[C": "right",
    "\x1bOC": "right",
    "\x1b[1;2C": "shift+right",
    "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown",
    "\x1b[15~": "f5",
    "\x1bOP": "f1",
    "\x1b[[A": "f1",
    "\x1b[R": "f3",
    "\x1b[Z": "shift+tab",
    "\x1b[27u": "escape",
    "\x1b[13u": "enter",
    "\x1b[57419u": "up",
    "\x1b[99;5u": "ctrl+c",
    "n": "n",
    "第": None,
    "\x1a": "ctrl+z",
}

cuts = st.lists(st.integers(1, 40), max_size=8)


def cut(text: str, places: Iterable[int]) -> list[str]:
    """`text` in pieces, cut after as many characters as `places` say."""
    ends = [0, *(end for end in accumulate(places) if end < len(text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends)]


def late(controls: Controls) -> list[str]:
    """Let more time pass than an escape key takes, but less than ends a sequence."""
    patience = controls.patience
    return list(controls.expire()) if patience is not None and patience <= KEY_DELAY else []


@given(st.sampled_from(ANSWERS), cuts)
def test_an_answer_is_never_a_key_but_for_a_lone_escape(answer: str, places: list[int]) -> None:
    controls = Controls()
    passed: list[str] = []
    for piece in cut(answer, places):
        passed += controls.feed(piece)
        passed += late(controls)
    assert set(passed) <= {ESC}
    list(controls.expire())
    list(controls.expire())
    assert list(controls.feed("n")) == ["n"]


@given(st.lists(st.sampled_from([*ANSWERS, *KEYS])), cuts)
def test_keys_among_answers_come_whole_in_order(sent: list[str], places: list[int]) -> None:
    controls = Controls()
    passed = [key for piece in cut("".join(sent), places) for key in controls.feed(piece)]
    assert passed == [each for each in sent if each in KEYS]


@pytest.mark.parametrize(("sequence", "name"), KEYS.items(), ids=repr)
def test_what_is_passed_on_is_a_key_to_textual_at_once(sequence: str, name: str | None) -> None:
    parser = XTermParser()
    (key,) = Controls().feed(sequence)
    (event,) = parser.feed(key)
    assert isinstance(event, events.Key)
    assert name is None or event.key == name


@given(st.text(st.sampled_from("\x1b[]OP_?;:0123456789~uRABMmtyc$<> \\\x07n第"), max_size=30))
def test_whatever_is_passed_on_leaves_the_parser_waiting_for_nothing(text: str) -> None:
    parser = XTermParser()
    for key in [*(controls := Controls()).feed(text), *controls.expire()]:
        if key == ESC:
            continue
        try:
            list(parser.feed(key))
        except (ValueError, OverflowError):
            parser = XTermParser()
        assert parser._timeout_time is None


@given(st.text(max_size=40))
def test_nothing_raises_and_silence_ends_everything(text: str) -> None:
    controls = Controls()
    list(controls.feed(text))
    while controls.patience is not None:
        list(controls.expire())
    assert list(controls.feed("n\x1b[C")) == ["n", "\x1b[C"]


def test_escape_waits_only_the_delay_of_a_key() -> None:
    controls = Controls()
    assert list(controls.feed(ESC)) == []
    assert controls.patience == KEY_DELAY < LATE
    assert list(controls.expire()) == [ESC]
    assert list(controls.feed("n")) == ["n"]


def test_escape_twice_is_two_keys() -> None:
    controls = Controls()
    assert [*controls.feed(ESC + ESC), *controls.expire()] == [ESC, ESC]


def test_an_escape_before_an_arrow_is_both() -> None:
    assert list(Controls().feed("\x1b\x1b[C")) == [ESC, "\x1b[C"]


def test_a_string_that_never_ends_lets_arrows_and_enter_through() -> None:
    assert list(Controls().feed("\x1bPabc\x1b[C")) == ["\x1b[C"]
    assert list(Controls().feed("\x1b]abc\r")) == ["\r"]


def test_alt_and_a_letter_is_no_letter() -> None:
    assert list(Controls().feed("\x1bnn")) == ["n"]


def test_a_paste_is_one_whole() -> None:
    controls = Controls()
    passed = [
        *controls.feed("\x1b[200~第1"),
        *controls.feed("页\x1b[31m\x1b[20"),
        *controls.feed("1~n"),
    ]
    assert passed == ["\x1b[200~第1页[31m\x1b[201~", "n"]
    (paste,) = XTermParser().feed(passed[0])
    assert isinstance(paste, events.Paste)


def test_a_paste_that_never_ends_is_ended() -> None:
    controls = Controls()
    assert list(controls.feed("\x1b[200~页")) == []
    assert list(controls.expire()) == ["\x1b[200~页\x1b[201~"]
    assert list(controls.feed("n")) == ["n"]


def test_a_long_paste_is_shortened_and_still_ends() -> None:
    (paste, key) = Controls().feed(f"\x1b[200~{'页' * 10_000}\x1b[201~n")
    assert paste.startswith("\x1b[200~页页")
    assert paste.endswith("页\x1b[201~")
    assert len(paste) < 5000
    assert key == "n"


def test_broken_bytes_are_no_keys() -> None:
    assert list(Controls().feed("\ufffd\x9bn")) == ["n"]


@pytest.mark.parametrize("next_key", ["\r", "第", "\x1b[C"])
def test_an_escape_key_is_not_lost_before_a_key_that_comes_at_once(next_key: str) -> None:
    assert list(Controls().feed(f"\x1b{next_key}")) == [ESC, next_key]


@pytest.mark.parametrize("letter", "N /.")
def test_alt_and_a_character_swallow_no_later_key(letter: str) -> None:
    assert list(Controls().feed(f"\x1b{letter}jk")) == ["j", "k"]
