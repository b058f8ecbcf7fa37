"""The talk as a state machine: moves between stops, jumps and ways back, blanking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

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


class Talk:
    """A talk in progress. Slides and stops count from 0; neither end is ever passed.

    `stops_of` gives a slide's stops; it is asked again whenever they may have changed, so a
    resize needs no more than a call of `restop`.
    """

    def __init__(self, slides: int, stops_of: Callable[[int], Sequence[Stopping]]) -> None:
        """`slides` must be at least 1."""
        self.slides = slides
        self.slide = 0
        self.stop = 0
        self.blank: Blank | None = None
        self.moved = False
        """Whether the speaker has moved yet."""
        self._stops_of = stops_of
        self._jumps: list[tuple[int, int]] = []
        self._anchor = (0, 0)

    @property
    def stops(self) -> Sequence[Stopping]:
        """The stops of the current slide."""
        return self._stops_of(self.slide)

    @property
    def at(self) -> Stopping:
        """The current stop."""
        stops = self.stops
        return stops[min(self.stop, len(stops) - 1)]

    def next(self) -> bool:
        """On by one stop. Whether anything moved, as for all moves."""
        if self.stop + 1 < len(self.stops):
            return self._to(self.slide, self.stop + 1)
        return self.next_slide()

    def previous(self) -> bool:
        """Back by one stop; the slide before is entered at its last one."""
        if self.stop > 0:
            return self._to(self.slide, self.stop - 1)
        if self.slide == 0:
            return False
        return self._to(self.slide - 1, len(self._stops_of(self.slide - 1)) - 1)

    def next_slide(self) -> bool:
        """On to the next slide's first stop."""
        return self.slide + 1 < self.slides and self._to(self.slide + 1, 0)

    def previous_slide(self) -> bool:
        """Back to the previous slide's first stop."""
        return self.slide > 0 and self._to(self.slide - 1, 0)

    def first(self) -> bool:
        """To the first slide, as a jump."""
        return self.go_to(0)

    def last(self) -> bool:
        """To the last slide, as a jump."""
        return self.go_to(self.slides - 1)

    def go_to(self, slide: int) -> bool:
        """To the first stop of `slide`, held within the talk, as a jump that `back` undoes."""
        slide = max(0, min(slide, self.slides - 1))
        here = (self.slide, self.stop)
        if (slide, 0) == here:
            return False
        self._jumps = [*self._jumps[1 - _MOST_JUMPS :], here]
        return self._to(slide, 0)

    def back(self) -> bool:
        """To where the talk was before the last jump not yet undone."""
        while self._jumps:
            slide, stop = self._jumps.pop()
            if slide < self.slides and (slide, stop) != (self.slide, self.stop):
                return self._to(slide, min(stop, len(self._stops_of(slide)) - 1))
        return False

    def toggle_blank(self, color: Blank) -> None:
        """Blank the screen, or show the slide again."""
        self.blank = None if self.blank else color

    def unblank(self) -> bool:
        """Show the slide again; whether it was blank."""
        was_blank = self.blank is not None
        self.blank = None
        return was_blank

    def restop(self) -> None:
        """Find the place again after the stops changed: same slide, same step, same content.

        The content last moved to is kept in mind, so that many resizes do not drift.
        """
        step, anchor = self._anchor
        self.stop = max(
            (
                index
                for index, stop in enumerate(self.stops)
                if (stop.step, stop.anchor) <= (step, anchor)
            ),
            default=0,
        )

    def replace(self, slides: int, slide: int) -> None:
        """Go on with another version of the deck, at `slide`."""
        same = slide == self.slide
        self.slides = slides
        self.slide = max(0, min(slide, slides - 1))
        if not same:
            self._jumps = []
        self.restop()

    def _to(self, slide: int, stop: int) -> bool:
        self.slide, self.stop = slide, stop
        self.moved = True
        at = self.at
        self._anchor = (at.step, at.anchor)
        return True
