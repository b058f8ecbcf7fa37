"""The plan of a talk's time, and how the talk stands to it. Times are in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from presenter.words import Words


class Plan(NamedTuple):
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


__all__ = ["Plan", "clock_text", "pace_text"]
