from __future__ import annotations

import pytest
from hypothesis import given, settings

from presenter.deck.blocks import Callout
from tests.typeset.blocks.pieces import (
    ambiguous,
    assert_fits,
    letters,
    lines_of,
    rows,
    set_block,
    widths,
)


@pytest.mark.parametrize(
    ("kind", "label"), [("note", "说明"), ("tip", "提示"), ("warning", "警告")]
)
def test_its_kind_stands_above_the_text_beside_the_bar(kind: str, label: str) -> None:
    pieces = set_block(Callout(text="费用要**结算**。", kind=kind))  # type: ignore[arg-type]
    assert lines_of(pieces) == [f"▌  {label}", "▌  费用要结算。"]
    assert {run.style.split()[0] for line in pieces[0].lines for run in line[:1]} == {
        f"callout.{kind}"
    }


def test_the_bar_goes_on_between_paragraphs() -> None:
    first, second = set_block(Callout(text="甲\n\n乙"))
    assert (first.filler, second.filler) == ((), first.lines[0][:2])


def test_room_for_a_character_comes_before_the_bar() -> None:
    assert lines_of(set_block(Callout(text="后勤"), 3)) == ["说", "明", "后", "勤"]


@settings(max_examples=60, deadline=None)
@given(rows, widths, ambiguous)
def test_never_wider_than_the_text_and_nothing_lost(text: str, width: int, ambiguous: str) -> None:
    pieces = set_block(Callout(text=text.replace("_", "")), width, ambiguous=ambiguous)
    assert_fits(pieces, width, ambiguous)
    drawn = letters("".join(lines_of(pieces)).replace("▌", ""))
    assert not letters(text.replace("_", "")) - drawn
