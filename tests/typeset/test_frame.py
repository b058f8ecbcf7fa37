from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

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
