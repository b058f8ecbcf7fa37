"""A meeting place, a deck and a memory of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No console finds what one before it has kept, or a stage."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
