"""The plan, and how the talk stands to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.talk.clock import Plan, clock_text, pace_text
from presenter.words import Words

_TIMES = st.lists(st.none() | st.floats(1, 600), min_size=1, max_size=20)


def _plan(times: list[float | None], total: float | None) -> Plan:
    plan = Plan.of(times, total)
    assert plan is not None
    return plan


def test_a_talk_without_any_time_has_no_plan() -> None:
    assert Plan.of([None, None], None) is None


def test_slides_without_a_time_share_what_the_others_leave() -> None:
    plan = _plan([60, None, 120, None], 300)
    assert plan.edges == (0, 60, 120, 240, 300)
    assert plan.total == 300


def test_without_the_decks_time_only_written_times_count() -> None:
    plan = _plan([60, None, 120], None)
    assert plan.edges == (0, 60, 60, 180)
    assert plan.total == 180


def test_slides_that_take_longer_than_the_deck_leave_nothing_to_share() -> None:
    plan = _plan([200, None, 200], 300)
    assert plan.edges == (0, 200, 200, 400)
    assert plan.total == 300


@given(_TIMES, st.floats(1, 10_000))
def test_the_plan_fills_the_decks_time_where_it_can(
    times: list[float | None], total: float
) -> None:
    plan = _plan(times, total)
    assert len(plan.edges) == len(times) + 1
    assert list(plan.edges) == sorted(plan.edges)
    planned = sum(time or 0 for time in times)
    filled = total if None in times and planned <= total else planned
    assert plan.edges[-1] == pytest.approx(filled)


def test_on_time_is_from_the_slides_beginning_to_its_end() -> None:
    plan = _plan([60, 60, 60], None)
    expected = {0: 60, 30: 30, 60: 0, 90: 0, 120: 0, 121: -1, 240: -120}
    assert {elapsed: plan.ahead(1, elapsed) for elapsed in expected} == expected


def test_what_remains_is_of_the_decks_time() -> None:
    plan = _plan([60, None], 300)
    assert [plan.remaining(elapsed) for elapsed in (0, 100, 330)] == [300, 200, -30]


@pytest.mark.parametrize(
    ("ahead", "english", "chinese"),
    [
        (0, "on time", "正好"),
        (29.9, "on time", "正好"),
        (-29.9, "on time", "正好"),
        (30, "1 min ahead", "快 1 分"),
        (-30, "1 min behind", "慢 1 分"),
        (-89, "1 min behind", "慢 1 分"),
        (-90, "2 min behind", "慢 2 分"),
        (7200, "120 min ahead", "快 120 分"),
    ],
)
def test_pace_in_words(ahead: float, english: str, chinese: str) -> None:
    assert pace_text(ahead, Words("en")) == english
    assert pace_text(ahead, Words("zh")) == chinese


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (59.99, "0:59"),
        (61, "1:01"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (36_061, "10:01:01"),
        (-0.5, "0:00"),
        (-1, "-0:01"),
        (-61.5, "-1:01"),
    ],
)
def test_seconds_as_a_clock_shows_them(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
