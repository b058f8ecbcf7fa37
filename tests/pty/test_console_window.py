"""``presenter --console`` inside a real tmux."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from presenter.stage.console_window import SESSION
from tests.pty.harness import DEADLINE, environment, presenter

TMUX = shutil.which("tmux")


class Tmux:
    """A tmux server of its own, at `socket`, on which ``main`` is looked at."""

    def __init__(self, socket: Path, env: dict[str, str]) -> None:
        self._command = [TMUX or "tmux", "-S", str(socket), "-f", "/dev/null"]
        self._env = env

    def run(self, *arguments: str) -> str:
        """What a command of tmux says; empty if it fails."""
        process = subprocess.run(
            [*self._command, *arguments], env=self._env, capture_output=True, text=True, check=False
        )
        return process.stdout

    def see(self, session: str, *texts: str) -> str:
        """Wait until all of `texts` are in the only pane of `session`; what it shows then."""
        return self.wait(lambda shown: all(text in shown for text in texts), session, str(texts))

    def wait(self, condition: object, session: str, what: str) -> str:
        """Wait until what `session` shows meets `condition`."""
        assert callable(condition)
        end = time.monotonic() + DEADLINE
        while not condition(shown := self.run("capture-pane", "-p", "-t", session)):
            assert time.monotonic() < end, f"never came: {what}\n{shown}"
            time.sleep(0.05)
        return shown


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A server with one session of 80x24, ended afterwards."""
    if TMUX is None:
        pytest.skip("tmux is not installed")
    env = environment(
        {
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"],
        }
    )
    with TemporaryDirectory(prefix="t-") as folder:
        server = Tmux(Path(folder, "s"), env)
        try:
            yield server
        finally:
            server.run("kill-server")


def test_the_console_stands_in_a_session_that_nobody_sees(tmux: Tmux, deck: Path) -> None:
    deck.write_text(
        deck.read_text("utf-8").replace("- title: 开场白", "- title: 开场白\n  notes: 先停两秒", 1),
        "utf-8",
    )
    command = presenter(deck, "--console")
    tmux.run("new-session", "-d", "-x", "80", "-y", "24", "-s", "main", *command)
    stage = tmux.see("main", "1/4", f"tmux attach -t {SESSION}")
    assert "先停两秒" not in stage
    assert tmux.run("list-windows", "-t", "main").count("\n") == 1
    assert tmux.run("list-panes", "-t", "main").count("\n") == 1

    covered = tmux.see(SESSION, "按任意键")
    assert "先停两秒" not in covered
    tmux.run("send-keys", "-t", SESSION, "n")
    assert "1/4" in tmux.see(SESSION, "先停两秒")  # the key has shown the notes and moved nothing
    tmux.run("send-keys", "-t", SESSION, "n")
    tmux.see("main", "2/4")
    tmux.run("send-keys", "-t", "main", "C-c")
    tmux.wait(lambda _: SESSION not in tmux.run("list-sessions"), SESSION, "the console's end")


def test_the_console_logs_where_the_stage_does(tmux: Tmux, deck: Path, tmp_path: Path) -> None:
    log = tmp_path / "talk.log"
    command = presenter(deck, "--console", "--log", log.name)
    tmux.run(
        *("new-session", "-d", "-x", "80", "-y", "24", "-s", "main", "-c", str(tmp_path)), *command
    )
    tmux.see("main", "1/4", f"tmux attach -t {SESSION}")
    tmux.wait(lambda shown: shown.strip(), SESSION, "the console")
    begun = [line for line in log.read_text("utf-8").splitlines() if "arguments: " in line]
    assert len(begun) == 2
    assert "'notes'" in begun[1]
    tmux.run("send-keys", "-t", "main", "q", "q")
