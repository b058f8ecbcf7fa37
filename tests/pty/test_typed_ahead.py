"""Keys are done in the order typed, however fast they come and whenever: all of them, once each."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import Terminal, presenter

SLIDES = 40


@pytest.fixture
def long_deck(tmp_path: Path) -> Path:
    path = tmp_path / "long.yaml"
    titles = "".join(f"- {{title: Slide {number}}}\n" for number in range(1, SLIDES + 1))
    path.write_text(f"title: Long\nslides:\n{titles}", encoding="utf-8")
    return path


def shows(terminal: Terminal, slide: int) -> bool:
    """Whether `slide` is the number at the foot."""
    return terminal.rows[-1].endswith(f" {slide}/{SLIDES}")


ORDERS = [
    ("n36\r", 36),
    ("nnn36\rn", 37),
    ("36\rn", 37),
    ("7\rpp12\rn\x0f", 5),
    ("3\x1b[C", 6),
    ("12\x7f\rn", 2),
    ("36Gn", 37),
    ("bn36\r", 36),  # the n ends the blank
    ("b36\r", 36),  # a number is typed behind it
    ("b3n", 5),  # and dropped by what ends it
    ("/Slide 22\rn", 23),
    ("o31\rn", 32),
    ("\x10slide 17\rp", 16),
    ("?nqnn", 7),  # the first n leafs through the help, which q closes
    ("/22\x7f1\rn", 22),
    ("o\x1b[6~\r", 14),  # before the overview has a size
    ("o\x1b[B\rn", 9),
    ("/Slide 2\x1b[6~\x1b[5~\rn", 3),
]


def test_keys_in_one_write(start: Start, long_deck: Path) -> None:
    terminal = start(long_deck)
    for typed, end in ORDERS:
        terminal.send("5\r")
        terminal.see(f"5/{SLIDES}")
        terminal.send(typed)
        terminal.wait(partial(shows, terminal, end), f"{typed!r}: {end}")


def test_keys_one_byte_at_a_time(start: Start, long_deck: Path) -> None:
    # However late a byte comes, an escape sequence goes on: else a busy machine would end it.
    terminal = start(long_deck, "--start", "5", env={"ESCDELAY": "60000"})
    terminal.see(f"5/{SLIDES}")
    for byte in "n36\r\x1b[C\x1b[1;2Cp":
        terminal.send(byte)
        terminal.read(0.002)
    terminal.wait(partial(shows, terminal, 37))


@pytest.mark.parametrize(
    "typed",
    ["n36\rn", "n36\nn", "36\r/Slide 37\r", "s36\rsn", "o\x1b[6~\x1b[H\r?qo36\rn"],
)
def test_keys_typed_before_the_program_has_begun(start: Start, long_deck: Path, typed: str) -> None:
    terminal = start(long_deck)
    terminal.send(typed)
    terminal.wait(partial(shows, terminal, 37))


def test_keys_typed_while_it_is_stopped(start: Start, long_deck: Path) -> None:
    terminal = start(long_deck, "--start", "5")
    terminal.see(f"5/{SLIDES}")
    terminal.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
    terminal.send("n36\rn")
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait(partial(shows, terminal, 37))


def test_keys_typed_after_fg(start: Start, long_deck: Path) -> None:
    shell = start(command=["bash", "--norc", "--noprofile", "-i"], env={"PS1": "ready> "})
    shell.see("ready>")
    shell.send(" ".join(presenter(long_deck)) + "\n")
    shell.see(f"1/{SLIDES}")
    shell.send("\x1a")
    shell.wait(lambda: b"Stopped" in shell.raw)
    shell.erase()
    shell.send("fg\nn36\rn")
    shell.wait(partial(shows, shell, 37))
