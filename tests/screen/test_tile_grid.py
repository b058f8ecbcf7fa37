"""Where the slides of an overview stand as pictures, and what they lie on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.tile_grid import GROUND, picture_grid, with_ground
from presenter.typeset.themes import OURS, find, names
from presenter.typeset.themes.theme import READABLE, contrast

SIZES = st.tuples(st.integers(1, 400), st.integers(1, 150))
CELLS = st.tuples(st.floats(4, 30), st.floats(8, 60))
SHAPES = st.tuples(st.integers(100, 5000), st.integers(100, 5000))


@given(SIZES, CELLS, SHAPES, st.integers(0, 60))
def test_pictures_stay_on_the_screen_with_the_query_above_and_the_foot_below(
    size: tuple[int, int], cell: tuple[float, float], shape: tuple[int, int], count: int
) -> None:
    grid = picture_grid(*size, cell, shape, count)
    if grid is None:
        return
    first, last = grid.corner(0), grid.corner(grid.screenful - 1)
    assert first[0] >= 0
    assert first[1] >= 2
    assert last[0] + grid.width <= size[0]
    assert last[1] + grid.height < size[1] - 1


@pytest.mark.parametrize(
    ("size", "columns", "rows"),
    [((136, 42), 4, 3), ((213, 60), 5, 4), ((80, 24), 3, 2), ((120, 40), 4, 3)],
)
def test_a_screen_has_as_many_as_are_seen_well(
    size: tuple[int, int], columns: int, rows: int
) -> None:
    grid = picture_grid(*size, (9, 18), (size[0], size[1] * 2))
    assert grid is not None
    assert (grid.columns, grid.rows) == (columns, rows)


@pytest.mark.parametrize(
    ("size", "count", "columns", "rows"),
    [((213, 60), 7, 3, 3), ((213, 60), 2, 2, 1), ((213, 60), 12, 4, 3), ((136, 42), 4, 2, 2)],
)
def test_few_slides_are_seen_all_and_larger(
    size: tuple[int, int], count: int, columns: int, rows: int
) -> None:
    shape = size[0] * 9, size[1] * 18
    grid, many = (picture_grid(*size, (9, 18), shape, each) for each in (count, None))
    assert grid is not None
    assert many is not None
    assert (grid.columns, grid.rows) == (columns, rows)
    assert grid.width > many.width


@pytest.mark.parametrize("size", [(136, 42), (213, 60), (100, 50), (60, 40)])
def test_a_picture_has_the_shape_of_the_slide(size: tuple[int, int]) -> None:
    shape = size[0] * 9, size[1] * 18
    grid = picture_grid(*size, (9, 18), shape)
    assert grid is not None
    across = grid.width * 9 / (grid.height * 18)
    assert across == pytest.approx(shape[0] / shape[1], abs=0.5 * 9 / (grid.height * 18) + 1e-9)


def test_a_window_without_room_has_none() -> None:
    assert picture_grid(40, 12, (9, 18), (360, 216)) is None


def test_a_cell_belongs_to_the_slide_that_is_drawn_there() -> None:
    grid = picture_grid(136, 42, (9, 18), (1224, 756))
    assert grid is not None
    for place in range(grid.screenful):
        x, y = grid.corner(place)
        assert grid.at(x, y - 1) == place
        assert grid.at(x + grid.width - 1, y + grid.height - 1) == place
        assert grid.at(x, y + grid.height) is None
        assert grid.at(x + grid.width, y) is None


@pytest.mark.parametrize("truecolor", [True, False])
@pytest.mark.parametrize("name", names())
def test_titles_are_read_on_the_ground(name: str, truecolor: bool) -> None:
    theme = find(name)
    assert theme is not None
    made = with_ground(theme, truecolor=truecolor)
    ground, page = made.style(GROUND).background, theme.style("").background
    assert ground is not None
    if ground != page:
        for style in ("overview.title", "overview.number"):
            assert contrast(made.style(style).color or "", ground) >= READABLE


@pytest.mark.parametrize("truecolor", [True, False])
@pytest.mark.parametrize("name", OURS)
def test_slides_stand_out_from_the_ground(name: str, truecolor: bool) -> None:
    made = with_ground(OURS[name], truecolor=truecolor)
    assert made.style(GROUND).background != made.style("").background
