"""``python -m tests.terminals.asked FILE``, within a terminal: what presenter finds it to be.

FILE gets three lines: the protocol that the environment tells, the one that the terminal's answers
tell, and what the terminal calls itself.
"""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from pathlib import Path

from presenter.screen.controls import Controls
from presenter.screen.surfaces import Asking

_PATIENCE = 5.0
"""Seconds for the next answer."""


def main(path: Path) -> None:
    asking = Asking(os.environ)
    known = asking.capabilities.protocol
    controls = Controls(asking.hear, due=1)
    before = termios.tcgetattr(0)
    tty.setraw(0)
    try:
        os.write(1, asking.question().encode())
        while controls.due and select.select([0], [], [], _PATIENCE)[0]:
            for _ in controls.feed(os.read(0, 1024).decode(errors="replace")):
                pass
            if question := asking.follow_up():
                controls.asked()
                os.write(1, question.encode())
    finally:
        termios.tcsetattr(0, termios.TCSAFLUSH, before)
    found = asking.capabilities
    path.write_text(f"{known}\n{found.protocol}\n{found.name}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
