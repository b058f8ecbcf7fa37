"""Whole pages of the console, to be read by people: the files in ``golden/`` are as approved.

``GOLDEN=write pytest tests/console/test_golden.py`` writes them anew; read the difference before
committing it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from presenter.console.page import compose
from presenter.typeset import PageOptions
from tests.console.views import CHINESE, ENGLISH, view

GOLDEN = Path(__file__).parent / "golden"

MOMENTS: dict[str, dict[str, Any]] = {
    "in the middle": {},
    "blank and paused": {"blank": "black", "clock": "paused", "stop": 3, "elapsed": 60.0},
    "before the stage": {"slide": 0, "clock": "stopped", "elapsed": 0.0, "link": "waiting"},
    "at the end": {"slide": -1, "link": "lost", "elapsed": 800.0},
}


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize(("name", "text"), [("zh", CHINESE), ("en", ENGLISH)])
def test_pages_are_as_they_were_approved(name: str, text: str, size: tuple[int, int]) -> None:
    setting = PageOptions(*size, name)
    pages = [compose(view(text, **moment), setting).page.text() for moment in MOMENTS.values()]
    made = f"\n{'=' * size[0]}\n".join(pages) + "\n"
    path = GOLDEN / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")
