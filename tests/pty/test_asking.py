"""Asking a terminal under a running app: what it says arrives, late or split, and never as keys."""

from __future__ import annotations

import os
import sys

from tests.pty.conftest import Start

APP = """
import os
from textual import events
from textual.app import App
from textual.widgets import Static
from presenter.screen import terminal
from presenter.screen.surfaces import Asking
from presenter.screen.terminal import TerminalDriver

terminal._ANSWERING = float(os.environ.get("ANSWERING", terminal._ANSWERING))

class Asker(App):
    def __init__(self):
        super().__init__(driver_class=TerminalDriver)
        self.asking, self.keys = Asking(os.environ), []
    def compose(self):
        yield Static(markup=False)
    def on_mount(self):
        self.tell()
        self.call_after_refresh(lambda: self._driver.ask(self.asking.question(), self.hear))
    def hear(self, answer):
        if self.asking.hear(answer):
            self.tell()
        if question := self.asking.follow_up():
            self._driver.ask(question, self.hear)
    def on_key(self, event):
        if event.key == "q":
            self.exit()
        self.keys.append(event.key)
        self.tell()
    def tell(self):
        known = self.asking.capabilities
        keys = " ".join(self.keys)
        self.query_one(Static).update(f"[{known.protocol} {known.name} {known.pixels} {keys}]")

Asker().run()
"""
COMMAND = [sys.executable, "-c", APP]
ANSWERS = ["\x1bP>|kitty(0.41.1)\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b[4;756;1224t", "\x1b[?62;c"]
QUESTION, LAST = b"\x1b[>q", b"\x1b_Gi=31"


def test_what_the_terminal_says_is_heard_and_its_keys_are_keys(start: Start) -> None:
    terminal = start(command=COMMAND)
    terminal.wait(lambda: QUESTION in terminal.raw)
    terminal.see("[cells")
    terminal.send("a".join([ANSWERS[0], *ANSWERS[2:]]))
    terminal.see("[cells kitty(0.41.1) (1224, 756) a a]")
    terminal.wait(lambda: LAST in terminal.raw)
    terminal.send("a".join(["", ANSWERS[1], ANSWERS[3]]))
    terminal.see("[kitty kitty(0.41.1) (1224, 756) a a a a]")
    terminal.send("q")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_an_answer_that_comes_in_pieces_with_pauses(start: Start) -> None:
    terminal = start(command=COMMAND)
    terminal.wait(lambda: QUESTION in terminal.raw)
    for piece in (ANSWERS[0][:9], ANSWERS[0][9:] + ANSWERS[1][:6], ANSWERS[1][6:]):
        terminal.send(piece)
        terminal.read_for(1.3)  # after a second nothing unasked for would be held
    terminal.see("[kitty kitty(0.41.1) None ]")
    terminal.send("".join(ANSWERS[2:]) + "xq")
    assert terminal.status() == 0


def test_answers_on_their_way_are_not_left_for_the_shell(start: Start) -> None:
    terminal = start(command=COMMAND, env={"ANSWERING": "15"})
    terminal.wait(lambda: QUESTION in terminal.raw)
    terminal.send("q")
    terminal.read_for(0.3)
    assert terminal.process.poll() is None  # it waits a little for them
    terminal.send("".join(ANSWERS))
    assert terminal.status() == 0
    terminal.send("\n")
    slave = os.open(os.ttyname(terminal._slave), os.O_RDWR | os.O_NOCTTY)
    try:
        assert os.read(slave, 4096) == b"\n"
    finally:
        os.close(slave)


def test_a_terminal_that_never_answers_does_not_keep_the_talk_from_ending(start: Start) -> None:
    terminal = start(command=COMMAND)
    terminal.wait(lambda: QUESTION in terminal.raw)
    terminal.send("q")
    assert terminal.status() == 0
    terminal.assert_as_found()
