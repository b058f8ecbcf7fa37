from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.fonts import choice

FIND = choice.system_files
"""The search itself, which other tests do without."""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder where the system's fonts are, all of them."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(choice, "FOLDERS", (str(tmp_path / "missing"), str(folder)))
    monkeypatch.setattr(choice, "system_files", FIND)
    forget()
    yield folder
    forget()


def forget() -> None:
    """Have fonts looked for again."""
    for found in (FIND, choice.fallbacks, choice._family_of):
        found.cache_clear()
