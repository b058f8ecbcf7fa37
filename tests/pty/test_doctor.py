"""``presenter doctor`` in a terminal that answers, and in one that does not."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import DEADLINE


def test_it_measures_and_fits_one_screen(start: Start) -> None:
    terminal = start("doctor", reports=True, answers={}, cell=(10, 20))
    assert terminal.status() == 0
    assert terminal.rows[0].startswith("presenter ")
    text = terminal.text
    assert "take one cell" in text
    assert "80x24 cells of 10x20 pixels" in text
    assert "truecolor (COLORTERM=truecolor)" in text
    assert "汉 2" in text
    assert "answers nothing" not in text
    assert "Nothing is broken." in text
    terminal.assert_as_found()


def test_in_chinese_it_fits_one_screen_too(start: Start) -> None:
    terminal = start("doctor", reports=True, answers={}, env={"LANG": "zh_CN.UTF-8"})
    assert terminal.status() == 0
    assert terminal.rows[0].startswith("presenter ")
    assert "占一格" in terminal.text
    assert "没有故障。" in terminal.text


def test_a_terminal_that_never_answers_is_told_of(start: Start) -> None:
    terminal = start("doctor", answers={})
    assert terminal.status() == 0
    assert "answers nothing" in terminal.text
    assert re.search(r"Ambiguous +not measured", terminal.text)
    terminal.assert_as_found()


@pytest.mark.parametrize("term", ["dumb", "linux", "xterm"])
def test_any_kind_of_terminal_will_do(start: Start, term: str) -> None:
    terminal = start("doctor", reports=True, answers={}, env={"TERM": term, "COLORTERM": None})
    assert terminal.status() == 0
    assert "Nothing is broken." in terminal.text
    terminal.assert_as_found()


def test_in_tmux_it_is_tmux_that_answers(tmux: Callable[..., str]) -> None:
    command = f"{sys.executable} -m presenter doctor; cat"
    tmux("new-session", "-d", "-x", "80", "-y", "24", command)
    end = time.monotonic() + DEADLINE
    screen = ""
    while "Nothing is broken." not in screen:
        assert time.monotonic() < end, screen
        screen = tmux("capture-pane", "-p")
    assert screen.startswith("presenter ")  # nothing has scrolled away
    assert re.search(r"^Terminal +\S+, tmux", screen, re.MULTILINE)
    assert "take one cell" in screen
    assert "Gi=31" not in screen
    assert "Gi=31" not in tmux("display-message", "-p", "#{pane_title}")
