"""What a run has found, in figures: a row a tool, and presenter beside the floor and the best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

from benchmarks.installs import Install
from benchmarks.measures import Audience
from benchmarks.rivals import (
    BUNDLED,
    BUNDLED_NEW,
    COMMANDS,
    KEYS_IN,
    SIZES,
    Failure,
    Measured,
    Results,
)
from benchmarks.tools import FLOOR, OURS, Tool

SMALL, MIDDLE, LARGE = SIZES


@dataclass(frozen=True)
class Run:
    """All that a run knows of itself.

    absent: the tools that are not here, and why. facts: date, machine and the like, by name. load:
    the machine's load average before and after.
    """

    results: Results
    installs: Mapping[Tool, Install]
    absent: Mapping[Tool, Failure]
    audience: Audience | None
    rounds: int
    load: tuple[float, float]
    facts: Mapping[str, str] = field(default_factory=dict)

    def of(self, tool: Tool, talk: int | str) -> Measured:
        """What was measured of `tool` in that talk."""
        return self.results.get((tool.name, talk), Measured())

    @property
    def rivals(self) -> list[Tool]:
        return [tool for tool in self.installs if tool not in (OURS, FLOOR)]


Value = float | Failure | None
"""A figure; why there is none; None: nobody tells."""


class Measure(NamedTuple):
    """A column of the table. unit: `ms` or `MB`."""

    name: str
    unit: str
    of: Callable[[Run, Tool], Value]


def _starts(talk: int) -> Callable[[Run, Tool], Value]:
    def value(run: Run, tool: Tool) -> Value:
        told = run.of(tool, talk)
        return median(told.starts) if told.starts else told.failed

    return value


def _seconds(run: Run, tool: Tool) -> Value:
    told = run.of(tool, SMALL)
    return median(told.seconds) if told.seconds else told.failed or told.stuck


def _peaks(talk: int) -> Callable[[Run, Tool], Value]:
    def value(run: Run, tool: Tool) -> Value:
        told = run.of(tool, talk)
        return median(told.peaks) if any(told.peaks) else told.failed

    return value


def _keys(of: Callable[[Sequence[float]], float]) -> Callable[[Run, Tool], Value]:
    def value(run: Run, tool: Tool) -> Value:
        told = run.of(tool, KEYS_IN)
        return told.failed or told.stuck or (of(told.keys) if told.keys else None)

    return value


def _jumps(run: Run, tool: Tool) -> Value:
    if tool.last is None:
        return Failure("no key")
    told = run.of(tool, LARGE)
    return median(told.jumps) if told.jumps else told.failed or told.lost


def _installed(run: Run, tool: Tool) -> Value:
    return run.installs[tool].size


MEASURES = (
    Measure("start-7", "ms", _starts(SMALL)),
    Measure("second", "ms", _seconds),
    Measure("start-1000", "ms", _starts(MIDDLE)),
    Measure("start-10000", "ms", _starts(LARGE)),
    Measure("key", "ms", _keys(median)),
    Measure("worst", "ms", _keys(max)),
    Measure("last", "ms", _jumps),
    Measure("memory-7", "MB", _peaks(SMALL)),
    Measure("memory-10000", "MB", _peaks(LARGE)),
    Measure("size", "MB", _installed),
)


class Aim(NamedTuple):
    """What presenter is to keep to.

    value: presenter's. beside: what it is compared with. ratio: to that. most: what may be at most
    so large, by `kind`: the ratio (`times`), the value (`most`), their difference (`above`).
    """

    name: str
    unit: str
    value: float
    beside: float
    ratio: float
    most: float
    kind: str = "times"

    @property
    def met(self) -> bool:
        kinds = {"times": self.ratio, "most": self.value, "above": self.value - self.beside}
        return kinds[self.kind] <= self.most


def aims(run: Run) -> list[Aim]:
    """Those that could be measured, in order."""
    talks: tuple[int | str, ...] = (*SIZES, BUNDLED, BUNDLED_NEW, *COMMANDS)
    starts = {talk: run.of(OURS, talk).starts for talk in talks}
    floor = {size: run.of(FLOOR, size).starts for size in SIZES}
    found: list[Aim | None] = [
        _compared("start-7", starts[SMALL], floor[SMALL], 0.5),
        _compared("start-bundled", starts[BUNDLED], floor[SMALL], 0.5),
        _compared("start-bundled-new", starts[BUNDLED_NEW], floor[SMALL], 0.5),
        _compared("start-1000", starts[MIDDLE], floor[MIDDLE], 0.6),
        _compared("start-10000", starts[LARGE], starts[SMALL][::3], 2),
        *(_compared(name, starts[name], floor[SMALL], 0.4) for name in COMMANDS),
    ]
    keys, least = run.of(OURS, KEYS_IN).keys, run.of(FLOOR, KEYS_IN).keys
    if keys and least:
        usual = median(keys), median(least)
        found.append(Aim("key", "ms", *usual, usual[0] / usual[1], 1))
        worst = max(keys), max(least)
        found.append(Aim("worst", "ms", *worst, worst[0] / worst[1], 16, "most"))
    if run.audience:
        usual = median(run.audience.among), median(run.audience.alone)
        found.append(Aim("viewers", "ms", *usual, usual[0] / usual[1], 1.2))
    for name, size, most, kind in (
        ("memory-7", SMALL, 1.2, "times"),
        ("memory-10000", LARGE, 60, "above"),
    ):
        peaks, least = run.of(OURS, size).peaks, run.of(FLOOR, size).peaks
        if any(peaks) and any(least):
            ours, theirs = median(peaks), median(least)
            found.append(Aim(name, "MB", ours, theirs, ours / theirs, most, kind))
    return [each for each in found if each is not None]


def _compared(name: str, ours: Sequence[float], theirs: Sequence[float], most: float) -> Aim | None:
    """Of the figures of each round, as rounds differ in what disturbs them."""
    if not ours or not theirs:
        return None
    ratio = median(one / other for one, other in zip(ours, theirs, strict=False))
    return Aim(name, "ms", median(ours), median(theirs), ratio, most)


def best(run: Run, name: str, tools: Iterable[Tool]) -> tuple[Tool, float] | None:
    """The one of `tools` with the least of the measure of that name, and how much it is."""
    measures = [measure for measure in MEASURES if measure.name == name]
    values = [(measure.of(run, tool), tool) for measure in measures for tool in tools]
    figures = [(value, tool) for value, tool in values if isinstance(value, float)]
    if not figures:
        return None
    value, tool = min(figures, key=lambda pair: pair[0])
    return tool, value
