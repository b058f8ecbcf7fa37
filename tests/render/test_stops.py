"""Where a talk rests among the pages that its slides take as pictures."""

from __future__ import annotations

from presenter.render.stops import stops_of
from presenter.typeset import Stop


def test_each_stop_of_many_pages_shows_something_new() -> None:
    """Two pages; the second item is revealed on the first one, the third on the second."""
    shown = {0: ("a", "b"), 1: ("a1", "b"), 2: ("a1", "b2")}
    drawn = {step: tuple(page.encode() for page in pages) for step, pages in shown.items()}
    assert stops_of(range(3), drawn.__getitem__, 100) == (
        Stop(0, 0, 0),
        Stop(1, 0, 0),
        Stop(2, 1, 50),
    )
    assert stops_of(range(2), lambda step: (b"one", b"two"), 10) == (Stop(0, 0, 0), Stop(0, 1, 5))


def test_columns_that_go_on_show_all_that_they_reveal() -> None:
    """The left column is revealed on both pages before the right one is, on both of them."""
    shown = {0: "..", 1: "a.", 2: "ab", 3: "Ab", 4: "AB"}
    drawn = {step: tuple(page.encode() for page in pages) for step, pages in shown.items()}
    assert stops_of(range(5), drawn.__getitem__, 10) == (
        Stop(0, 0, 0),
        Stop(1, 0, 0),
        Stop(3, 0, 0),
        Stop(3, 1, 5),
        Stop(4, 1, 5),
    )


def test_what_is_there_at_the_last_step_is_reached_though_it_was_not_at_the_first() -> None:
    drawn = {0: (b"a",), 1: (b"a1",), 2: (b"a1", b"b")}
    stops = stops_of(range(3), drawn.__getitem__, 10)
    assert {stop.page for stop in stops} == {0, 1}
    assert all(stop.page < len(drawn[stop.step]) for stop in stops)
