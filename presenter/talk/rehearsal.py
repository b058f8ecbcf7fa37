"""How long each slide took, by the talk's clock; what is kept of it. Times are in seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from msgspec import Struct, structs

from presenter.deck import Deck, Loaded, Slide
from presenter.deck.lines import on_one_line
from presenter.talk.believable import Doubt, Trial, doubt, trial
from presenter.talk.pace import Plan
from presenter.talk.place import shown_of

PASSED = 1.0
"""Seconds from which on a slide was shown; less is passing over it."""

GRAIN = 5
"""Seconds in which times for a deck are counted."""


class SlideTime(Struct, frozen=True, omit_defaults=True):
    """One slide of a rehearsal: its number from 1, its planned time and how long it was shown.

    `saved` is the time that was then written into the deck, in place of the one `before`, if any.
    """

    number: int
    title: str = ""
    id: str = ""
    planned: float | None = None
    actual: float = 0.0
    saved: float | None = None
    before: float | None = None

    @property
    def shown(self) -> bool:
        """Whether it was shown, not only passed over."""
        return self.actual >= PASSED


class Rehearsal(Struct, frozen=True):
    """A rehearsal that has ended. `planned` is the talk's whole time, None without a plan.

    `date` is when it began, by the local clock, in ISO 8601; `broken_off` whether a signal or a
    crash ended it.
    """

    date: str
    planned: float | None
    slides: tuple[SlideTime, ...]
    broken_off: bool = False
    v: Literal[1] = 1

    @property
    def total(self) -> float:
        """How long it took."""
        return sum(slide.actual for slide in self.slides)

    @property
    def shown(self) -> int:
        """How many slides were shown."""
        return sum(slide.shown for slide in self.slides)

    def with_saved(self, saved: Mapping[int, float], before: Sequence[float | None]) -> Rehearsal:
        """The same with the times that were `saved`, by slides' indexes, and those `before`."""
        slides = (
            structs.replace(slide, saved=saved[index], before=before[index])
            if index in saved
            else slide
            for index, slide in enumerate(self.slides)
        )
        return structs.replace(self, slides=tuple(slides))


class Judged(NamedTuple):
    """What is believed of a rehearsal: `times` to be written, by slides' indexes, or a `trial`."""

    times: dict[int, float]
    doubts: dict[int, Doubt]
    """Why other slides that were shown have none."""
    trial: Trial | None


class Recording:
    """Counts how long each slide is shown, from what it is told of the talk and its clock.

    `observe` is to be called at each move and at each change of the clock, and `begin` before.
    """

    def __init__(self, loaded: Loaded, began: datetime | None = None) -> None:
        """`loaded` must hold a deck."""
        assert loaded.deck is not None
        self.loaded = loaded
        self.deck: Deck = loaded.deck
        self._began = began or datetime.now().astimezone()
        self._seconds = [0.0] * len(self.deck.slides)
        self._slide = 0
        self._elapsed = 0.0

    def begin(self, slide: int, elapsed: float) -> None:
        """The talk is at `slide`, from 0, its clock at `elapsed`: count from here."""
        self._slide, self._elapsed = slide, elapsed

    def observe(self, slide: int, elapsed: float) -> None:
        """The talk is at `slide` now, its clock at `elapsed`.

        What has passed belongs to the slide that was there before. A clock that has gone back was
        reset: the rehearsal begins anew.
        """
        if elapsed < self._elapsed:
            self._seconds = [0.0] * len(self._seconds)
        else:
            self._seconds[self._slide] += elapsed - self._elapsed
        self._slide, self._elapsed = slide, elapsed

    def replace(self, loaded: Loaded, slide: int) -> None:
        """The deck was edited, and the talk is at `slide` of it; times go with their slides.

        Call `observe` before. The time of a slide that is gone goes with it.
        """
        assert loaded.deck is not None
        places = new_places(self.deck.slides, loaded.deck.slides)
        seconds = [0.0] * len(loaded.deck.slides)
        for place, each in zip(places, self._seconds, strict=True):
            if place is not None:
                seconds[place] += each
        self.loaded, self.deck = loaded, loaded.deck
        self._seconds, self._slide = seconds, slide

    def judged(self) -> Judged:
        """What of it may be written into the deck."""
        times, total = [slide.time for slide in self.deck.slides], self.deck.time
        shown = {index: seconds for index, seconds in enumerate(self._seconds) if seconds >= PASSED}
        if run := trial(shown, times, total):
            return Judged({}, {}, run)
        doubts = {
            index: why
            for index, seconds in shown.items()
            if (why := doubt(seconds, times[index], total))
        }
        believed = {index: rounded(each) for index, each in shown.items() if index not in doubts}
        return Judged(believed, doubts, None)

    def ended(self, *, broken_off: bool) -> Rehearsal:
        """The rehearsal as it is to be kept."""
        slides = self.deck.slides
        plan = Plan.of([slide.time for slide in slides], self.deck.time)
        edges = plan.edges if plan else ()
        return Rehearsal(
            self._began.isoformat(timespec="minutes"),
            plan.total if plan else None,
            tuple(
                SlideTime(
                    index + 1,
                    on_one_line(slide.title),
                    slide.id,
                    round(edges[index + 1] - edges[index], 1) if edges else None,
                    round(self._seconds[index], 1),
                )
                for index, slide in enumerate(slides)
            ),
            broken_off,
        )


def rounded(seconds: float) -> float:
    """`seconds` as a person would plan them: in fives, and at least one of those."""
    return float(max(GRAIN, int(seconds / GRAIN + 0.5) * GRAIN))


def new_places(old: Sequence[Slide], new: Sequence[Slide]) -> list[int | None]:
    """For each slide of `old` its index in `new`; None for one that is gone.

    A slide is known by its id, else by what it shows, else by where it stands among others.
    """
    before, after = [shown_of(each) for each in old], [shown_of(each) for each in new]
    ids = {slide.id: index for index, slide in enumerate(new) if slide.id}
    times_before, times_after = Counter(before), Counter(after)
    contents = {
        shown: index
        for index, shown in enumerate(after)
        if times_before[shown] == times_after[shown] == 1
    }
    beside: dict[int, int] = {}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            beside.update(zip(range(i1, i2), range(j1, j2), strict=False))
    return [
        ids.get(slide.id, contents.get(shown, beside.get(index)))
        for index, (slide, shown) in enumerate(zip(old, before, strict=True))
    ]


__all__ = ["Judged", "Recording", "Rehearsal", "SlideTime", "new_places", "rounded"]
