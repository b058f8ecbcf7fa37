"""Recording how long slides take: going back, pausing, resetting, editing under way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from presenter.deck import Loaded, load_source
from presenter.deck.source import Source
from presenter.talk.rehearsal import Recording, rounded


def loaded(text: str) -> Loaded:
    return load_source(Source("slides.yaml", text))


DECK = loaded("title: 试讲\ntime: 3m\nslides:\n- {title: 甲, id: a, time: 1m}\n- 乙\n- 丙\n")


def took(recording: Recording) -> list[float]:
    return [slide.actual for slide in recording.ended(broken_off=False).slides]


def test_going_back_adds_to_a_slides_time() -> None:
    recording = Recording(DECK)
    recording.begin(0, 0.0)
    for slide, elapsed in ((1, 10.0), (0, 25.0), (0, 27.5), (1, 30.0), (2, 31.0), (2, 40.0)):
        recording.observe(slide, elapsed)
    assert took(recording) == [15.0, 16.0, 9.0]


def test_what_passed_before_belongs_to_no_slide() -> None:
    recording = Recording(DECK)
    recording.begin(2, 300.0)
    recording.observe(2, 312.0)
    assert took(recording) == [0.0, 0.0, 12.0]


def test_a_clock_that_stands_counts_nothing_and_a_reset_begins_anew() -> None:
    recording = Recording(DECK)
    recording.begin(0, 0.0)
    recording.observe(1, 10.0)
    recording.observe(1, 10.0)
    recording.observe(2, 10.0)
    assert took(recording) == [10.0, 0.0, 0.0]
    recording.observe(2, 0.0)
    recording.observe(2, 4.0)
    assert took(recording) == [0.0, 0.0, 4.0]


def test_the_plan_is_that_of_the_pace() -> None:
    began = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    rehearsal = Recording(DECK, began).ended(broken_off=True)
    assert [slide.planned for slide in rehearsal.slides] == [60.0, 60.0, 60.0]
    assert rehearsal.planned == 180.0
    assert (rehearsal.date, rehearsal.broken_off) == ("2026-11-24T09:30+00:00", True)
    bare = Recording(loaded("title: t\nslides: [甲]")).ended(broken_off=False)
    assert (bare.planned, bare.slides[0].planned) == (None, None)


def shown_for(deck: str, *seconds: float) -> Recording:
    """A run in which the slides of `deck` were shown in their order for `seconds` each."""
    recording = Recording(loaded(deck))
    recording.begin(0, 0.0)
    elapsed = 0.0
    for index, each in enumerate(seconds):
        elapsed += each
        recording.observe(min(index + 1, len(seconds) - 1), elapsed)
    return recording


FOUR = "title: t\ntime: 10m\nslides: [甲, {title: 乙, time: 2m}, {title: 丙, time: 3m}, 丁]\n"


def test_times_that_nobody_speaks_in_are_not_believed() -> None:
    judged = shown_for(FOUR, 103.0, 39.9, 60.0, 4.9).judged()
    assert judged.times == {0: 105.0, 2: 60.0}
    assert judged.doubts == {1: "short", 3: "brief"}
    assert judged.trial is None


def test_what_was_passed_over_is_no_doubt_either() -> None:
    judged = shown_for(FOUR, 83.0, 0.9, 200.0, 0.0).judged()
    assert (judged.times, judged.doubts) == ({0: 85.0, 2: 200.0}, {})


def test_a_slide_cannot_take_longer_than_the_talk() -> None:
    judged = shown_for(FOUR, 601.0, 100.0, 100.0, 150.0).judged()
    assert judged.doubts == {0: "long"}
    assert 0 in shown_for(FOUR.replace("time: 10m\n", ""), 601.0, 100.0).judged().times


def test_leafing_through_a_talk_is_no_rehearsal() -> None:
    judged = shown_for(FOUR, 30.0, 41.0, 61.0, 60.0).judged()
    assert (judged.times, judged.doubts) == ({}, {})
    assert judged.trial == (192.0, 600.0)


def test_a_part_of_a_talk_may_be_rehearsed() -> None:
    judged = shown_for(FOUR, 0.0, 0.0, 170.0).judged()
    assert (judged.times, judged.trial) == ({2: 170.0}, None)


def test_without_a_plan_every_slide_that_was_spoken_on_has_a_time() -> None:
    judged = shown_for("title: t\nslides: [甲, 乙]\n", 5.0, 4.0).judged()
    assert (judged.times, judged.doubts, judged.trial) == ({0: 5.0}, {1: "brief"}, None)


def test_a_second_is_shown_and_less_is_passed_over() -> None:
    recording = shown_for("title: t\nslides: [甲, 乙, 丙]\n", 83.0, 0.9, 1.0)
    assert [slide.shown for slide in recording.ended(broken_off=False).slides] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("seconds", "time"), [(1, 5), (7.4, 5), (7.5, 10), (61, 60), (88, 90), (3599, 3600)]
)
def test_times_are_rounded_to_five_seconds(seconds: float, time: float) -> None:
    assert rounded(seconds) == time


def test_times_go_with_their_slides_when_the_deck_is_edited() -> None:
    recording = Recording(DECK)
    recording.begin(0, 0.0)
    for slide, elapsed in ((1, 10.0), (2, 30.0), (2, 35.0)):
        recording.observe(slide, elapsed)
    other = loaded("title: 试讲\nslides:\n- 新\n- 丙\n- {title: 甲（改）, id: a}\n")
    recording.replace(other, 1)
    recording.observe(0, 36.0)
    assert recording.loaded is other
    assert took(recording) == [0.0, 6.0, 10.0]
