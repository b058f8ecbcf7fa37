"""What a command imports, seen in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from presenter.deck.source import bundled_deck

SCRIPT = """
import sys
from presenter.commands.entry import run
status = run(sys.argv[1:])
assert status in (0, 2), status
print("\\n", *sys.modules)
"""


def _imported(*arguments: str) -> set[str]:
    """The top-level packages that `arguments` import, and presenter's own rooms."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    modules = done.stdout.splitlines()[-1].split()
    assert "presenter.commands.entry" in modules
    tops = {module.partition(".")[0] for module in modules}
    return tops | {module for module in modules if module.startswith("presenter.")}


HEAVY = {"textual", "rich", "asyncio", "watchfiles", "pygments", "presenter.screen.page_view"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["check", str(bundled_deck())],
        ["new", "/nowhere/slides.yaml"],
        ["schema"],
        ["themes"],
        ["--theme", "nosuchtheme"],
    ],
)
def test_only_the_stage_needs_textual(arguments: list[str]) -> None:
    assert not HEAVY & _imported(*arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_needs_neither_deck_nor_typesetter(arguments: list[str]) -> None:
    heavy = {"yaml", "msgspec", "icu4py", "presenter.deck", "presenter.typeset"}
    assert not heavy & _imported(*arguments)


def test_a_check_without_options_needs_no_parser_of_options() -> None:
    assert "click" not in _imported("check", str(bundled_deck()))


def test_the_deck_needs_no_typesetter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, presenter.deck; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "presenter.typeset" not in done.stdout.split()
    assert "presenter.deck.load" in done.stdout.split()


def test_large_type_needs_no_font_before_it_is_drawn() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, presenter.typeset.large.layout; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"PIL", "icu4py", "presenter.fonts.choice"} & set(done.stdout.split())
