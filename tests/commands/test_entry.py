"""How runs end: interrupted, unread, in an odd encoding, by a fault of our own."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from presenter.commands import entry, options
from tests.commands.conftest import Command, Write


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Have every command end with `error`."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(options.CliCommand, "parse_args", fail)


def test_a_fault_of_our_own_goes_to_a_log_file(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _break(monkeypatch, RuntimeError("boom"))
    status, out, err = command("--help")
    (log,) = (tmp_path / "state" / "presenter").iterdir()
    assert (status, out) == (70, "")
    assert err.count("\n") == 1
    assert str(log) in err
    assert "Traceback" not in err
    report = log.read_text(encoding="utf-8")
    assert "Traceback" in report
    assert report.rstrip().endswith("RuntimeError: boom")


def test_what_a_fault_says_cannot_command_the_terminal(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(monkeypatch, RuntimeError(f"a\x1b[2J\nb\u202e{'c' * 5000}"))
    err = command("--help").err
    assert "RuntimeError: a" in err
    assert not {"\x1b", "\u202e"} & set(err)
    assert err.count("\n") == 1
    assert len(err) < 600


def test_without_a_state_folder_the_log_is_a_temporary_file(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _break(monkeypatch, RuntimeError("boom"))
    status, _, err = command("--help")
    (log,) = tmp_path.glob("presenter-*/crash-*.log")
    assert status == 70
    assert str(log) in err


def test_an_interrupt_ends_with_its_signal(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(monkeypatch, KeyboardInterrupt())
    assert command("--help").status == 130


def test_ctrl_c_while_reading_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "presenter", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Where the tests run in the background of a script, they are started deaf to it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once written, the command is surely reading.
        process.stdin.write(b"#" * 1_000_000)
        process.stdin.flush()
        # Between two reads Python does not notice a signal; whoever waits presses again.
        for _ in range(100):
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
                break
        assert process.returncode == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""


def test_nobody_reading_on_ends_quietly(write: Write) -> None:
    slides = "\n".join(f"  - titel: {number}" for number in range(3000))
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "presenter", "check", write(f"title: x\nslides:\n{slides}\n")],
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writer)
    assert done.returncode == 128 + signal.SIGPIPE
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("encoding", "written"), [("ascii", "utf-8"), ("gbk", "gbk"), ("latin-1", "latin-1")]
)
def test_chinese_in_an_odd_encoding_is_no_fault(write: Write, encoding: str, written: str) -> None:
    deck = write("title: 后勤\nlang: zh\nslides:\n  - 甲：😀\n  - {乙: 丙}\n")
    done = subprocess.run(
        [sys.executable, "-m", "presenter", "check", deck],
        capture_output=True,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
        timeout=60,
    )
    assert done.returncode == 1
    assert b"error:" in done.stdout
    assert ("乙" in done.stdout.decode(written)) == (written != "latin-1")
    assert done.stderr == b""


def test_windows_is_told_of_wsl(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(["--help"], platform="win32") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "WSL" in captured.err
