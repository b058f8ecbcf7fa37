"""The session: one way to move, one to take another deck, and who is told of what."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from presenter.talk.resume import SavedPlace
from presenter.talk.session import Asker, Change, Outcome, Request, Session
from tests.talk.sessions import DECK, loaded, place, session, stops_of

MOVED = Change.PLACE | Change.BLANK | Change.CLOCK | Change.NOTICE


@pytest.mark.parametrize("by", ["stage", "console", "remote"])
def test_whoever_asks_moves_the_same_talk(by: Asker) -> None:
    talk, _ = session()
    assert talk.do(Request("next", by=by)) is Outcome.CHANGED
    assert (place(talk), talk.mover, talk.clock_runs) == ((1, 0), by, True)
    assert talk.do(Request("go", slide=99, by=by)) is Outcome.CHANGED
    assert talk.do(Request("next", by=by)) is Outcome.UNCHANGED
    assert talk.do(Request("back", by=by)) is Outcome.CHANGED
    assert place(talk) == (1, 0)


MOVES: list[tuple[Literal["next", "previous", "next_slide", "previous_slide"], tuple[int, int]]] = [
    ("next", (1, 1)),
    ("previous", (0, 0)),
    ("next_slide", (2, 0)),
    ("previous_slide", (0, 0)),
]


@pytest.mark.parametrize(("move", "end"), MOVES)
def test_moves_take_the_stops_that_slides_have(
    move: Literal["next", "previous", "next_slide", "previous_slide"], end: tuple[int, int]
) -> None:
    talk, _ = session()
    talk.do(Request("go", slide=2))
    talk.do(Request(move))
    assert place(talk) == end


def test_observers_are_told_once_for_each_request_in_their_order() -> None:
    talk, _ = session()
    told: list[tuple[str, Change]] = []
    talk.subscribe(lambda change: told.append(("first", change)))
    talk.subscribe(lambda change: told.append(("second", change)))
    talk.do(Request("next"))
    talk.do(Request("blank", color="black"))
    talk.do(Request("clock", to="pause"))
    talk.do(Request("first"))  # ends the blank and goes nowhere else
    talk.do(Request("previous_slide"))
    assert told[::2] == [
        ("first", MOVED),
        ("first", Change.BLANK),
        ("first", Change.CLOCK),
        ("first", MOVED),
        ("first", MOVED),
    ]
    assert told[1::2] == [("second", change) for _, change in told[::2]]
    talk.do(Request("previous"))
    assert len(told) == 10, "nothing has changed, and nobody is told"


def test_one_observer_that_fails_keeps_no_other_from_being_told(log_file: Path) -> None:
    talk, _ = session()
    told: list[Change] = []

    def fails(_: Change) -> None:
        raise RuntimeError("no disk")

    talk.subscribe(fails)
    talk.subscribe(told.append)
    talk.do(Request("next"))
    assert (told, place(talk)) == ([MOVED], (1, 0))
    assert "RuntimeError: no disk" in log_file.read_text(encoding="utf-8")


def test_what_a_vital_observer_failed_of_is_raised_once_all_are_told() -> None:
    talk, _ = session()
    told: list[Change] = []

    def fails(_: Change) -> None:
        raise RuntimeError("cannot paint")

    talk.subscribe(fails, vital=True)
    talk.subscribe(told.append)
    with pytest.raises(RuntimeError, match="cannot paint"):
        talk.do(Request("next"))
    assert told == [MOVED]


# Notices


def test_a_move_ends_what_was_said_in_passing_and_leaves_what_stands() -> None:
    talk, timers = session()
    talk.say("存盘有误", None)
    talk.say("片刻", 4)
    talk.say("已更新", 9, aside=True)
    assert talk.notices.on_stage(console=False) == "片刻"
    talk.do(Request("next"))
    assert talk.notices.on_stage(console=False) == "存盘有误"
    assert timers.waiting == []


@pytest.mark.parametrize("aside", [False, True])
def test_an_old_timer_ends_no_later_notice(aside: bool) -> None:
    talk, timers = session()
    talk.say("先前", 4, aside=aside)
    talk.say("后来", 9, aside=aside)
    timers.run_out(4)
    assert talk.notices.on_stage(console=False) == "后来"
    timers.run_out(9)
    assert talk.notices.on_stage(console=False) == ""


def test_a_number_beyond_the_end_goes_to_the_last_slide_and_says_so() -> None:
    talk, _ = session()
    talk.go_to(9, "stage")
    assert place(talk) == (3, 0)
    assert "只有 4 张" in talk.notices.answer
    talk.go_to(2, "stage")
    assert (place(talk), talk.notices.answer) == ((1, 0), "")


# A saved place


def saved() -> SavedPlace:
    """The second slide's last step, 75 seconds into the talk."""
    talk, _ = session()
    talk.do(Request("go", slide=2))
    talk.do(Request("next"))
    talk.do(Request("next"))
    return SavedPlace.of(talk.talk.here, talk.deck.slides[1], "running", 75.0)


def test_an_offer_is_taken_by_going_back_and_ends_with_a_move_or_its_time() -> None:
    talk, _ = session()
    talk.offer(saved(), 10)
    assert "第 2 张（1:15" in talk.notices.aside
    assert talk.do(Request("back")) is Outcome.CHANGED
    assert (place(talk), talk.clock.elapsed >= 75, talk.notices.aside) == ((1, 2), True, "")

    talk, _ = session()
    talk.offer(saved(), 10)
    talk.do(Request("last"))
    talk.do(Request("back"))
    assert place(talk) == (0, 0)

    talk, timers = session()
    talk.offer(saved(), 10)
    timers.run_out(10)
    assert talk.do(Request("back")) is Outcome.UNCHANGED


def test_a_talk_is_resumed_where_the_slide_is_now() -> None:
    talk, _ = session(DECK.replace("[甲, ", "[甲, 新, "))
    talk.resume(saved())
    assert talk.talk.slide == 2
    assert (talk.mover, talk.talk.moved, talk.clock_runs) == ("stage", True, True)


# Another deck


def test_before_the_first_move_the_talk_goes_to_what_was_edited_and_then_stays() -> None:
    talk, _ = session()
    told: list[Change] = []
    talk.subscribe(told.append)
    assert talk.replace(loaded(DECK.replace("丙", "丙改"))) == [2]
    assert place(talk) == (2, 0)
    talk.do(Request("go", slide=2))
    assert talk.replace(loaded(DECK.replace("甲", "甲改").replace("丙", "丙改"))) == [0]
    assert place(talk) == (1, 0)
    assert told == [Change.DECK, MOVED, Change.DECK]


def test_the_step_is_kept_with_the_slide_wherever_that_goes() -> None:
    one = session()[0]
    talk = Session(
        one.loaded,
        lambda deck, slide: stops_of(deck, 1 if deck.slides[slide].id == "b" else 0),
        lambda _seconds, _then: pytest.fail("no timer is due"),
    )
    for _ in range(3):
        talk.do(Request("next"))
    assert place(talk) == (1, 2)
    talk.replace(loaded(DECK.replace("[甲, ", "[甲, 新, 更新, ")))
    assert place(talk) == (3, 2)


def test_a_deck_without_slides_is_not_taken() -> None:
    talk, _ = session()
    before = talk.deck
    assert talk.replace(loaded("title: x\nslides: []\n")) == []
    assert talk.deck is before
    with pytest.raises(ValueError, match="slides"):
        Session(
            loaded("title: x\nslides: []\n"), stops_of, lambda *_: pytest.fail("no timer is due")
        )


def test_what_is_said_is_in_the_language_of_the_deck_that_is_shown() -> None:
    talk, _ = session()
    talk.replace(loaded(DECK.replace("zh-Hans", "en")))
    talk.go_to(9, "stage")
    assert talk.notices.answer == talk.words("stage.beyond", slides=4)
    assert talk.words("stage.beyond", slides=4).isascii()
