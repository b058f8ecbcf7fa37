"""Which measured times are those of a talk, and which are those of a trial. Times are in seconds.

People speak between 100 and 200 words a minute, 160 and 320 Chinese characters: nobody says the
same in less than half the time. So less than a third of a plan was not that talk, but somebody
leafing through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from presenter.talk.pace import Plan

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
