"""The clock: stopped, running, paused."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presenter.talk.clock import Clock


class Time:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_it_starts_on_the_first_move_and_no_other() -> None:
    time = Time()
    clock = Clock(time)
    time.now += 60
    assert (clock.state, clock.elapsed) == ("stopped", 0)
    assert clock.moved()
    time.now += 5
    assert not clock.moved()
    assert (clock.state, clock.elapsed) == ("running", 5)


def test_a_pause_is_not_counted_and_no_move_ends_it() -> None:
    time = Time()
    clock = Clock(time)
    assert clock.start()
    time.now += 5
    assert clock.pause()
    time.now += 100
    assert not clock.moved()
    assert (clock.state, clock.elapsed) == ("paused", 5)
    assert clock.start()
    time.now += 2
    assert clock.elapsed == 7


def test_reset_waits_for_the_next_move() -> None:
    time = Time()
    clock = Clock(time)
    clock.start()
    time.now += 5
    assert clock.reset()
    time.now += 5
    assert (clock.state, clock.elapsed) == ("stopped", 0)
    assert clock.moved()
    time.now += 1
    assert clock.elapsed == 1


def test_what_is_so_already_changes_nothing() -> None:
    clock = Clock(Time())
    assert not clock.pause()
    assert not clock.reset()
    assert clock.start()
    assert not clock.start()


def test_it_goes_on_from_an_earlier_reading() -> None:
    time = Time()
    clock = Clock(time)
    clock.restore("running", 30)
    time.now += 2
    assert clock.elapsed == 32
    clock.restore("paused", 40)
    time.now += 2
    assert (clock.state, clock.elapsed) == ("paused", 40)
    clock.restore("stopped", 40)
    assert clock.elapsed == 0


_DEEDS = st.lists(st.sampled_from(["start", "pause", "moved"]) | st.floats(0, 1000), max_size=30)


@given(_DEEDS)
def test_it_counts_the_seconds_in_which_it_runs(deeds: list[str | float]) -> None:
    time = Time()
    clock = Clock(time)
    counted = 0.0
    for deed in deeds:
        if isinstance(deed, str):
            getattr(clock, deed)()
        else:
            counted += deed if clock.state == "running" else 0
            time.now += deed
        assert abs(clock.elapsed - counted) < 1e-6
