"""The terminal is asked how wide it draws, behind the first slide, and laid out by what it says."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from presenter.typeset.width import SAMPLES
from tests.pty.conftest import Start
from tests.pty.harness import DEADLINE, Terminal

SIGN = "\u26a0\ufe0f"
SEEN = "\u26a0"
"""What the terminal of these tests keeps of it; tmux keeps all."""
DECK = f"""\
title: widths
slides:
- title: first
  text: A{SIGN}B
- title: second
  text: "C{SIGN}D “E”"
"""
QUESTION = b"\x1b[6n"
RIGHT = "\x1b[C"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "widths.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def asked(terminal: Terminal) -> None:
    """Wait until the terminal is asked, and all of the question is there."""
    terminal.wait(lambda: b"\x1b[5n" in terminal.raw, "the question")


def answer(*cells: int, row: int = 24) -> str:
    return "".join(f"\x1b[{row};{each + 1}R" for each in cells) + "\x1b[0n"


NARROW_EMOJI = answer(1, 4, 8, 4, 2, 2, 3)
WIDE_QUOTES = answer(2, 2, 2, 2, 2, 2, 6)


def test_a_terminal_that_answers_gets_its_own_widths(start: Start, deck: Path) -> None:
    # This one adds up the characters, so that the sign takes a single cell.
    terminal = start(deck, "--render", "cells", reports=True)
    terminal.see(f"A{SEEN}B")
    terminal.send(RIGHT)
    terminal.see("2/2", f"C{SEEN}D")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_it_is_asked_behind_the_first_slide_and_once(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells", reports=True)
    terminal.see(f"A{SEEN}B")
    assert terminal.raw.index(b"first") < terminal.raw.index(QUESTION)
    for _ in range(3):
        terminal.send(RIGHT + "p")
    terminal.send(RIGHT)
    terminal.see("2/2")
    assert terminal.raw.count(QUESTION) == len(SAMPLES)


def test_what_is_asked_about_is_written_over_in_the_same_frame(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells")
    asked(terminal)
    frame = re.search(
        rb"\x1b\[\?2026h([^\x18]*?)\x1b\[5n(.*?)\x1b\[\?2026l", terminal.raw, re.DOTALL
    )
    assert frame is not None
    assert b"1/2" in frame[2]  # the row's own text
    assert "👋" not in terminal.text
    terminal.see(f"A{SEEN}")


def test_a_terminal_that_never_answers_changes_nothing(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells", answers={})
    asked(terminal)
    terminal.see(f"A{SEEN} B")  # a cell more than this terminal needs
    terminal.send(RIGHT)
    terminal.see("2/2", f"C{SEEN} D")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


@pytest.mark.parametrize("cut", [1, 4, 5, 6, 9, len(NARROW_EMOJI) - 1])
def test_answers_that_come_late_and_in_pieces_are_no_keys(
    start: Start, deck: Path, cut: int
) -> None:
    terminal = start(deck, "--render", "cells", answers={})
    asked(terminal)
    terminal.read_for(0.3)
    terminal.send(NARROW_EMOJI[:cut])
    terminal.read_for(1.3)  # after a second nothing unasked for would be held
    terminal.send(NARROW_EMOJI[cut:])
    terminal.see("1/2", f"A{SEEN}B")
    terminal.send(RIGHT)
    terminal.see("2/2", f"C{SEEN}D")


def test_ambiguous_characters_are_as_wide_as_the_terminal_says(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells", answers={})
    asked(terminal)
    terminal.see("1/2")
    terminal.wait(lambda: terminal.text.count("━") > 40)
    narrow = terminal.text.count("━")
    terminal.send(WIDE_QUOTES)
    terminal.wait(lambda: terminal.text.count("━") <= narrow // 2, "rules of half as many")
    terminal.send(RIGHT)
    terminal.see("“E”")


@pytest.mark.parametrize("forced", ["narrow", "wide"])
def test_nothing_is_asked_where_it_is_said(start: Start, deck: Path, forced: str) -> None:
    terminal = start(deck, "--render", "cells", "--ambiguous", forced, reports=True)
    terminal.see("1/2", f"A{SEEN} B")
    assert terminal.text.count("━") == {"narrow": 42, "wide": 20}[forced]
    terminal.send(RIGHT)
    terminal.see("2/2", f"C{SEEN} D")
    assert QUESTION not in terminal.raw


@pytest.mark.parametrize("term", ["dumb", "linux"])
def test_such_terminals_are_asked_nothing(start: Start, deck: Path, term: str) -> None:
    terminal = start(deck, "--render", "cells", env={"TERM": term}, reports=True)
    terminal.see("1/2")
    terminal.send(RIGHT)
    terminal.see("2/2", f"C{SEEN} D")
    assert QUESTION not in terminal.raw


def test_what_was_asked_in_vain_before_a_stop_is_asked_again(start: Start, deck: Path) -> None:
    terminal = start(deck, "--render", "cells", answers={})
    asked(terminal)
    terminal.see("1/2")
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait(lambda: terminal.raw.count(b"\x1b[5n") == 2, "the question again")
    terminal.send(NARROW_EMOJI)
    terminal.see(f"A{SEEN}B")
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.erase()
    terminal.see(f"A{SEEN}B")
    terminal.send(RIGHT)
    terminal.see("2/2")
    assert terminal.raw.count(b"\x1b[5n") == 2


def test_overview_search_and_notes_below(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(f"{DECK}  notes: F{SIGN}G\n".replace("first", f"H{SIGN}I"), encoding="utf-8")
    terminal = start(path, "--render", "cells", reports=True)
    terminal.see(f"A{SEEN}B")
    terminal.send(RIGHT + "s")
    terminal.see(f"F{SEEN}G")
    terminal.send("s/H")
    terminal.see(f"H{SEEN}I")
    terminal.send("\x1b")
    terminal.see("2/2")
    terminal.send("o")
    terminal.see(f"H{SEEN}I", "second")


def test_the_console_asks_its_own_terminal(start: Start, deck: Path) -> None:
    terminal = start("notes", deck, "--render", "cells", size=(100, 30), reports=True)
    terminal.see(f"A{SEEN}B")


def test_in_tmux_tmux_is_asked(deck: Path, tmux: Callable[..., str]) -> None:
    command = [sys.executable, "-m", "presenter", str(deck), "--render", "cells"]
    tmux("new-session", "-d", "-x", "80", "-y", "24", *command)
    end = time.monotonic() + DEADLINE
    while f"A{SIGN}B" not in (screen := tmux("capture-pane", "-p")):
        assert time.monotonic() < end, screen
    tmux("send-keys", "Right")
    while "2/2" not in (screen := tmux("capture-pane", "-p")):
        assert time.monotonic() < end, screen
    assert f"C{SIGN}D" in screen
