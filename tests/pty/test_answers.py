"""What a terminal answers, however late and in whatever pieces, is never taken for keys."""

from __future__ import annotations

from pathlib import Path

from tests.pty.conftest import Start

RIGHT = "\x1b[C"
LATE = 0.15
"""Seconds between two pieces; an escape that stands alone this long would be the escape key."""

ANSWERS = [
    "\x1b[?62;22;52c",  # DA1
    "\x1b[>41;388;0c",  # DA2
    "\x1b_Gi=31;OK\x1b\\",  # kitty graphics
    "\x1bP>|tmux 3.5a\x1b\\",  # XTVERSION
    "\x1bP1+r5463=67\x1b\\",  # XTGETTCAP
    "\x1b]11;rgb:1b1b/2020/2424\x07",  # background colour, as xterm ends it
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b[?2026;2$y",  # DECRPM
    "\x1b[?2048;1$y",
    "\x1b[24;80R",  # CPR
    "\x1b[4;600;800t",  # window in pixels
    "\x1b[?1u",  # kitty keyboard flags
    "\x1b[?997;1n",  # dark or light
]


def test_late_and_split_answers_move_nothing(start: Start, deck: Path) -> None:
    terminal = start(deck, answers={})
    terminal.see("1/4")
    for answer in ANSWERS:
        terminal.send(answer)
        middle = len(answer) // 2
        for piece in (answer[:1], answer[1:middle], answer[middle:]):
            terminal.send(piece)
            terminal.read_for(LATE)
    # By what it says, this terminal shows slides as pictures: v has the text of them shown.
    terminal.send(RIGHT + "v")
    terminal.see("2/4", "管理的前提")
    assert "→" not in terminal.text
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_answers_that_arrive_before_the_first_frame(start: Start, deck: Path) -> None:
    terminal = start(deck, answers={})
    terminal.send("".join(ANSWERS))
    terminal.see("1/4", "开场白")
    terminal.send(RIGHT + "v")
    terminal.see("2/4", "管理的前提")
    assert "→" not in terminal.text
