"""Highlighters that never end, wherever they hang, and processes that do not answer."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from presenter.typeset import highlight, lexer_process

Tokens = Iterator[tuple[str, str]]


def loops(source: str, language: str) -> Tokens:
    while True:
        pass
    yield "", ""


def backtracks(source: str, language: str) -> Tokens:
    re.match(r"(a|aa)+$", "a" * 200 + "b")
    yield "", source


def yields_nothing_for_ever(source: str, language: str) -> Tokens:
    while True:
        yield "Text", ""


def repeats(source: str, language: str) -> Tokens:
    while True:
        yield "Text", "a"


def leaves_out(source: str, language: str) -> Tokens:
    yield "Text", source[:-2]


def changes(source: str, language: str) -> Tokens:
    yield "Text", source.upper()


def fails(source: str, language: str) -> Tokens:
    yield "Text", source[0]
    raise LookupError(source)


@pytest.mark.parametrize(
    ("tokens", "fault"),
    [
        (loops, "slow"),
        (backtracks, "slow"),
        (yields_nothing_for_ever, "slow"),
        (repeats, "altered"),
        (leaves_out, "altered"),
        (changes, "altered"),
        (fails, "failed"),
    ],
)
def test_a_bad_highlighter_is_ended(
    tokens: Callable[[str, str], Tokens], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexer_process, "tokens", tokens)
    before = signal.signal(signal.SIGVTALRM, lexer_process.time_up)
    try:
        assert lexer_process.answer("ab\n", "any", 0.05) == {"fault": fault}
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    finally:
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What runs in place of the process that lexes."""
    monkeypatch.setattr(highlight, "_idle", [])
    monkeypatch.setattr(highlight, "_slow", {})
    monkeypatch.setattr(highlight, "_SCRIPT", tmp_path / "process.py")
    monkeypatch.setattr(highlight, "_WAIT", 0.2)
    monkeypatch.setattr(highlight, "_SECONDS", 0.1)
    yield tmp_path / "process.py"
    for process in highlight._idle:
        process.end()


@pytest.mark.parametrize(
    ("program", "fault"),
    [
        ("import time\ntime.sleep(600)", "slow"),
        ("import signal\nsignal.pause()", "slow"),
        ("raise SystemExit(1)", "failed"),
        ("import os\nos.write(0, b'[')\nos.read(0, 9)", "failed"),
        ("import os\nos.read(0, 9)\nos.write(0, b'no answer\\n')", "failed"),
    ],
)
def test_a_process_that_does_not_answer_is_ended(script: Path, program: str, fault: str) -> None:
    script.write_text(program, encoding="utf-8")
    assert highlight.lex("x\n", "python") == ((), fault)
    assert highlight._idle == []


def test_a_process_is_used_again() -> None:
    assert highlight.lex("x\n", "python").tokens
    before = list(highlight._idle)
    assert highlight.lex("y\n", "python").tokens
    assert highlight._idle == before
