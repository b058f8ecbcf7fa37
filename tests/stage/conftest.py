"""A screen for pictures in a terminal that says it is kitty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.stage import picture_terminal
from tests.stage.picture_stand import Stand


@pytest.fixture
def kitty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(picture_terminal, "terminal_pixels", lambda: (640, 384))


@pytest.fixture
def stand(kitty: None) -> Iterator[Stand]:
    made = Stand()
    made.paint()
    yield made
    made.pictures.close()
