"""A real kitty and a real xterm show the very pictures that Typst made."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.terminals.expected import MOST_OFF, NEAR, Expected, off
from tests.terminals.talk import Talk
from tests.terminals.walk import CASES, Case

_DOCS = Path(__file__).parents[2] / "docs"


def test_the_terminal_shows_the_picture(case: Case, talk: Talk) -> None:
    talk.sees(1)
    case.run(talk)


def test_the_measure_tells_the_stops_of_the_talk_apart(expected: Expected) -> None:
    """With a wide margin, or what is seen in the terminals would prove nothing."""
    size = (620, 700)
    stops = [(1, 0), (2, 0), *((3, step) for step in range(4)), *((n, 0) for n in range(4, 9))]
    pictures = [expected.picture(size, slide, step) for slide, step in stops]
    for first, second in pairwise(pictures):
        assert off(first, second, NEAR) > 10 * MOST_OFF


@pytest.mark.parametrize("document", ["stage.md", "zh/stage.md"])
def test_the_table_of_the_documents_has_all_that_is_tried(document: str) -> None:
    text = (_DOCS / document).read_text(encoding="utf-8")
    language = document.startswith("zh")
    assert [
        case.label for case in CASES.values() if f"| {case.label[language]} |" not in text
    ] == []
