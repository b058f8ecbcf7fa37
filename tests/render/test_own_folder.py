"""Folders that outlive no process for long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presenter.render.own_folder import own_folder

_HOLDS = """
from presenter.render.own_folder import own_folder
with own_folder() as folder:
    (folder / "picture.png").write_bytes(b"")
    print(folder, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_it_is_gone_afterwards(temporary: Path) -> None:
    with own_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert list(temporary.iterdir()) == [folder]
    assert not list(temporary.iterdir())


def test_that_of_a_killed_process_is_removed_and_that_of_a_live_one_is_not() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        with own_folder() as live, own_folder():
            assert live.is_dir()
            assert (left / "picture.png").is_file()
            process.kill()
            process.wait()
            assert left.is_dir()
            with own_folder():
                assert not left.exists()
            assert live.is_dir()


def test_what_is_not_such_a_folder_is_left_alone(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix = "presenter-slides-"
    other = temporary / "other"
    (other / "kept").mkdir(parents=True)
    (other / "lock").write_bytes(b"")
    (temporary / f"{prefix}link").symlink_to(other)
    (temporary / f"{prefix}file").write_bytes(b"")
    (temporary / f"{prefix}without-lock").mkdir()
    linked = temporary / f"{prefix}linked"
    linked.mkdir()
    (linked / "lock").symlink_to(other / "lock")
    before = set(temporary.rglob("*"))
    with own_folder() as folder:
        assert set(temporary.rglob("*")) - {folder, folder / "lock"} == before
    (linked / "lock").unlink()
    (linked / "lock").write_bytes(b"")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with own_folder():
        assert linked.is_dir()
