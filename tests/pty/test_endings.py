"""However a talk ends or pauses, the terminal is as it was found, and the status tells how."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import DEADLINE, Terminal, presenter

RIGHT = "\x1b[C"
CTRL_Z = "\x1a"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_order(start: Start, deck: Path, number: signal.Signals) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    terminal.process.send_signal(number)
    assert terminal.status() == 128 + number
    terminal.assert_as_found()
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("keys", "options"), [("qq", ()), ("\x03", ()), ("Gq", ()), ("q", ("--no-confirm",))]
)
def test_quitting_is_fine(start: Start, deck: Path, keys: str, options: tuple[str, ...]) -> None:
    terminal = start(deck, *options)
    terminal.see("1/4")
    terminal.send(keys)
    assert terminal.status() == 0
    terminal.assert_as_found()
    # tmux that has grown since the start would keep rows of its alternate screen.
    alternate, _, _ = terminal.raw.rpartition(b"\x1b[?1049l")
    last, _, after = alternate.rpartition(b"\x1b[2J")
    assert last
    assert b"/4" not in after


_BREAK = """
from presenter.stage.app import Stage

def broken(self):
    raise RuntimeError("a bug")

Stage.action_next = broken
from presenter.commands import main
main()
"""


def test_a_bug_leaves_one_line_and_a_log(start: Start, deck: Path, tmp_path: Path) -> None:
    terminal = start(command=[sys.executable, "-c", _BREAK, str(deck)])
    terminal.see("1/4")
    terminal.send(RIGHT)
    assert terminal.status() == 70
    terminal.assert_as_found()
    assert b"Traceback" not in terminal.raw
    (log,) = (tmp_path / "state" / "presenter").glob("crash-*.log")
    said = terminal.raw.decode().rpartition("\x1b")[2].replace("\r\n", "")
    assert str(log) in said
    assert "RuntimeError: a bug" in log.read_text()


_NEVER_ENDS = """
import time
from presenter.stage.app import Stage

def stuck(self):
    time.sleep(60)

Stage.action_next = stuck
from presenter.commands import main
main()
"""


def test_a_stage_that_hangs_ends_at_the_second_signal(start: Start, deck: Path) -> None:
    terminal = start(command=[sys.executable, "-c", _NEVER_ENDS, str(deck)])
    terminal.see("1/4")
    terminal.send(RIGHT)
    for _ in range(2):
        terminal.process.terminate()
        terminal.read(0.2)
    assert terminal.status() == 128 + signal.SIGTERM
    terminal.assert_as_found()


def test_a_closed_window_leaves_no_process(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    terminal.close()
    assert terminal.process.wait(DEADLINE) == 128 + signal.SIGHUP


def test_a_closed_window_ends_it_under_a_shell_too(start: Start, deck: Path) -> None:
    command = ["/bin/sh", "-c", 'trap "" HUP; "$0" "$1"; exit $?', *presenter(deck)]
    terminal = start(command=command)
    terminal.see("1/4")
    terminal.close()
    assert terminal.process.wait(DEADLINE) == 128 + signal.SIGHUP


@pytest.fixture
def shell(start: Start, deck: Path) -> Terminal:
    """An interactive shell that runs the talk as a job, at the second slide."""
    terminal = start(command=["bash", "--norc", "--noprofile", "-i"], env={"PS1": "ready> "})
    terminal.see("ready>")
    terminal.send(" ".join(presenter(deck)) + "\n")
    terminal.see("1/4")
    terminal.send(RIGHT)
    terminal.see("2/4", "管理的前提")
    return terminal


def _stop(shell: Terminal) -> None:
    times = shell.raw.count(b"Stopped")
    shell.send(CTRL_Z)
    shell.wait(lambda: shell.raw.count(b"Stopped") > times)
    shell.assert_modes_as_found()


def test_ctrl_z_and_fg_give_the_same_slide(shell: Terminal) -> None:
    for _ in range(2):
        _stop(shell)
        shell.erase()
        shell.send("fg\n")
        shell.see("2/4", "管理的前提")
    shell.erase()
    shell.send("qq")
    shell.see("ready>")
    shell.send("echo status=$?\n")
    shell.see("status=0")


def test_a_job_killed_while_it_is_stopped_ends(shell: Terminal) -> None:
    _stop(shell)
    taken = shell.raw.count(b"\x1b[?1049h")
    shell.send("echo pid=$(jobs -p)=\n")
    shell.wait(lambda: re.search(rb"pid=\d+=", shell.raw))
    found = re.search(rb"pid=(\d+)=", shell.raw)
    assert found is not None
    shell.send("kill %1\n")
    shell.wait(lambda: not _runs(int(found[1])), "the end of the job")
    assert shell.raw.count(b"\x1b[?1049h") == taken
    shell.assert_modes_as_found()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_z_where_no_shell_could_continue_it_goes_on(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    terminal.send(CTRL_Z)
    terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") == 2)
    terminal.send(RIGHT)
    terminal.see("2/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_continued_after_a_stop_without_warning(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    terminal.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") == 2)
    terminal.erase()
    terminal.send(RIGHT)
    terminal.see("2/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
