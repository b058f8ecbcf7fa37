"""Where things stand on the console, at every size and every share of the notes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.console.arrangement import MOST_ZOOM, Area, Arrangement, arrangement, held_zoom

sizes = st.tuples(st.integers(1, 300), st.integers(1, 100))
shares = st.integers(-MOST_ZOOM - 1, MOST_ZOOM + 1)


def areas_of(areas: Arrangement, width: int) -> list[Area]:
    rows = [areas.clock, areas.coming, areas.foot]
    lines = [Area(0, row, width, 1) for row in rows if row >= 0]
    return lines + [
        area for area in (areas.now, areas.next, areas.later, areas.notes) if area is not None
    ]


@given(sizes, shares)
def test_nothing_overlaps_and_nothing_is_off_the_screen(size: tuple[int, int], share: int) -> None:
    width, height = size
    found = areas_of(arrangement(width, height, share), width)
    for number, area in enumerate(found):
        assert area.width > 0
        assert area.height > 0
        assert area.x >= 0
        assert area.y >= 0
        assert area.x + area.width <= width
        assert area.y + area.height <= height
        for other in found[number + 1 :]:
            apart = area.x + area.width <= other.x or other.x + other.width <= area.x
            assert apart or area.y + area.height <= other.y or other.y + other.height <= area.y


@given(sizes, shares)
def test_the_clock_is_always_there_and_what_comes_next_from_three_rows_on(
    size: tuple[int, int], share: int
) -> None:
    areas = arrangement(*size, share)
    assert areas.clock == 0
    assert (areas.next is not None or areas.coming >= 0) == (size[1] >= 3)
    assert (areas.notes is not None) == (size[1] >= 2)


@pytest.mark.parametrize("size", [(60, 16), (60, 40), (80, 24), (100, 30), (120, 40), (200, 60)])
def test_every_step_of_the_share_makes_the_notes_larger(size: tuple[int, int]) -> None:
    width, height = size
    steps = sorted({held_zoom(width, height, share) for share in range(-9, 10)})
    notes = [arrangement(width, height, share).notes for share in steps]
    cells = [area.width * area.height for area in notes if area is not None]
    assert len(cells) == len(steps) >= 4
    assert all(less < more for less, more in pairwise(cells))


def test_half_of_a_wide_screen_shows_this_slide_above_the_notes() -> None:
    areas = arrangement(69, 40)
    assert areas.now is not None
    assert areas.notes is not None
    assert areas.now.height >= 14
    assert areas.notes.height >= 14
    assert areas.coming > areas.notes.y


def test_three_arrangements_by_size() -> None:
    small, medium, wide = (arrangement(*size) for size in ((60, 16), (80, 24), (120, 40)))
    assert small.now is None
    assert small.next is None
    assert small.notes is not None
    assert small.notes.height >= 10
    assert medium.now is not None
    assert medium.next is not None
    assert medium.notes is not None
    assert medium.now.y == medium.next.y < medium.notes.y
    assert wide.now is not None
    assert wide.next is not None
    assert wide.notes is not None
    assert wide.now.x == wide.next.x < wide.notes.x
    assert wide.now.y < wide.next.y
    assert wide.notes.height == 36


@given(st.tuples(st.integers(40, 300), st.integers(14, 100)))
def test_the_notes_have_the_largest_room(size: tuple[int, int]) -> None:
    areas = arrangement(*size)
    assert areas.notes is not None
    for area in (areas.now, areas.next, areas.later):
        if area is not None:
            assert area.width * area.height < areas.notes.width * areas.notes.height
