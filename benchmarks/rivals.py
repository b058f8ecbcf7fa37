"""Starts, keys and memory of presenter, a minimal Textual app and other tools, in one run.

A *visit* starts a tool on a talk, presses keys, jumps to the last slide and ends it. Visits go in
rounds, each through all tools and sizes of talks, so that what disturbs the machine hits all alike.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks import ROOT, equivalent
from benchmarks.equivalent import Slide
from benchmarks.installs import Install
from benchmarks.measures import BUNDLED_TITLE
from benchmarks.terminal import environment_in
from benchmarks.tools import OURS, Tool
from benchmarks.watched import EndedError, Watched

SIZES = {7: 10.0, 1_000: 20.0, 10_000: 30.0}
"""How many slides a talk has, and the seconds after which a start of it is given up."""

KEYS_IN = 1_000
"""The talk in which keys are measured."""

KEYS, FEW_KEYS = 25, 5
"""Keys of a visit to it, and to the others."""

_KEY_LIMIT, _JUMP_LIMIT = 3.0, 10.0
_KEYS_LIMIT = 5.0
"""Seconds after which a visit has pressed enough keys."""

_REST, _LONG_REST = 0.2, 1.0
"""Seconds without output before the jump, and before keys that are measured: by then what a start
does behind its first slide is done."""


class Failure(NamedTuple):
    """Why something could not be measured.

    kind: `over` (so many seconds), `ended` (the tool did), `no key` (it has none).
    """

    kind: str
    detail: str = ""


@dataclass
class Measured:
    """What visits of one tool to one talk have told; times in milliseconds.

    starts, peaks (megabytes): one a round. seconds: from the start to the second slide, whose key
    was pressed as soon as the first was there; of the shortest talk. failed, stuck, lost: why there
    was no first, no next and no last slide.
    """

    starts: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    jumps: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    failed: Failure | None = None
    stuck: Failure | None = None
    lost: Failure | None = None


Results = dict[tuple[str, int | str], Measured]
"""By a tool's name and a talk's size; presenter's also by BUNDLED, BUNDLED_NEW and COMMANDS."""

BUNDLED = "bundled"
BUNDLED_NEW = "bundled, new"
"""The same where it was never shown: its large type is drawn, which later starts find drawn."""

COMMANDS = ("--version", "check")


def write_talks(tools: Sequence[Tool], folder: Path) -> dict[tuple[str, int], Path]:
    """The talks of all sizes in each tool's format; those of one format share a file."""
    paths = {}
    for size in SIZES:
        talk = equivalent.slides(size)
        for tool in tools:
            path = folder / f"{tool.write.__name__}-{size}{tool.ending}"
            if not path.exists():
                tool.write(talk, path)
            paths[tool.name, size] = path
    return paths


def rounds(
    installs: Mapping[Tool, Install], folder: Path, runs: int, seconds: float
) -> tuple[Results, int]:
    """Measures all tools, in `runs` rounds or as many as end within `seconds`; how many they were.

    The longest talk is shown in every third round.
    """
    started = perf_counter()
    talks = write_talks(list(installs), folder)
    results: Results = {key: Measured() for key in talks}
    results |= {(OURS.name, name): Measured() for name in (BUNDLED, BUNDLED_NEW, *COMMANDS)}
    for tool, install in installs.items():  # only warms the caches
        visit(tool, install, talks[tool.name, 7], 7, folder, Measured())
    longest = 0.0
    for number in range(runs):
        begun = perf_counter()
        if begun - started + longest > seconds:
            return results, number
        tools = list(installs)
        turn = number % len(tools)
        for size in SIZES:
            if size == max(SIZES) and number % 3:
                continue
            for tool in tools[turn:] + tools[:turn]:
                told = results[tool.name, size]
                if told.failed is None:
                    visit(tool, installs[tool], talks[tool.name, size], size, folder, told)
        for talk in (BUNDLED_NEW, BUNDLED):
            is_new = talk is BUNDLED_NEW
            _bundled(installs[OURS], folder, results[OURS.name, talk], new=is_new)
        for name in COMMANDS:
            _command(installs[OURS], name, talks[OURS.name, 7], folder, results[OURS.name, name])
        longest = max(longest, perf_counter() - begun)
    return results, runs


def visit(
    tool: Tool, install: Install, path: Path, size: int, folder: Path, told: Measured
) -> None:
    """One visit to the talk of `size` slides at `path`; `told` is told what was found."""
    talk, limit = equivalent.slides(size), SIZES[size]
    with _terminal(tool, install, path, folder) as terminal:
        try:
            if tool.begin is not None:
                terminal.showing([tool.begin[0]], limit)
                terminal.send(tool.begin[1])
            shown = terminal.showing(talk[0].marks, limit)
        except TimeoutError:
            told.failed = Failure("over", f"{limit:.0f}")
            return
        except EndedError:
            told.failed = Failure("ended")
            return
        told.starts.append((shown - terminal.started) * 1000)
        keys = talk[1 : 1 + (KEYS if size == KEYS_IN else FEW_KEYS)]
        if size == min(SIZES):
            told.stuck = told.stuck or _at_once(terminal, tool, keys.pop(0), told.seconds)
        terminal.settle(_LONG_REST if size == KEYS_IN else _REST)
        told.stuck = told.stuck or _press(terminal, tool, keys, told.keys)
        terminal.settle(_REST)
        if tool.last is not None and told.lost is None:
            try:
                pressed = terminal.send(tool.last)
                shown = terminal.showing(talk[-1].marks, _JUMP_LIMIT)
                told.jumps.append((shown - pressed) * 1000)
            except (TimeoutError, EndedError, OSError):
                told.lost = Failure("over", f"{_JUMP_LIMIT:.0f}")
    told.peaks.append(terminal.peak)


def _at_once(terminal: Watched, tool: Tool, slide: Slide, seconds: list[float]) -> Failure | None:
    """A key to `slide`, which follows the first one, as soon as that is there."""
    begun = (perf_counter() - terminal.started) * 1000
    took: list[float] = []
    stuck = _press(terminal, tool, [slide], took)
    seconds.extend(begun + each for each in took)
    return stuck


def _press(
    terminal: Watched, tool: Tool, slides: Sequence[Slide], times: list[float]
) -> Failure | None:
    """Keys to `slides` in turn; returns what went wrong."""
    end = perf_counter() + _KEYS_LIMIT
    for slide in slides:
        try:
            pressed = terminal.send(tool.onward)
            times.append((terminal.showing(slide.marks, _KEY_LIMIT) - pressed) * 1000)
        except (TimeoutError, EndedError, OSError):
            return Failure("over", f"{_KEY_LIMIT:.0f}")
        if perf_counter() > end:
            break
    return None


def _bundled(install: Install, folder: Path, told: Measured, *, new: bool) -> None:
    with _terminal(OURS, install, ROOT / "slides.yaml", folder, new=new) as terminal:
        told.starts.append((terminal.showing([BUNDLED_TITLE], 10) - terminal.started) * 1000)
        terminal.settle(_REST)
    told.peaks.append(terminal.peak)


def _command(install: Install, name: str, deck: Path, folder: Path, told: Measured) -> None:
    begun = perf_counter()
    subprocess.run(
        [install.programs / "presenter", name, *([] if name.startswith("-") else [deck])],
        env=environment_in(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    told.starts.append((perf_counter() - begun) * 1000)


def _terminal(
    tool: Tool, install: Install, path: Path, folder: Path, *, new: bool = True
) -> Watched:
    """A terminal in which `tool` shows `path`. new: in a home of nobody, else in the last one's."""
    home = folder / "home"
    if new:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
    settings = {"HOME": str(home), "TMPDIR": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    environment = environment_in(home) | settings | dict(install.settings)
    return Watched(install.command(tool, path), environment, tool.leave)
