"""The screens in the READMEs are what presenter shows.

``GOLDEN=write pytest tests/test_readme_screens.py`` writes them anew; read the difference before
committing it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from presenter.console.page import ConsoleState, compose
from presenter.console.previews import Previews
from presenter.deck import Deck, load_deck
from presenter.deck.source import bundled_deck
from presenter.typeset import Page, PageOptions, set_slide
from presenter.words import Language

ROOT = Path(__file__).parent.parent
WRITE = os.environ.get("GOLDEN") == "write"


def _sample(language: Language) -> tuple[Deck, PageOptions]:
    deck = load_deck(bundled_deck(language)).deck
    assert deck is not None
    return deck, PageOptions(80, 24, deck.lang)


def _cover() -> Page:
    """What `make present` shows first."""
    deck, setting = _sample("zh")
    done = set_slide(deck, 0, setting)
    return done.page(done.stops[0])


def _console(language: Language, slide: int, elapsed: float) -> Page:
    """The console on a slide, so many seconds into the talk."""
    deck, setting = _sample(language)
    view = ConsoleState(
        Previews(deck, setting),
        slide,
        0,
        None,
        "running",
        elapsed,
        datetime(2026, 11, 26, 16, 8),
        "connected",
        "stage",
        "slides.yaml",
    )
    return compose(view, setting).page


def _text(page: Page) -> str:
    rows = ["".join(run.text for run in line).rstrip() for line in page.lines]
    return "\n".join(rows).strip("\n")


SCREENS: dict[str, Callable[[], Page]] = {
    "cover": _cover,
    "console zh": lambda: _console("zh", 2, 123.0),
    "console en": lambda: _console("en", 1, 68.0),
}


@pytest.mark.parametrize(
    ("readme", "names"),
    [("README.md", ["cover", "console en"]), ("README.zh.md", ["cover", "console zh"])],
)
def test_the_screens_are_what_is_shown(readme: str, names: list[str]) -> None:
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    block = re.compile(r"(<!-- screen: ([\w ]+) -->\n+```text\n)(.*?)(\n```)", re.DOTALL)
    assert [match[2] for match in block.finditer(text)] == names
    now = block.sub(lambda match: match[1] + _text(SCREENS[match[2]]()) + match[4], text)
    if WRITE:
        path.write_text(now, encoding="utf-8")
    assert text == now or WRITE
