"""The READMEs begin with screenshots of a real terminal; each is there, and quickly loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminals.shots import SHOTS

ROOT = Path(__file__).parents[2]
MOST_BYTES = 150_000


def _named(readme: str) -> list[str]:
    text = (ROOT / readme).read_text(encoding="utf-8")
    return re.findall(r'<img src="docs/pictures/([\w-]+)\.png"', text)


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readmes_begin_with_pictures(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert len(_named(readme)) == 3
    assert text.index("<img") < text.index("```")


def test_every_picture_is_taken_by_a_shot_and_shown() -> None:
    kept = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert kept == set(SHOTS) == {*_named("README.md"), *_named("README.zh.md")}


@pytest.mark.parametrize("name", SHOTS)
def test_the_pictures_are_small(name: str) -> None:
    assert (ROOT / "docs" / "pictures" / f"{name}.png").stat().st_size < MOST_BYTES
