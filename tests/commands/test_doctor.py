"""``presenter doctor`` where there is no terminal, and where something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from presenter.commands.doctor import _short, _writable
from presenter.commands.installation import install_command
from tests.commands.conftest import Command


def test_in_a_pipe_nothing_is_measured_and_that_is_said(process: Command) -> None:
    status, out, err = process("doctor", TERM="xterm-256color")
    assert (status, err) == (0, "")
    assert "this output is no terminal: nothing measured" in out
    assert "\x1b" not in out
    assert "Nothing is broken." in out


def test_what_is_lacking_is_named_with_the_command_that_installs_it(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "presenter.commands.doctor.lacking", lambda extra: ["x"] * (extra == "share")
    )
    out = " ".join(command("doctor").out.split())
    assert f"share: {install_command('share')}" in out


def test_something_essential_that_is_missing_is_a_failure(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icu4py", None)
    status, out, err = command("doctor")
    assert (status, err) == (1, "")
    assert "icu4py cannot be imported" in out


def test_a_sample_that_cannot_be_shown_is_a_failure(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("presenter.deck.source.bundled_deck", lambda _: tmp_path / "none.yaml")
    status, out, _ = command("doctor")
    assert status == 1
    assert "a slide cannot be set: FileNotFoundError" in out


def test_the_home_is_not_told(process: Command, tmp_path: Path) -> None:
    out = process("doctor", HOME=str(tmp_path), XDG_STATE_HOME="", XDG_CACHE_HOME="").out
    assert "~/.local/state/presenter" in out
    assert f"{tmp_path}/.local" not in out


def test_a_folder_that_only_begins_like_the_home_is_told_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/li")
    assert _short("/home/li/a") == "~/a"
    assert _short("/home/li") == "~"
    assert _short("/home/lina/a") == "/home/lina/a"


def test_whether_a_folder_can_be_made_is_known(tmp_path: Path) -> None:
    assert _writable(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    assert not _writable(tmp_path / "file" / "b")
