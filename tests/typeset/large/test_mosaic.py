import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.typeset.large.mosaic import FULL, HALVES, QUADRANTS, Mosaic


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


def test_a_symbol_may_hold_eight_pixels() -> None:
    eight = Mosaic(2, 4, 1, " " + "".join(map(chr, range(0x2801, 0x2900))))
    assert eight.draw([0b1110, 0, 0b0001, 0b1010]) == [
        eight.symbols[1 << 1 | 1 << 4 | 1 << 7] + eight.symbols[0b11 | 1 << 7]
    ]


@given(st.lists(st.integers(0, 2**90), max_size=9))
def test_every_pixel_is_where_it_was(rows: list[int]) -> None:
    for mosaic in (HALVES, QUADRANTS, FULL):
        pixels = [0] * (-(-len(rows) // mosaic.down) * mosaic.down)
        for line, drawn in enumerate(mosaic.draw(rows)):
            assert not drawn.endswith(" ")
            for column, symbol in enumerate(drawn):
                number = mosaic.symbols.index(symbol)
                for place in range(mosaic.across * mosaic.down):
                    down, across = divmod(place, mosaic.across)
                    bit = number >> place & 1
                    pixels[line * mosaic.down + down] |= bit << column * mosaic.across + across
        assert pixels[: len(rows)] == rows
        assert not any(pixels[len(rows) :])
