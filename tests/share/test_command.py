"""``presenter share`` from the command line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from presenter.commands.entry import run
from presenter.commands.installation import install_command
from presenter.share.run import Options, address, is_loopback


@contextmanager
def started(*arguments: str | Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, killed at the end if it is still there."""
    process = subprocess.Popen(
        [sys.executable, "-m", "presenter", "share", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": ""} | environment,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def until(process: subprocess.Popen[str], text: str) -> str:
    """All that the command says up to the line with `text`."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if text in line:
            return said
    raise AssertionError(f"never said: {text}\n{said}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(deck: Path, number: signal.Signals) -> None:
    with started(deck, "--port", "0") as process:
        until(process, "Waiting for the stage")
        process.send_signal(number)
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, errors) == (128 + number, "")


def test_it_says_where_it_is_and_who_sees_it(deck: Path) -> None:
    with started(deck, "--port", "0", "--remote") as process:
        said = until(process, "Waiting for the stage")
        url = said.split("shown at ")[1].split()[0]
        assert "Only this machine can open it" in said
        with urllib.request.urlopen(url) as answer:
            assert "引子" in answer.read().decode()
        secret = said.split("reads the notes.\n")[1].split()[0]
        assert secret.startswith(f"{url}remote?token=")
        with urllib.request.urlopen(secret) as answer:
            assert answer.status == 200


def test_it_warns_where_others_can_see_it(deck: Path) -> None:
    with started(deck, "--port", "0", "--host", "0.0.0.0", LANG="zh_CN.UTF-8") as process:
        said = until(process, "等待放映")
        assert "凡能连上这个地址的人" in said
        assert "0.0.0.0" not in said.splitlines()[0]


def test_a_port_in_use_is_told(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["share", str(deck), "--port", str(port)]) == 2
    assert f"--port {port + 1}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["--port", "x"], ["--port", "65536"], ["--url", "talk.example.org"], ["--url", "http://["],
     ["--host", "192.0.2.1"], ["--theme", "nosuch"]],
)  # fmt: skip
def test_what_cannot_be_is_told(
    deck: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["share", str(deck), *arguments]) == 2
    assert "help: " in capsys.readouterr().err


def test_without_aiohttp_it_says_what_to_install(
    deck: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    for name in [name for name in sys.modules if name.startswith("presenter.share.")]:
        monkeypatch.delitem(sys.modules, name)
    assert run(["share", str(deck)]) == 2
    assert install_command("share") in capsys.readouterr().err


def test_other_commands_do_without_aiohttp(deck: Path) -> None:
    script = (
        "import sys\nfrom presenter.commands.entry import run\n"
        "run(sys.argv[1:])\nprint('aiohttp' in sys.modules)"
    )
    for arguments in (["check", str(deck)], ["share", "--help"], ["export", str(deck), "-o", "-"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == "False"


def test_addresses_for_others() -> None:
    assert address(Options(), 8420) == "http://127.0.0.1:8420/"
    assert address(Options(host="::1"), 8420) == "http://[::1]:8420/"
    assert address(Options(url="https://talk.example.org"), 8420) == "https://talk.example.org/"
    assert "0.0.0.0" not in address(Options(host="0.0.0.0"), 8420)
    assert [is_loopback(host) for host in ("localhost", "127.0.0.2", "::1")] == [True] * 3
    assert [is_loopback(host) for host in ("0.0.0.0", "::", "192.0.2.1", "here")] == [False] * 4


STUCK = """
import asyncio, sys, time
from pathlib import Path
from presenter.deck import load_deck
from presenter.share import run
from presenter.words import Words

def introduce(*_):
    print("ready", flush=True)
    if sys.argv[2] == "thread":
        asyncio.get_running_loop().run_in_executor(None, time.sleep, 10_000)
    else:
        time.sleep(10_000)

run._introduce, run._LONGEST_END = introduce, 0.3
deck = Path(sys.argv[1])
run.run(deck, load_deck(deck), run.Options(port=0), Words("en"), print)
"""


@pytest.mark.parametrize("what", ["thread", "loop"])
def test_nothing_that_it_waits_for_keeps_it_from_ending(deck: Path, what: str) -> None:
    command = [sys.executable, "-c", STUCK, str(deck), what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "ready\n"
            process.terminate()
            assert process.wait(20) == 128 + signal.SIGTERM
        finally:
            process.kill()


def test_it_ends_while_others_are_connected(deck: Path) -> None:
    with started(deck, "--port", "0") as process:
        said = until(process, "Waiting for the stage")
        port = int(said.split("127.0.0.1:")[1].split("/")[0])
        asked = [b"", b"GET / HT", b"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"]
        calls = [socket.create_connection(("127.0.0.1", port)) for _ in asked]
        for call, request in zip(calls, asked, strict=True):
            call.sendall(request)
        assert calls[-1].recv(15) == b"HTTP/1.1 200 OK"
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, errors) == (143, "")
        for call in calls:
            call.close()
