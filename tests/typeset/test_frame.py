from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Bullets, Item
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.frame import MEASURE, frame_for


@given(st.integers(1, 400), st.integers(1, 120))
def test_rows_and_margins_lie_within_the_page(width: int, height: int) -> None:
    frame = frame_for(width, height)
    assert 1 <= frame.width <= MEASURE
    assert frame.left >= 0
    assert frame.left + frame.width <= width
    assert frame.rows >= 1
    assert frame.top <= frame.heading < frame.bottom
    outside = [row for row in (frame.head, frame.progress, frame.foot) if row >= 0]
    assert len(set(outside)) == len(outside)
    assert all(row < frame.top or frame.bottom <= row < height for row in outside)


@given(st.integers(1, 400), st.integers(1, 119))
def test_a_higher_page_has_nearly_as_many_rows_for_text_at_least(width: int, height: int) -> None:
    assert frame_for(width, height + 1).rows >= frame_for(width, height).rows - 3


def test_head_and_progress_go_before_the_foot_and_that_before_the_text() -> None:
    def parts(height: int) -> tuple[bool, bool, bool]:
        frame = frame_for(80, height)
        return frame.head >= 0, frame.progress >= 0, frame.foot >= 0

    assert parts(24) == (True, True, True)
    assert parts(12) == (False, True, True)
    assert parts(5) == (False, False, True)
    assert parts(1) == (False, False, False)


def test_margins_grow_with_the_screen() -> None:
    assert [frame_for(width, 24).left for width in (20, 40, 80, 120, 200)] == [1, 4, 8, 20, 60]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("layout", ["default", "section", "center"])
def test_what_takes_less_than_half_of_a_page_stands_at_its_optical_centre(
    size: tuple[int, int], layout: Literal["default", "section", "center"]
) -> None:
    """Issue 12: the centre of its ink is between 40 and 52 % of the page's height."""
    for count in range(1, 8):
        items = tuple(Item(text=f"第{number}项") for number in range(count))
        content = () if layout == "section" else (Bullets(items=items),)
        slide = Slide(title="后勤连着大局，政策性强，很要紧", layout=layout, content=content)
        done = set_slide(Deck(title="题", lang="zh", slides=(slide,)), 0, PageOptions(*size))
        lines = done.page(done.stops[-1]).lines
        styles = [{run.style.partition(".")[0] for run in line} for line in lines]
        rows = [row for row, own in enumerate(styles) if own & {"title", "bullet"}]
        if 2 * (rows[-1] + 1 - rows[0]) < size[1]:
            assert 0.4 <= (rows[0] + rows[-1] + 1) / 2 / size[1] <= 0.52, count
