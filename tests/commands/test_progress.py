"""The line for those who wait."""

from __future__ import annotations

import io
import threading

import pytest

from presenter.commands.progress import Progress


class Terminal(io.StringIO):
    """A terminal that tells when `awaited` has been written to it."""

    def __init__(self, awaited: str) -> None:
        super().__init__()
        self.awaited = awaited
        self.seen = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        if self.awaited in self.getvalue():
            self.seen.set()


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_long_work_tells_how_far_it_is_and_wipes_it_away() -> None:
    terminal = Terminal("talk.svg … 3/9")
    with Progress(terminal, "a/talk.svg", patience=0) as progress:
        progress.passed(3, 9)
        assert terminal.seen.wait(20)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_warning_has_a_line_of_its_own() -> None:
    terminal = Terminal("talk.pdf …")
    with Progress(terminal, "talk.pdf", patience=0) as progress:
        assert terminal.seen.wait(20)
        progress.warn("handout.no-glyph", characters="龘")
    assert "\r\x1b[Kwarning: no font" in terminal.getvalue()


def test_short_work_says_nothing() -> None:
    terminal = Terminal("talk")
    with Progress(terminal, "talk.svg", patience=60) as progress:
        progress.passed(1, 2)
    assert terminal.getvalue() == ""


def test_a_name_cannot_command_the_terminal() -> None:
    terminal = Terminal("talk")
    with Progress(terminal, "talk\x1b[2J.svg", patience=0):
        assert terminal.seen.wait(20)
    assert "\x1b[2J" not in terminal.getvalue()


def test_nothing_is_said_to_a_file() -> None:
    stream = io.StringIO()
    with Progress(stream, "talk.svg", patience=0) as progress:
        progress.passed(1, 2)
        progress.warn("handout.no-glyph", characters="龘")
    assert stream.getvalue().startswith("warning: ")


def test_a_terminal_without_cursor_gets_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal("talk")
    with Progress(terminal, "talk.svg", patience=0):
        pass
    assert terminal.getvalue() == ""
