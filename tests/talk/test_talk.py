"""The talk as a state machine: every move, at both ends, over steps and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from presenter.talk.talk import Blank, Talk
from presenter.typeset import Stop

SLIDES: list[tuple[Stop, ...]] = [
    (Stop(0, 0, 0),),
    (Stop(0, 0, 0), Stop(1, 0, 0), Stop(2, 0, 0)),
    (Stop(0, 0, 0), Stop(0, 1, 4)),
    (Stop(0, 0, 0),),
]
"""One stop; three steps; two pages; one stop."""

PLACES = [(slide, stop) for slide, stops in enumerate(SLIDES) for stop in range(len(stops))]


def talk_at(slide: int = 0, stop: int = 0) -> Talk:
    talk = Talk(len(SLIDES), SLIDES.__getitem__, slide)
    for _ in range(stop):
        talk.next()
    return talk


def place(talk: Talk) -> tuple[int, int]:
    return talk.slide, talk.stop


def blank(talk: Talk, color: Blank) -> None:
    talk.blank = color


def test_next_walks_every_step_and_page_once() -> None:
    talk = talk_at()
    walked = [place(talk)]
    while talk.next():
        walked.append(place(talk))
    assert walked == PLACES


def test_previous_walks_the_same_way_back() -> None:
    talk = talk_at(3)
    walked = [place(talk)]
    while talk.previous():
        walked.append(place(talk))
    assert walked == PLACES[::-1]


def test_next_slide_leaves_steps_out() -> None:
    talk = talk_at(1, 1)
    assert talk.next_slide()
    assert place(talk) == (2, 0)


def test_previous_slide_enters_at_the_first_stop() -> None:
    talk = talk_at(2, 1)
    assert talk.previous_slide()
    assert place(talk) == (1, 0)


@pytest.mark.parametrize(
    ("move", "slide"),
    [
        (Talk.previous, 0),
        (Talk.previous_slide, 0),
        (Talk.first, 0),
        (Talk.next, 3),
        (Talk.next_slide, 3),
        (Talk.last, 3),
    ],
)
def test_no_move_passes_an_end(move: Callable[[Talk], bool], slide: int) -> None:
    talk = talk_at(slide)
    assert not move(talk)
    assert place(talk) == (slide, 0)


@pytest.mark.parametrize(("asked", "reached"), [(-5, 0), (0, 0), (2, 2), (3, 3), (99, 3)])
def test_go_to_stays_within_the_talk(asked: int, reached: int) -> None:
    talk = talk_at(1)
    talk.go_to(asked)
    assert place(talk) == (reached, 0)


def test_go_to_this_very_place_is_no_move() -> None:
    talk = talk_at(2)
    assert not talk.go_to(2)
    assert not talk.back()


def test_back_undoes_jumps_one_by_one() -> None:
    talk = talk_at(1, 2)
    talk.last()
    talk.first()
    assert talk.back()
    assert place(talk) == (3, 0)
    assert talk.back()
    assert place(talk) == (1, 2)
    assert not talk.back()


def test_back_ignores_plain_steps() -> None:
    talk = talk_at(1)
    talk.go_to(3)
    talk.previous()
    talk.previous()
    assert talk.back()
    assert place(talk) == (1, 0)


def test_back_passes_over_the_place_where_the_talk_is() -> None:
    talk = talk_at(1)
    talk.go_to(2)
    talk.previous_slide()
    assert not talk.back()
    assert place(talk) == (1, 0)


def test_only_the_latest_hundred_jumps_are_kept() -> None:
    talk = talk_at(1)
    for _ in range(100):
        talk.last()
        talk.first()
    undone = 0
    while talk.back():
        undone += 1
    assert undone == 100


@pytest.mark.parametrize(
    "move",
    [
        Talk.next,
        Talk.previous,
        Talk.next_slide,
        Talk.previous_slide,
        Talk.first,
        Talk.last,
        Talk.back,
    ],
)
def test_a_move_only_ends_a_blank(move: Callable[[Talk], bool]) -> None:
    talk = talk_at(1, 1)
    talk.go_to(2)
    blank(talk, "black")
    assert move(talk)
    assert talk.blank is None
    assert place(talk) == (2, 0)


def test_naming_a_slide_ends_a_blank_and_goes_there() -> None:
    talk = talk_at(1)
    blank(talk, "white")
    assert talk.go_to(3)
    assert (talk.blank, place(talk)) == (None, (3, 0))


def test_blanking_is_no_move() -> None:
    talk = talk_at()
    blank(talk, "black")
    talk.next()
    assert not talk.moved
    talk.next()
    assert talk.moved


class Sizes:
    """A slide of six items, a step each, that takes one page, or pages of two items."""

    def __init__(self) -> None:
        self.small = False

    def stops_of(self, slide: int) -> Sequence[Stop]:
        if not self.small:
            return [Stop(step, 0, 0) for step in range(7)]
        pages = [max(0, step - 1) // 2 for step in range(7)]
        return [Stop(step, page, 2 * page) for step, page in enumerate(pages)]


def test_a_resize_keeps_the_step() -> None:
    sizes = Sizes()
    talk = Talk(2, sizes.stops_of)
    for _ in range(4):
        talk.next()
    sizes.small = True
    talk.restop()
    assert talk.at == Stop(4, 1, 2)


def test_many_resizes_do_not_drift() -> None:
    stops = {
        "small": [Stop(0, page, 2 * page) for page in range(5)],
        "middle": [Stop(0, 0, 0), Stop(0, 1, 5)],
        "large": [Stop(0, 0, 0)],
    }
    size = "small"
    talk = Talk(1, lambda _: stops[size])
    for _ in range(3):
        talk.next()
    for size in ("middle", "large", "middle", "small"):  # noqa: B007 - the lambda reads it
        talk.restop()
    assert talk.at == Stop(0, 3, 6)


def test_back_after_a_resize_finds_the_content() -> None:
    pages = [Stop(0, page, 2 * page) for page in range(5)]
    whole = [Stop(0, 0, 0), Stop(0, 1, 6)]
    stops = [pages, pages]
    talk = Talk(2, stops.__getitem__)
    for _ in range(4):
        talk.next()
    talk.go_to(1)
    stops[0] = whole
    talk.restop()
    talk.back()
    assert talk.at == Stop(0, 1, 6)


def test_replacing_the_deck_keeps_the_step_where_the_slide_went() -> None:
    stops = list(SLIDES)
    talk = Talk(len(stops), lambda slide: stops[slide], 1)
    talk.next()
    talk.next()
    stops.insert(0, SLIDES[0])
    talk.replace(len(stops), 2)
    assert (place(talk), talk.at) == ((2, 2), Stop(2, 0, 0))


def test_replacing_the_deck_by_a_shorter_one_stays_within_it() -> None:
    talk = talk_at(3)
    talk.replace(2, 7)
    assert place(talk) == (1, 0)


def test_another_slide_of_another_deck_is_entered_at_its_start() -> None:
    talk = talk_at(1, 2)
    talk.replace(4, 2, same=False)
    assert place(talk) == (2, 0)


def test_jumps_into_what_a_shorter_deck_lost_are_passed_over() -> None:
    talk = talk_at(0)
    talk.last()
    talk.first()
    talk.replace(2, 0)
    assert not talk.back()
    assert place(talk) == (0, 0)
