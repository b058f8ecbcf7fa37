"""Real sessions around a talk, tmux, GNU screen and ssh: it is resized, cut off, gone on with."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from presenter.talk.link import snapshot
from presenter.talk.resume import saved_place
from tests.pty.conftest import Start
from tests.pty.harness import Terminal, environment, presenter

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")


def _given(terminal: Terminal, deck: Path, command: list[str]) -> None:
    """Begin the talk in a shell, go to its third slide, and change the size on the way."""
    terminal.send(" ".join(command) + "\n")
    terminal.see("1/4", "开场白")
    terminal.send("\x1b[C")
    terminal.see("2/4", "管理的前提")
    for size in ((60, 16), (100, 30)):
        terminal.resize(*size)
        terminal.see("2/4", "先懂全局，再办后勤。")
    terminal.send("\x1b[C")
    terminal.see("3/4", "服务的本分")
    terminal.wait(lambda: (place := saved_place(deck)) and place.slide == 2, "the place kept")


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("name", ["tmux", "screen"])
def test_a_talk_goes_on_in_a_session_that_was_left(
    start: Start, deck: Path, tmp_path: Path, name: str
) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    env = {"SCREENDIR": str(tmp_path / "screens"), "SHELL": "/bin/sh", "PS1": "ready> "}
    Path(env["SCREENDIR"]).mkdir(mode=0o700)
    tmux = ["tmux", "-u", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    new, again, quits = {
        "tmux": ([*tmux, "new-session", "sh"], [*tmux, "attach"], [*tmux, "kill-server"]),
        "screen": (
            ["screen", "-U", "-c", os.devnull, "-S", "talk", "sh"],
            ["screen", "-U", "-c", os.devnull, "-d", "-r", "talk"],
            ["screen", "-S", "talk", "-X", "quit"],
        ),
    }[name]
    first = start(command=new, env=env)
    try:
        first.see("ready>")
        _given(first, deck, presenter(deck))
        first.close()  # the window, not the session
        first.process.wait(20)
        second = start(command=again, env=env, size=(80, 24))
        second.see("3/4", "服务的本分")
        second.send("\x1b[C")
        second.see("4/4", "谢谢各位。")
        second.send("q")
        second.see("ready>")
        # The prompt is there again with the screen, a moment before the talk has ended.
        second.wait(lambda: saved_place(deck) is None, "no place kept of a talk given to its end")
    finally:
        subprocess.run(quits, env=environment(env), check=False, capture_output=True)


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[list[str]]:
    """The command that logs in at this machine, on a server of the test's own."""
    if SSHD is None or shutil.which("ssh") is None:
        pytest.skip("openssh-server is not installed")
    folder = tmp_path / "ssh"
    folder.mkdir(mode=0o700)
    for key in ("host", "user"):
        make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
        subprocess.run(make, check=True, stdin=subprocess.DEVNULL)
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    options = {
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "user.pub",
        "PidFile": folder / "pid",
        "StrictModes": "no",
        "UsePAM": "no",
        "ListenAddress": "127.0.0.1",
        "PermitRootLogin": "yes",
    }
    flags = [flag for name, value in options.items() for flag in ("-o", f"{name}={value}")]
    command = [SSHD, "-D", "-e", "-f", os.devnull, "-p", str(port), *flags]
    if os.geteuid() == 0:  # root's sshd needs a folder that the system's service makes
        within = 'mount -t tmpfs none /run && mkdir -m 755 /run/sshd && exec "$0" "$@"'
        command = ["unshare", "--mount", "sh", "-c", within, *command]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if "listening" in line:
            break
    else:
        pytest.skip("this user cannot run sshd here")
    login = ["ssh", "-tt", "-F", os.devnull, "-p", str(port), "-i", str(folder / "user")]
    login += ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={folder / 'known'}"]
    yield [*login, "-o", "LogLevel=ERROR", f"{getpass.getuser()}@127.0.0.1"]
    server.terminate()
    server.wait(20)
    server.stderr.close()


def test_a_talk_over_ssh_is_resumed_after_the_connection_broke(
    start: Start, deck: Path, ssh: list[str]
) -> None:
    names = ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "LANG")
    there = {name: os.environ.get(name, "C.UTF-8") for name in names} | {"LANG": "C.UTF-8"}
    remote = ["env", *(f"{name}={value}" for name, value in there.items()), "PS1='ready> '", "sh"]
    first = start(command=[*ssh, *remote])
    first.see("ready>")
    _given(first, deck, presenter(deck))
    first.process.send_signal(signal.SIGKILL)
    first.status()
    second = start(command=[*ssh, *remote])
    second.see("ready>")
    # The server takes a moment to notice, and a talk that still runs keeps its link.
    second.wait(lambda: not snapshot.running_decks(), "the end of the first talk")
    second.send(" ".join(presenter(deck, "--resume")) + "\n")
    second.see("3/4", "服务的本分", "从第 3 张继续")
    second.send("\x1b[C")
    second.see("4/4")
    second.send("q")
    second.see("ready>")
    second.send("exit\n")
    assert second.status() == 0
    second.assert_modes_as_found()
