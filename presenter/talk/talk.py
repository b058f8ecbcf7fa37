"""The talk as a state machine: moves between stops, jumps and ways back, blanking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

Blank = Literal["black", "white"]

_MOST_JUMPS = 100


class Stopping(Protocol):
    """Where a talk rests within a slide; the typesetter's `Stop` is one."""

    @property
    def step(self) -> int:
        """The step of the reveal, from 0."""

    @property
    def page(self) -> int:
        """The page, from 0."""

    @property
    def anchor(self) -> int:
        """The first piece of content on that page."""


class Mark(NamedTuple):
    """A place that outlives a change of size: stops come and go, steps and content stay."""

    slide: int
    step: int
    anchor: int


class Talk:
    """A talk in progress. Slides and stops count from 0; neither end is ever passed.

    `stops_of` gives a slide's stops, in order of step and anchor; it is asked again whenever they
    may have changed, so a resize needs no more than a call of `restop`. Each move says whether
    anything changed. While the screen is blank, a move shows the slide again and does no more.
    """

    def __init__(
        self, slides: int, stops_of: Callable[[int], Sequence[Stopping]], slide: int = 0
    ) -> None:
        """`slides` must be at least 1; the talk begins at `slide`."""
        self.slides = slides
        self.slide = slide
        self.stop = 0
        self.blank: Blank | None = None
        self.moves = 0
        """How often the talk was moved."""
        self.stops_of = stops_of
        self._jumps: list[Mark] = []
        self._here = Mark(slide, 0, 0)

    @property
    def moved(self) -> bool:
        """Whether the speaker has moved yet."""
        return self.moves > 0

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after this stop."""
        return self.slide + 1 == self.slides and self.stop + 1 == len(self.stops)

    @property
    def here(self) -> Mark:
        """The place last moved to, for `return_to`."""
        return self._here

    @property
    def stops(self) -> Sequence[Stopping]:
        """The stops of the current slide."""
        return self.stops_of(self.slide)

    @property
    def at(self) -> Stopping:
        """The current stop."""
        return self.stops[self.stop]

    def next(self) -> bool:
        """On by one stop."""
        if self.unblank():
            return True
        if self.stop + 1 < len(self.stops):
            return self._to(self.slide, self.stop + 1)
        return self.next_slide()

    def previous(self) -> bool:
        """Back by one stop; the slide before is entered at its last one."""
        if self.unblank():
            return True
        if self.stop > 0:
            return self._to(self.slide, self.stop - 1)
        return self.slide > 0 and self._to(self.slide - 1, len(self.stops_of(self.slide - 1)) - 1)

    def next_slide(self) -> bool:
        """On to the next slide's first stop."""
        return self.unblank() or (self.slide + 1 < self.slides and self._to(self.slide + 1, 0))

    def previous_slide(self) -> bool:
        """Back to the previous slide's first stop."""
        return self.unblank() or (self.slide > 0 and self._to(self.slide - 1, 0))

    def first(self) -> bool:
        """To the first slide, as a jump."""
        return self.unblank() or self.go_to(0)

    def last(self) -> bool:
        """To the last slide, as a jump."""
        return self.unblank() or self.go_to(self.slides - 1)

    def go_to(self, slide: int) -> bool:
        """To the first stop of `slide`, held within the talk, as a jump that `back` undoes.

        Whoever names a slide means to see it: this ends a blank and moves too.
        """
        shown = self.unblank()
        slide = max(0, min(slide, self.slides - 1))
        if (slide, 0) == (self.slide, self.stop):
            return shown
        self._remember()
        return self._to(slide, 0)

    def return_to(self, mark: Mark) -> bool:
        """To the place `mark`, on a slide that there is, as a jump."""
        self.unblank()
        self._remember()
        return self._to(mark.slide, self._find(mark))

    def follow(self, mark: Mark) -> None:
        """Be at `mark`, on a slide that there is, because the talk went there elsewhere."""
        self.slide, self.stop, self._here = mark.slide, self._find(mark), mark

    def back(self) -> bool:
        """To where the talk was before the last jump not yet undone."""
        if self.unblank():
            return True
        while self._jumps:
            mark = self._jumps.pop()
            if mark.slide < self.slides:
                place = (mark.slide, self._find(mark))
                if place != (self.slide, self.stop):
                    return self._to(*place)
        return False

    def unblank(self) -> bool:
        """Show the slide again; whether it was blank."""
        was_blank = self.blank is not None
        self.blank = None
        return was_blank

    def restop(self) -> None:
        """Find the place again after the stops changed: same slide, same step, same content.

        The content last moved to is kept in mind, so that many resizes do not drift.
        """
        self.stop = self._find(self._here)

    def replace(self, slides: int, slide: int, *, same: bool = True) -> None:
        """Go on with another version of the deck, at `slide`.

        `same`: whether that is what the slide shown so far became (its step and content are
        kept), else it is entered at its first stop.
        """
        slide = max(0, min(slide, slides - 1))
        if slide != self.slide:
            self._jumps = []
        self.slides, self.slide = slides, slide
        self._here = self._here._replace(slide=slide) if same else Mark(slide, 0, 0)
        self.restop()

    def _remember(self) -> None:
        self._jumps = [*self._jumps[1 - _MOST_JUMPS :], self._here]

    def _to(self, slide: int, stop: int) -> bool:
        self.slide, self.stop = slide, stop
        self.moves += 1
        at = self.at
        self._here = Mark(slide, at.step, at.anchor)
        return True

    def _find(self, mark: Mark) -> int:
        """The stop that shows what `mark` remembers."""
        return stop_showing(self.stops_of(mark.slide), mark.step, mark.anchor)


def stop_showing(stops: Sequence[Stopping], step: int, anchor: int) -> int:
    """The index of the one of `stops` that shows this step and this content, at whatever size.

    It is one of its step (of the last before that, if steps went away), and of those the last
    that begins no later than the content remembered; the first if all begin later, as they
    do when a page was parted above what its step has added.
    """
    step = max((stop.step for stop in stops if stop.step <= step), default=stops[0].step)
    found = [index for index, stop in enumerate(stops) if stop.step == step]
    begun = [index for index in found if stops[index].anchor <= anchor]
    return begun[-1] if begun else found[0]
