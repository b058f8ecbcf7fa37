"""Any sequence of moves, resizes and blanks against a plain model: a list of places."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from presenter.talk.talk import Blank, Talk
from presenter.typeset import Stop

ITEMS = st.tuples(st.integers(1, 7), st.booleans())
"""A slide: how many items, and whether they appear one by one."""


def stops_at(items: int, reveal: bool, rows: int) -> list[Stop]:
    """The stops of a slide whose pages hold `rows` items each."""
    if not reveal:
        return [Stop(0, page, page * rows) for page in range(-(-items // rows))]
    pages = [max(0, step - 1) // rows for step in range(items + 1)]
    return [Stop(step, page, page * rows) for step, page in enumerate(pages)]


class TalkAgainstModel(RuleBasedStateMachine):
    """The model knows where each item of content is; the talk must show what the model shows."""

    @initialize(slides=st.lists(ITEMS, min_size=1, max_size=5))
    def begin(self, slides: list[tuple[int, bool]]) -> None:
        self.slides = slides
        self.rows = 3
        self.talk = Talk(len(slides), self.stops_of)
        self.slide, self.stop = 0, 0
        self.kept = Stop(0, 0, 0)
        self.blank: Blank | None = None
        self.jumps: list[tuple[int, Stop]] = []

    def stops_of(self, slide: int) -> list[Stop]:
        return stops_at(*self.slides[slide], self.rows)

    def places(self) -> list[tuple[int, int]]:
        return [(s, n) for s in range(len(self.slides)) for n in range(len(self.stops_of(s)))]

    def stands(self, slide: int, stop: int) -> None:
        self.slide, self.stop = slide, stop
        self.kept = self.stops_of(slide)[stop]

    def shown(self, slide: int, kept: Stop) -> int:
        """Where content once seen is seen now: an item revealed by its step, else by its page."""
        items, reveal = self.slides[slide]
        return kept.step if reveal else min(kept.anchor, items - 1) // self.rows

    def unblanked(self) -> bool:
        was, self.blank = self.blank, None
        return was is not None

    @rule(by=st.sampled_from([1, -1]))
    def step(self, by: int) -> None:
        moved = self.talk.next() if by == 1 else self.talk.previous()
        if self.unblanked():
            assert moved
            return
        places = self.places()
        target = places.index((self.slide, self.stop)) + by
        assert moved == (0 <= target < len(places))
        if moved:
            self.stands(*places[target])

    @rule(by=st.sampled_from([1, -1]))
    def step_slide(self, by: int) -> None:
        moved = self.talk.next_slide() if by == 1 else self.talk.previous_slide()
        if self.unblanked():
            assert moved
            return
        assert moved == (0 <= self.slide + by < len(self.slides))
        if moved:
            self.stands(self.slide + by, 0)

    @rule(slide=st.integers(-2, 7))
    def go(self, slide: int) -> None:
        self.talk.go_to(slide)
        self.blank = None
        target = min(max(slide, 0), len(self.slides) - 1)
        if (target, 0) != (self.slide, self.stop):
            self.jumps.append((self.slide, self.kept))
            self.stands(target, 0)

    @rule()
    def back(self) -> None:
        moved = self.talk.back()
        if self.unblanked():
            assert moved
            return
        while self.jumps:
            slide, kept = self.jumps.pop()
            stop = self.shown(slide, kept)
            if (slide, stop) != (self.slide, self.stop):
                assert moved
                self.stands(slide, stop)
                return
        assert not moved

    @rule(color=st.sampled_from(["black", "white", None]))
    def blanked(self, color: Blank | None) -> None:
        self.talk.blank = self.blank = color

    @rule(rows=st.integers(1, 8))
    def resize(self, rows: int) -> None:
        self.rows = rows
        self.talk.restop()
        self.stop = self.shown(self.slide, self.kept)

    @invariant()
    def agree(self) -> None:
        assert (self.talk.slide, self.talk.stop) == (self.slide, self.stop)
        assert self.talk.blank == self.blank

    @invariant()
    def the_step_is_kept(self) -> None:
        assert self.talk.at.step == self.kept.step


TalkAgainstModel.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestTalkAgainstModel = TalkAgainstModel.TestCase
