"""Which colours a terminal has, and what it shows for those of a theme: as Rich has it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.console import Console

from presenter.screen.colors import as_shown, color_system, nearest

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("term", ["xterm-256color", "xterm-kitty", "linux", "dumb", "vt100", ""])
@pytest.mark.parametrize("said", ["truecolor", "24bit", "TrueColor ", "yes", ""])
def test_a_terminal_has_the_colours_that_rich_finds(term: str, said: str) -> None:
    environment = {"TERM": term, "COLORTERM": said}
    rich = Console(file=io.StringIO(), force_terminal=True, _environ=environment)
    assert color_system(environment) == rich.color_system


@given(COLORS)
def test_of_sixteen_colours_rich_finds_the_same(color: str) -> None:
    (code,) = Color.parse(color).downgrade(_STANDARD).get_ansi_codes()
    number = int(code)
    assert nearest(color, "standard") == (number - 30 if number < 90 else number - 82)


_STANDARD = Console(color_system="standard")._color_system or pytest.fail("no such system")


@given(COLORS)
def test_what_is_shown_is_a_colour_that_the_terminal_has(color: str) -> None:
    assert as_shown(color, "truecolor") == color
    for system in ("standard", "256"):
        shown = as_shown(color, system)
        assert nearest(shown, system) == nearest(color, system)
