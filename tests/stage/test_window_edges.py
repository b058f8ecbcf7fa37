"""What is outside the cells has the colour of what stands beside it, where that can be undone."""

from __future__ import annotations

import pytest

from presenter.stage.window_edges import WindowEdges

PLAIN, FIELD = "\x1b]11;#ffffff\x1b\\", "\x1b]11;#8f120b\x1b\\"


def test_a_slides_own_field_is_taken_and_given_up() -> None:
    edges = WindowEdges()
    assert edges.colored("#ffffff", "", "kitty(0.41.1)") == PLAIN
    assert edges.colored("#ffffff", "", "kitty(0.41.1)") == ""
    assert edges.colored("#ffffff", "#8f120b", "kitty(0.41.1)") == FIELD
    assert edges.colored("#ffffff", "", "kitty(0.41.1)") == PLAIN
    assert edges.plain() == "\x1b]111\x1b\\"
    assert edges.plain() == ""


def test_xterm_paints_no_slide_anew_for_another_field() -> None:
    edges = WindowEdges()
    assert edges.colored("#ffffff", "#8f120b", "XTerm(379)") == PLAIN
    assert edges.colored("#ffffff", "", "XTerm(379)") == ""


@pytest.mark.parametrize("terminal", ["", "Konsole 22.12", "mlterm"])
def test_what_cannot_be_taken_back_is_not_set(terminal: str) -> None:
    edges = WindowEdges()
    assert edges.colored("#ffffff", "#8f120b", terminal) == ""
    assert edges.plain() == ""
