"""A rehearsal on the stage: what its keys and its clock mean for the time of each slide."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from presenter.deck import Loaded, load_source
from presenter.deck.source import Source
from presenter.stage import StageOptions
from presenter.stage.app import Stage
from presenter.talk.clock import Clock
from presenter.talk.rehearsal import Recording
from tests.stage.running import DECK


class Time:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def loaded(text: str = DECK) -> Loaded:
    return load_source(Source("slides.yaml", text))


@asynccontextmanager
async def rehearsal(**options: Any) -> AsyncIterator[tuple[Stage, Pilot[None], Time, Recording]]:
    """A stage that rehearses `DECK` by a clock of the test's."""
    recording, time = Recording(loaded()), Time()
    app = Stage(loaded(), StageOptions(recording=recording, **options))
    app.session.clock = Clock(time)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield app, pilot, time, recording


def took(app: Stage, recording: Recording) -> list[float]:
    assert app.recorder is not None
    app.recorder.end()
    return [slide.actual for slide in recording.ended(broken_off=False).slides]


async def test_steps_belong_to_their_slide_and_the_first_one_counts_from_the_start() -> None:
    async with rehearsal() as (app, pilot, time, recording):
        time.pass_(20)
        await pilot.press("right")
        for _ in range(2):  # the two items of the second slide
            time.pass_(5)
            await pilot.press("right")
        time.pass_(7)
        await pilot.press("right")
        time.pass_(30)
        assert took(app, recording) == [20.0, 17.0, 30.0, 0.0, 0.0]


async def test_going_back_adds_and_a_blank_counts_for_the_slide_behind_it() -> None:
    async with rehearsal() as (app, pilot, time, recording):
        time.pass_(10)
        await pilot.press("n")
        time.pass_(10)
        await pilot.press("p")
        time.pass_(3)
        await pilot.press("b")
        time.pass_(40)
        await pilot.press("right", "end")
        time.pass_(8)
        assert took(app, recording) == [53.0, 10.0, 0.0, 0.0, 8.0]


async def test_time_does_not_count_while_the_clock_is_paused() -> None:
    async with rehearsal() as (app, pilot, time, recording):
        time.pass_(10)
        await pilot.press("c")
        time.pass_(100)
        await pilot.press("n")
        time.pass_(100)
        await pilot.press("c")
        time.pass_(6)
        assert took(app, recording) == [10.0, 6.0, 0.0, 0.0, 0.0]


async def test_time_does_not_count_while_the_talk_is_suspended() -> None:
    async with rehearsal() as (app, pilot, time, recording):
        time.pass_(10)
        app.app_suspend_signal.publish(app)
        time.pass_(500)
        app.app_resume_signal.publish(app)
        await pilot.pause()
        time.pass_(2)
        assert took(app, recording) == [12.0, 0.0, 0.0, 0.0, 0.0]
        await pilot.press("c")
        app.app_suspend_signal.publish(app)
        app.app_resume_signal.publish(app)
        assert app.session.clock.state == "paused"


async def test_a_reset_clock_begins_the_rehearsal_anew() -> None:
    async with rehearsal() as (app, pilot, time, recording):
        time.pass_(10)
        await pilot.press("n", "ctrl+r")
        time.pass_(50)
        await pilot.press("n")
        time.pass_(4)
        assert took(app, recording) == [0.0, 0.0, 4.0, 0.0, 0.0]


async def test_times_stay_with_their_slides_when_the_deck_is_edited() -> None:
    async with rehearsal(start="2") as (app, pilot, time, recording):
        time.pass_(10)
        await pilot.press("n")
        time.pass_(20)
        edited = loaded(DECK.replace("introduction: 引子", "introduction: [引子, 又一张]"))
        app.session.replace(edited)
        time.pass_(1)
        assert took(app, recording) == [0.0, 0.0, 10.0, 21.0, 0.0, 0.0]
        assert recording.loaded == edited


async def test_without_a_rehearsal_the_clock_waits_for_the_first_move() -> None:
    app = Stage(loaded(), StageOptions())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.recorder is None
        assert app.session.clock.state == "stopped"


async def test_what_leaving_the_terminal_takes_belongs_to_no_slide() -> None:
    async with rehearsal() as (app, _pilot, time, recording):
        time.now += 3
        app.exit()
        time.now += 60
    assert took(app, recording)[0] == 3.0
