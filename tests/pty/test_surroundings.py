"""Where a talk finds nothing as it should be it is given all the same, the terminal left clean.

Other surroundings have tests of their own: locales, kinds of terminals, ``NO_COLOR``, 1x1 and no
terminal in `test_talk`, closed streams in `tests/commands/test_lost_output.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import presenter

_CLOCK_SET_BACK = """
import time
real, begun = time.time, time.monotonic()
time.time = lambda: real() - (90_000 if time.monotonic() > begun + 0.5 else 0)
from presenter.commands import main
main()
"""

_READ_ONLY = 'mount --bind "$PWD" "$PWD" && mount -o remount,bind,ro "$PWD" && cd "$PWD" && '


def _may_mount() -> bool:
    """Whether this user can have a file system of its own."""
    try:
        probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


class Surroundings(NamedTuple):
    """How the command is started, and with what in its environment; `{}` is the test's folder.

    before: what a shell does before, in the folder that holds the deck's.
    """

    before: str = ""
    env: tuple[tuple[str, str | None], ...] = ()
    command: tuple[str, ...] = ()
    mounts: bool = False


TABLE = {
    "a full disk": Surroundings("ulimit -f 0; "),
    "no file may be made": Surroundings("umask 777; "),
    "few descriptors": Surroundings("ulimit -n 32; "),
    "a folder that is gone": Surroundings("mkdir gone; cd gone; rmdir ../gone; "),
    "no state can be kept": Surroundings(env=(("XDG_STATE_HOME", "{}/deck/slides.yaml"),)),
    "no link can be opened": Surroundings(env=(("XDG_RUNTIME_DIR", "{}/deck/slides.yaml"),)),
    "no cache can be kept": Surroundings(env=(("XDG_CACHE_HOME", "/dev/null"),)),
    "no HOME": Surroundings(env=(("HOME", None),)),
    "a HOME that is not there": Surroundings(
        env=(("HOME", "/nonexistent"), ("XDG_STATE_HOME", None))
    ),
    "no folder for temporary files": Surroundings(env=(("TMPDIR", "/nonexistent"),)),
    "read-only": Surroundings(_READ_ONLY, mounts=True),
    "the clock set back": Surroundings(command=(sys.executable, "-c", _CLOCK_SET_BACK)),
    "errors to nowhere": Surroundings("exec 2>&-; "),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_talk_is_given(start: Start, deck: Path, tmp_path: Path, name: str) -> None:
    around = TABLE[name]
    if around.mounts and not _may_mount():
        pytest.skip("file systems cannot be mounted here")
    shell = ["/bin/sh", "-c", f'{around.before}exec "$0" "$@"']
    if around.mounts:
        shell = ["unshare", "--mount", *shell]
    env = {key: value and value.format(tmp_path) for key, value in around.env}
    command = [*shell, *(around.command or presenter()), str(deck)]
    terminal = start(command=command, cwd=tmp_path, env=env)
    terminal.see("1/4", "开场白")
    terminal.send("\x1b[C")
    terminal.see("2/4", "先懂全局，再办后勤。")
    deck.write_text(deck.read_text("utf-8").replace("先懂全局", "先看大局"), encoding="utf-8")
    terminal.see("2/4", "先看大局，再办后勤。")
    terminal.send("G")
    terminal.see("4/4")
    terminal.send("\x1b[D")
    terminal.see("3/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
    assert b"Traceback" not in terminal.raw


def test_a_console_where_nothing_can_be_kept(start: Start, deck: Path, tmp_path: Path) -> None:
    env = {"HOME": None, "XDG_STATE_HOME": "/dev/null", "XDG_RUNTIME_DIR": "/dev/null"}
    shell = ["/bin/sh", "-c", 'ulimit -f 0; exec "$0" "$@"']
    terminal = start(command=[*shell, *presenter("notes", deck)], env=env)
    terminal.see("1/4")
    terminal.send("\x1b[C+")
    terminal.see("2/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()
