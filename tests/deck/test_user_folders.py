"""Where what outlives a run is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.deck.safe_files import state_folder


def test_a_relative_state_home_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / ".local" / "state" / "presenter"
    assert state_folder().stat().st_mode & 0o777 == 0o700
