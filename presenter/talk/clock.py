"""The talk's clock, and the plan to which it stands. Times are in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from presenter.words import Words

Running = Literal["stopped", "running", "paused"]
ClockTo = Literal["start", "pause", "reset"]


class Clock:
    """Counts the seconds of the talk.

    It is stopped, at zero, until the talk's first move or until it is started by hand. `now` gives
    seconds that never go back. Each method says whether anything changed.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.state: Running = "stopped"
        self._now = now
        self._before = 0.0
        """Seconds counted until the clock was last started."""
        self._since = 0.0

    @property
    def elapsed(self) -> float:
        """Seconds counted so far."""
        if self.state != "running":
            return self._before
        return self._before + max(0.0, self._now() - self._since)

    def moved(self) -> bool:
        """The talk was moved: that starts a clock that is stopped, not one that is paused."""
        return self.state == "stopped" and self.start()

    def start(self) -> bool:
        """Count, from where it stands."""
        if self.state == "running":
            return False
        self.state, self._since = "running", self._now()
        return True

    def pause(self) -> bool:
        """Count no more for now."""
        if self.state != "running":
            return False
        self._before = self.elapsed
        self.state = "paused"
        return True

    def reset(self) -> bool:
        """Back to zero, to wait for the next move."""
        if self.state == "stopped":
            return False
        self.state, self._before = "stopped", 0.0
        return True

    def restore(self, state: Running, elapsed: float) -> None:
        """Go on from a reading taken earlier."""
        self.state, self._before, self._since = state, max(0.0, elapsed), self._now()
        if state == "stopped":
            self._before = 0.0


class Plan(Struct, frozen=True):
    """When each slide is to begin, from the talk's first second; one more: when the last ends.

    `total` is how long the talk may take: as the deck says, else what its slides add up to.
    """

    edges: tuple[float, ...]
    total: float

    @classmethod
    def of(cls, times: Sequence[float | None], total: float | None) -> Plan | None:
        """A plan from the slides' times and the deck's; None if none of them is written.

        What the slides with times leave of the deck's is shared equally by those without; without
        a deck's time these are planned to take none.
        """
        if total is None and not any(times):
            return None
        planned = sum(time or 0.0 for time in times)
        without = sum(time is None for time in times)
        share = max(0.0, total - planned) / without if total is not None and without else 0.0
        edges = accumulate((share if time is None else time for time in times), initial=0.0)
        return cls(tuple(edges), planned if total is None else total)

    def ahead(self, slide: int, elapsed: float) -> float:
        """How far the talk is ahead at the slide of this index; less than zero is behind.

        It is on time, 0, from the moment at which the slide is to begin to that at which it is to
        end.
        """
        begin, end = self.edges[slide], self.edges[slide + 1]
        return begin - elapsed if elapsed < begin else min(0.0, end - elapsed)

    def remaining(self, elapsed: float) -> float:
        """What is left of the talk's time; less than zero is over it."""
        return self.total - elapsed


def pace_text(ahead: float, words: Words) -> str:
    """`ahead` in full minutes, rounded, and words: ``2 min ahead``, ``慢 1 分``, ``on time``."""
    minutes = int(abs(ahead) / 60 + 0.5)
    if not minutes:
        return words("clock.on-time")
    return words("clock.ahead" if ahead > 0 else "clock.behind", minutes=minutes)


def clock_text(seconds: float) -> str:
    """`seconds` as a clock shows them: ``4:05``, ``1:02:03``, ``-0:30``; begun ones not counted."""
    sign = "-" if seconds <= -1 else ""
    minutes, rest = divmod(int(abs(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02}:{rest:02}"
    return f"{sign}{minutes}:{rest:02}"
