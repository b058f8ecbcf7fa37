"""Output that cannot be written is said, and never ends with status 0: full disks and the like."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DECK = "title: Talk\nslides:\n  - title: One\n    text: Two\n"
TALK = "# One\n\n<video src='a'></video>\n"

COMMANDS = [
    "--help",
    "--version",
    "help check",
    "check deck.yaml",
    "check deck.yaml --format json",
    "check bad.yaml --format github",
    "check bad.yaml",
    "export deck.yaml -o - --to md",
    "export deck.yaml -o - --to txt",
    "themes",
    "schema",
    "rehearsals deck.yaml",
    "import talk.md",
    "import talk.md -o made.yaml",
    "new made.yaml",
    "share --help",
    "doctor",
    "share deck.yaml --port 0",
]

full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deck.yaml").write_text(DECK)
    (tmp_path / "bad.yaml").write_text("slides: [\n")
    (tmp_path / "talk.md").write_text(TALK)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return tmp_path


def ended(command: str, streams: str) -> tuple[int, str, str]:
    """The status of ``presenter COMMAND STREAMS``, and what it wrote."""
    line = f'exec "$0" -m presenter {command} {streams}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("stream", [pytest.param(">/dev/full", marks=full), ">&-"])
def test_lost_output_is_said(command: str, stream: str) -> None:
    status, _, errors = ended(command, stream)
    assert status in (1, 2)
    assert "error: standard output cannot be written: " in errors
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors


@pytest.mark.parametrize("command", ["check deck.yaml", "themes", "export deck.yaml -o a.txt"])
@pytest.mark.parametrize("stream", [pytest.param("2>/dev/full", marks=full), "2>&-"])
def test_nothing_is_lost_where_nothing_is_said(command: str, stream: str, folder: Path) -> None:
    status, out, _ = ended(command, stream)
    assert status == 0
    assert out or (folder / "a.txt").stat().st_size


@pytest.mark.parametrize("stream", [pytest.param("2>/dev/full", marks=full), "2>&-"])
def test_what_was_told_in_vain_fails_behind_the_work(folder: Path, stream: str) -> None:
    status, _, _ = ended("import talk.md -o made.yaml", stream)
    assert status == 2
    assert (folder / "made.yaml").stat().st_size
    assert ended("check none.yaml", stream)[0] == 2


@pytest.mark.parametrize("command", ["check -", "export - -o a.txt"])
def test_a_closed_input_cannot_be_read(command: str) -> None:
    status, _, errors = ended(command, "<&-")
    assert status == 2
    assert errors.startswith("error: ")
    assert "standard input" in errors


@pytest.mark.parametrize("command", ["deck.yaml", "notes deck.yaml"])
@pytest.mark.parametrize("streams", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_what_needs_a_terminal_says_so(command: str, streams: str) -> None:
    status, _, errors = ended(command, streams)
    assert status == 2
    assert "Traceback" not in errors
    assert errors.startswith("error: ") or "2>&-" in streams


def test_no_file_is_opened_in_the_place_of_a_closed_stream(folder: Path) -> None:
    ended("check bad.yaml", "<&- >&- 2>&-")
    ended("new made.yaml", "<&- >&- 2>&-")
    assert (folder / "bad.yaml").read_text() == "slides: [\n"
    assert (folder / "made.yaml").read_text().startswith("# yaml-language-server")
