"""How long each slide took, by the talk's clock; which of these times are believed, and are kept.

Times are in seconds. People speak between 100 and 200 words a minute, 160 and 320 Chinese
characters: nobody says the same in less than half the time. So less than a third of a plan was not
that talk, but somebody leafing through it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct, structs

from presenter.deck import Deck, Loaded
from presenter.deck.characters import on_one_line
from presenter.deck.safe_files import atomic_write, read_regular_file, state_folder
from presenter.talk.clock import ClockTo, Plan
from presenter.talk.link.endpoint import name_of
from presenter.talk.matching import Matching
from presenter.talk.session import Change, Request, Session

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
        matching = Matching(self.deck.slides, loaded.deck.slides)
        seconds = [0.0] * len(loaded.deck.slides)
        for index, each in enumerate(self._seconds):
            if (place := matching.find(index)) is not None:
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


class Recorder:
    """Tells `recording` of a session, which it observes, from the talk's first frame on.

    The clock starts with that, not with the first move: the first slide takes time, too. It pauses
    while the talk is suspended or its deck is in the editor.
    """

    def __init__(self, session: Session, recording: Recording) -> None:
        self._session = session
        self._recording = recording
        self._slide = 0
        self._paused = self._ended = False

    def begin(self) -> None:
        """The first slide is shown."""
        session = self._session
        self._slide = session.talk.slide
        self._recording.begin(self._slide, session.clock.elapsed)
        session.subscribe(self)
        self._set_clock("start")

    def __call__(self, change: Change) -> None:
        """The talk or its clock may have moved, or the deck be another."""
        if self._ended:
            return
        session = self._session
        if change & Change.DECK:
            self._recording.observe(self._slide, session.clock.elapsed)
            self._recording.replace(session.loaded, session.talk.slide)
        self._slide = session.talk.slide
        self._recording.observe(self._slide, session.clock.elapsed)

    def end(self) -> None:
        """The talk is over: what has passed belongs to its last slide, and nothing after this."""
        if self._ended:
            return
        self._ended = True
        self._recording.observe(self._slide, self._session.clock.elapsed)

    def suspended(self) -> None:
        """The talk is not seen for a while."""
        if self._session.clock_runs:
            self._paused = True
            self._set_clock("pause")

    def resumed(self) -> None:
        """It is seen again."""
        if self._paused:
            self._paused = False
            self._set_clock("start")

    def _set_clock(self, to: ClockTo) -> None:
        self._session.do(Request("clock", to=to, by="stage"))


def rounded(seconds: float) -> float:
    """`seconds` as a person would plan them: in fives, and at least one of those."""
    return float(max(GRAIN, int(seconds / GRAIN + 0.5) * GRAIN))


LEAST = 5.0
"""Seconds in which something can be said on a slide."""

SHARE = 1 / 3
"""The part of a planned time that a talk takes at the least."""

Doubt = Literal["brief", "short", "long"]
"""Why a slide's time is not believed: under `LEAST`; under its plan's `SHARE`; over the deck's."""


class Trial(NamedTuple):
    """A run that was no rehearsal: how long its slides took, and how long they were to take."""

    took: float
    planned: float


def trial(
    shown: Mapping[int, float], times: Sequence[float | None], total: float | None
) -> Trial | None:
    """The run itself if it was a trial; None for a rehearsal, and where nothing is planned.

    shown: how long slides were shown, by their indexes; times: the slides' own, total: the deck's.
    """
    plan = Plan.of(times, total)
    if plan is None:
        return None
    took = sum(shown.values())
    planned = sum(plan.edges[index + 1] - plan.edges[index] for index in shown)
    return Trial(took, planned) if took < planned * SHARE else None


def doubt(seconds: float, own: float | None, total: float | None) -> Doubt | None:
    """Why `seconds` are not the time of a slide; own: its own as written, total: the deck's."""
    if seconds < LEAST:
        return "brief"
    if own is not None and seconds < own * SHARE:
        return "short"
    return "long" if total is not None and seconds > total else None


MOST = 100
"""Rehearsals of a deck that are kept."""

MOST_BYTES = 8 * 1024 * 1024
"""What they take at most, the newest always kept."""


def rehearsals_of(deck: Path) -> list[Rehearsal]:
    """The rehearsals of `deck`, the oldest first; lines that cannot be used are passed over.

    Raises OSError if they cannot be read, and as `state_folder` does.
    """
    found = []
    for line in _lines(_file(deck)):
        try:
            found.append(msgspec.json.decode(line, type=Rehearsal))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
    return found


def keep_rehearsal(deck: Path, rehearsal: Rehearsal) -> None:
    """Add `rehearsal` to those of `deck`. Raises OSError, and as `state_folder` does."""
    file = _file(deck)
    with _alone(file.parent):
        lines = [*_lines(file)[1 - MOST :], msgspec.json.encode(rehearsal)]
        while len(lines) > 1 and sum(map(len, lines)) > MOST_BYTES:
            lines.pop(0)
        atomic_write(file, b"".join(line + b"\n" for line in lines), "private")


def amend_rehearsal(deck: Path, kept: Rehearsal, amended: Rehearsal) -> None:
    """Put `amended` in the place of `kept`, a rehearsal of `deck`, the last one that is the same.

    Raises OSError, and as `state_folder` does.
    """
    file = _file(deck)
    with _alone(file.parent):
        lines, line = _lines(file), msgspec.json.encode(kept)
        if line in lines:
            lines[len(lines) - 1 - lines[::-1].index(line)] = msgspec.json.encode(amended)
            atomic_write(file, b"".join(each + b"\n" for each in lines), "private")


def _lines(file: Path) -> list[bytes]:
    try:
        return [line for line in read_regular_file(file).splitlines() if line.strip()]
    except FileNotFoundError:
        return []


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in `folder`, and keep others from it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _file(deck: Path) -> Path:
    folder = state_folder() / "rehearsals"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{name_of(deck)}.jsonl"
