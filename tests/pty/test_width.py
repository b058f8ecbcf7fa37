"""What stands to the right of graphemes that a terminal draws wider or narrower than we count."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import DEADLINE

GRAPHEMES = [
    *("⚠\ufe0f", "✔\ufe0f❤\ufe0f", "1\ufe0f\u20e3", "👋🏼"),
    *("👨\u200d👩\u200d👧\u200d👦", "🇨🇳", "न्दी", "🫠"),
]
DECK = """\
title: marks
slides:
- title: first
  table:
    header: [sign, after]
    rows: [[plain, behind], {rows}]
"""


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """A deck whose table has a row for each of those graphemes, and then a word."""
    path = tmp_path / "marks.yaml"
    rows = ", ".join(f"['{each}', behind]" for each in GRAPHEMES)
    path.write_text(DECK.format(rows=rows), encoding="utf-8")
    return path


def test_nothing_steps_aside_where_each_character_has_its_own_width(
    start: Start, marks: Path
) -> None:
    # This terminal adds up the characters of a grapheme, as xterm does, and some more than that.
    terminal = start(marks, size=(80, 32))
    terminal.see("behind", "first")
    terminal.wait(lambda: terminal.text.count("behind") == len(GRAPHEMES) + 1)
    assert len(terminal.columns_of("behind")) == 1


def test_nothing_steps_aside_in_tmux(marks: Path, tmux: Callable[..., str]) -> None:
    command = [sys.executable, "-m", "presenter", str(marks)]
    tmux("new-session", "-d", "-x", "80", "-y", "32", *command)
    end = time.monotonic() + DEADLINE
    screen = ""
    while screen.count("behind") <= len(GRAPHEMES):
        assert time.monotonic() < end, screen
        screen = tmux("capture-pane", "-p")
    # A search sets tmux's own cursor on what it found, in cells.
    tmux("copy-mode")
    found = set()
    for _ in range(len(GRAPHEMES) + 1):
        tmux("send-keys", "-X", "search-backward", "behind")
        found.add(tmux("display-message", "-p", "#{copy_cursor_x}"))
    assert len(found) == 1
