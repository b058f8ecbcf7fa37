"""A terminal that a killed talk left is given back by the next one."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.screen import left_terminals

KITTY = {"TERM": "xterm-kitty"}
TALK = """
import os, sys
from presenter.screen import left_terminals
left_terminals.note(dict(TERM=sys.argv[1]))
os.write(1, b"noted")
if sys.argv[2] == "ends":
    left_terminals.forget()
else:
    os.kill(os.getpid(), 9)
"""


class Window:
    """A terminal in which a shell runs a talk, and then waits for a line."""

    def __init__(self, term: str, end: str) -> None:
        self.pid, self._terminal = pty.fork()
        if not self.pid:  # the shell: leader of the session, its job in a group of its own
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            job = subprocess.Popen([sys.executable, "-c", TALK, term, end], process_group=0)
            os.tcsetpgrp(0, job.pid)
            job.wait()
            os.tcsetpgrp(0, os.getpid())
            os.write(1, b"$ ")
            os.read(0, 1)
            os._exit(0)
        self.read(b"$ ")

    def read(self, end: bytes) -> bytes:
        said = b""
        while not said.endswith(end):
            assert select.select([self._terminal], [], [], 60)[0]
            said += os.read(self._terminal, 1000)
        return said

    def is_silent(self) -> bool:
        return not select.select([self._terminal], [], [], 0)[0]

    def close(self) -> None:
        os.close(self._terminal)
        os.waitpid(self.pid, 0)


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for name in ("TMUX", "STY", "ZELLIJ", "TERM_PROGRAM", "KITTY_WINDOW_ID"):
        monkeypatch.delenv(name, raising=False)


def notes(folder: Path) -> list[Path]:
    return [*folder.glob("presenter/terminals/*")]


@pytest.fixture
def killed() -> Iterator[Window]:
    window = Window("xterm-kitty", "is killed")
    yield window
    window.close()


def test_what_a_killed_talk_left_is_given_back_once(killed: Window, tmp_path: Path) -> None:
    assert len(notes(tmp_path)) == 1
    left_terminals.mend("<back>")
    assert killed.read(b"<back>") == b"\x1b]111\x1b\\<back>"
    assert notes(tmp_path) == []
    left_terminals.mend("<back>")
    assert killed.is_silent()


def test_a_window_that_is_closed_is_forgotten(tmp_path: Path) -> None:
    window = Window("xterm-kitty", "is killed")
    window.close()
    left_terminals.mend("<back>")
    assert notes(tmp_path) == []


@pytest.mark.parametrize(("term", "end"), [("xterm-kitty", "ends"), ("xterm", "is killed")])
def test_others_leave_nothing_behind(term: str, end: str, tmp_path: Path) -> None:
    window = Window(term, end)
    assert notes(tmp_path) == []
    window.close()
