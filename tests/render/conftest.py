"""A renderer, and who is told what it has drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.render.renderer import Renderer
from tests.render.watching import Watch


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def renderer(watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Renderer]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = Renderer(watch)
    yield made
    made.close()
