"""The last of many sizes is the one that counts."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pty.conftest import Start
from tests.pty.test_link import remote

_RESIZED_MEANWHILE = """
import fcntl, struct, termios
from presenter.screen.terminal import TerminalDriver
asked = TerminalDriver.terminal_size

def terminal_size(self):
    size = asked(self)
    if size == (60, 16):
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", 20, 70, 0, 0))
    return size

TerminalDriver.terminal_size = terminal_size
from presenter.commands import main
main()
"""


def test_a_size_that_comes_while_another_is_read(start: Start, deck: Path) -> None:
    terminal = start(command=[sys.executable, "-c", _RESIZED_MEANWHILE, str(deck)])
    terminal.see("1/4")
    with remote(terminal, deck) as one:
        terminal.resize(60, 16)
        one.see(size=[70, 20])
