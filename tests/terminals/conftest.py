"""Talks in a window, for every terminal that CI installs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.fonts import choice
from tests.fonts.conftest import FIND, forget
from tests.terminals.expected import Expected
from tests.terminals.kinds import KINDS
from tests.terminals.talk import DECK, Talk
from tests.terminals.walk import CASES, Case
from tests.terminals.window import Window

_IN_CI = ("kitty", "xterm")


@pytest.fixture(autouse=True)
def _fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In real terminals the real fonts: those that the command finds, too."""
    monkeypatch.setattr(choice, "system_files", FIND)
    forget()
    yield
    forget()


@pytest.fixture(scope="module", params=_IN_CI)
def window(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    """Each terminal in turns; skipped where it is not installed."""
    kind = KINDS[request.param]
    if kind.lacking:
        pytest.skip(f"not installed: {', '.join(kind.lacking)}")
    with Window(kind, tmp_path_factory.mktemp(kind.name)) as window:
        yield window


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Expected]:
    """The pictures of the deck."""
    folder = tmp_path_factory.mktemp("expected")
    deck = folder / "slides.yaml"
    deck.write_text(DECK, encoding="utf-8")
    with Expected(deck) as expected:
        yield expected


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, window: Window) -> Case:
    """Each thing to try in turns; skipped where the terminal cannot do it at all."""
    case = CASES[request.param]
    if not case.can(window.kind):
        pytest.skip("this terminal cannot")
    return case


@pytest.fixture
def talk(case: Case, window: Window, expected: Expected, tmp_path: Path) -> Iterator[Talk]:
    """A talk that has just begun."""
    deck = tmp_path / "slides.yaml"
    deck.write_text(DECK, encoding="utf-8")
    talk = Talk(window, expected, deck, "--render", "pictures")
    yield talk
    talk.end()
