"""A meeting place of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _meeting_place_of_its_own(runtime: Path) -> None:
    """No test meets what another has left."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The path of a deck."""
    path = tmp_path / "slides.yaml"
    path.write_text("title: 后勤\nslides: [一, 二]\n", encoding="utf-8")
    return path
