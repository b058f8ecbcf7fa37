"""A meeting place of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """``$XDG_RUNTIME_DIR``, empty; its path is short, as those of sockets must be."""
    with TemporaryDirectory(prefix="p-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The path of a deck."""
    path = tmp_path / "slides.yaml"
    path.write_text("title: 后勤\nslides: [一, 二]\n", encoding="utf-8")
    return path
