import pytest

from presenter.typeset.large.glyphs import FULL, HALVES, QUADRANTS, Mosaic


def test_halves_stack_two_pixels_in_a_cell() -> None:
    # A cross: the leftmost pixel is the lowest bit.
    assert HALVES.draw([0b010, 0b111, 0b010]) == ["▄█▄", " ▀"]


def test_quadrants_hold_four_pixels_in_a_cell() -> None:
    assert QUADRANTS.draw([0b1001, 0b0110]) == ["▚▞"]
    assert QUADRANTS.draw([0b1, 0b0, 0b11]) == ["▘", "▀"]


def test_full_blocks_take_a_row_each() -> None:
    assert FULL.draw([0b101, 0b000, 0b10]) == ["█ █", "", " █"]


@pytest.mark.parametrize("mosaic", [HALVES, QUADRANTS, FULL])
def test_every_pattern_has_a_symbol_of_its_own(mosaic: Mosaic) -> None:
    assert len(set(mosaic.symbols)) == len(mosaic.symbols) == 2 ** (mosaic.across * mosaic.down)
