"""Line breaks: kept in titles, gone where a title stands on one line."""

from __future__ import annotations

import pytest

from presenter.deck.characters import on_one_line
from tests.deck.decks import deck_of, slide_of


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: |\n  甲\n  乙", "甲\n乙"),
        ("title: |+\n  甲\n\n  乙\n\n", "甲\n乙"),
        ("title: |-\n  甲\n    乙", "甲\n乙"),
        ('title: "甲\\n乙"', "甲\n乙"),
        ("title: >\n  One\n  two\n\n  three", "One two\nthree"),
        ("title: One\n  two", "One two"),
        ("title: |\n  甲", "甲"),
    ],
)
def test_a_title_keeps_the_line_breaks_that_are_written(written: str, title: str) -> None:
    assert slide_of(written).title == title
    assert slide_of(written.replace("title", "subtitle")).subtitle == title
    assert deck_of(written + "\nslides: [丙]").title == title


def test_a_slide_that_is_only_a_title_keeps_them_too() -> None:
    assert slide_of("|\n  甲\n  乙").title == "甲\n乙"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("一件事\n两面看", "一件事两面看"),
        ("One thing\nTwo sides", "One thing Two sides"),
        ("用 Python\n写", "用 Python 写"),
        ("“一件事”\n“两面看”", "“一件事”“两面看”"),
        ("one", "one"),
        ("", ""),
        ("\n甲\n\n  乙\n", "甲乙"),
    ],
)
def test_on_one_line_a_break_is_a_space_but_not_between_han(title: str, line: str) -> None:
    assert on_one_line(title) == line
