"""Where stage and consoles meet."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from presenter.talk.link.endpoint import check_folder, endpoint_for


def _mode(path: Path) -> int:
    return path.lstat().st_mode & 0o777


def test_the_folder_is_made_for_this_user_alone(runtime: Path, deck: Path) -> None:
    before = os.umask(0)
    try:
        meeting = endpoint_for(deck, make=True)
    finally:
        os.umask(before)
    assert meeting.socket.parent == runtime / "presenter"
    assert _mode(runtime / "presenter") == 0o700
    assert re.fullmatch("[0-9a-f]{16}", meeting.socket.name)
    assert endpoint_for(deck, make=True) == meeting


def test_looking_makes_nothing(runtime: Path, deck: Path) -> None:
    with pytest.raises(FileNotFoundError):
        endpoint_for(deck)
    assert list(runtime.iterdir()) == []


def test_a_deck_is_met_by_whatever_path(
    deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(deck)
    monkeypatch.chdir(tmp_path)
    met = {endpoint_for(path, make=True) for path in (deck, link, Path("slides.yaml"))}
    assert len(met) == 1
    assert endpoint_for(tmp_path / "other.yaml") not in met


@pytest.mark.parametrize("mode", [0o701, 0o710, 0o702, 0o777])
def test_a_folder_open_to_others_is_refused(runtime: Path, deck: Path, mode: int) -> None:
    (runtime / "presenter").mkdir()
    (runtime / "presenter").chmod(mode)
    with pytest.raises(PermissionError):
        endpoint_for(deck, make=True)


def test_a_link_or_a_file_is_no_folder(runtime: Path, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (runtime / "presenter").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError):
        endpoint_for(deck, make=True)
    (runtime / "presenter").unlink()
    (runtime / "presenter").touch()
    with pytest.raises(FileExistsError):
        endpoint_for(deck, make=True)


def test_another_users_folder_is_refused(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: runtime.stat().st_uid + 1)
    with pytest.raises(PermissionError):
        check_folder(runtime)


def _elsewhere(monkeypatch: pytest.MonkeyPatch, uid: int) -> Path:
    """The folder in which a user of this id meets, seen without making it."""
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    monkeypatch.setattr("presenter.talk.link.endpoint.check_folder", lambda folder: None)
    return endpoint_for(Path("slides.yaml")).socket.parent


def test_another_users_runtime_folder_is_passed_over(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = runtime.stat().st_uid + 1
    assert _elsewhere(monkeypatch, uid) == Path(f"/tmp/presenter-{uid}")


@pytest.mark.parametrize("given", ["", "relative", "/nowhere/at/all", "/tmp/" + "x" * 80])
def test_without_a_runtime_folder_it_is_in_tmp(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", given)
    assert _elsewhere(monkeypatch, 4711) == Path("/tmp/presenter-4711")
