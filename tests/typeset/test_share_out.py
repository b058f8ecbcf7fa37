from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presenter.typeset.width import share_out

columns = st.lists(
    st.tuples(st.integers(1, 60), st.integers(1, 60)).map(sorted), min_size=1, max_size=12
)


def test_whoever_wants_little_wraps_nothing() -> None:
    assert share_out([4, 50, 6], [1, 1, 1], 30) == [4, 20, 6]
    assert share_out([50, 50], [1, 1], 30) == [15, 15]


def test_nothing_is_shared_where_not_even_the_least_fits() -> None:
    assert share_out([10, 10], [8, 8], 15) is None
    assert share_out([10, 10], [8, 8], 16) == [8, 8]


@given(columns, st.integers(1, 200))
def test_nobody_gets_more_than_wanted_or_less_than_needed(
    pairs: list[list[int]], room: int
) -> None:
    least, wanted = [low for low, _ in pairs], [high for _, high in pairs]
    widths = share_out(wanted, least, room)
    if widths is None:
        assert sum(least) > room
        return
    assert all(low <= width <= high for low, width, high in zip(least, widths, wanted, strict=True))
    assert sum(widths) == min(room, sum(wanted))
