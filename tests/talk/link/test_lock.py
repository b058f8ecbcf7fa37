"""One holder at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from presenter.talk.link.endpoint import StageLock

HOLD = """
import sys
from pathlib import Path
from presenter.talk.link.endpoint import StageLock
lock = StageLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_who_comes_second_is_told_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = StageLock(path)
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BlockingIOError):
        StageLock(path)
    first.release()
    assert not path.exists()
    StageLock(path).release()


def test_nothing_is_left_open(tmp_path: Path) -> None:
    """Neither by who had the lock nor by who did not get it."""
    path = tmp_path / "lock"
    before = len([*Path("/dev/fd").iterdir()])
    first = StageLock(path)
    with pytest.raises(BlockingIOError):
        StageLock(path)
    first.release()
    assert len([*Path("/dev/fd").iterdir()]) == before


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BlockingIOError):
            StageLock(path)
        holder.kill()
        holder.wait()
    StageLock(path).release()


def test_a_lock_on_a_file_that_is_removed_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    looks = iter([True])
    is_there = StageLock._is_there

    def after_the_last_holder_removed_it(self: StageLock) -> bool:
        if next(looks, False):
            path.unlink()
        return is_there(self)

    monkeypatch.setattr(StageLock, "_is_there", after_the_last_holder_removed_it)
    lock = StageLock(path)
    with pytest.raises(BlockingIOError):
        StageLock(path)
    lock.release()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="lock"):
        StageLock(tmp_path / "lock")
    assert not (tmp_path / "target").exists()
