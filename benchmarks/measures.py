"""Launch, finding, checking, editing and sharing: each a function that yields its figures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks import ROOT, decks
from benchmarks.report import Figure
from benchmarks.terminal import FRAME_ENDS, Terminal, environment_in, minimal, presenter

BUNDLED_TITLE = "后勤工作的重要性"

SIZES = ("80x24", "120x40", "200x60")

_SLIDES = 1000
_PACE = 0.3
"""Seconds of rest behind a key: at least as long as a speaker's."""
_RIGHT, _DOWN, _PAGE, _END, _HOME = b"\x1b[C", b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\x1b[H"

_OVERVIEW = (*(_RIGHT, _DOWN, _PAGE) * 20, _END, _HOME, *(b"1", b"2", b"\x7f", b"\x7f") * 5)
_SEARCH = (*(*map(str.encode, "后勤越"), _DOWN, _PAGE, _PAGE, _DOWN, *(b"\x7f",) * 3) * 6,)


def launch(folder: Path, runs: int) -> Iterator[Figure]:
    """Launch to first slide, and peak memory: the same starts, taken in turns."""
    first = decks.title(0)
    candidates = {
        "minimal": (minimal(decks.minimal(folder, 7)), first),
        "7": (presenter(decks.plain(folder, 7)), first),
        "bundled": (presenter(ROOT / "slides.yaml"), BUNDLED_TITLE),
        "1000": (presenter(decks.plain(folder, 1_000)), first),
        "10000": (presenter(decks.plain(folder, 10_000)), first),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    peaks: dict[str, list[float]] = {name: [] for name in candidates}
    environment = environment_in(folder)
    for run in range(-1, runs):  # the first round only warms the caches
        for name, (command, text) in candidates.items():
            with Terminal(command, environment) as terminal:
                shown = terminal.until(text) - terminal.started
                terminal.begun()
                terminal.settle(0.3)
            if run >= 0:
                times[name].append(shown * 1000)
                peaks[name].append(terminal.peak)
    took = {name: median(values) for name, values in times.items()}
    peak = {name: median(values) for name, values in peaks.items()}

    def ratio(what: str, name: str, base: str, budget: float) -> Figure:
        # Within each round, as the machine may be busier in one than in another.
        rounds = [ours / theirs for ours, theirs in zip(times[name], times[base], strict=True)]
        detail = f"{took[name]:.0f} ms; {base} {took[base]:.0f} ms"
        return Figure(what, median(rounds), budget, detail=detail)

    yield ratio("launch, 7 plain slides : minimal app", "7", "minimal", 0.5)
    yield ratio("launch, bundled deck : minimal app", "bundled", "minimal", 0.5)
    yield ratio("launch, 1,000 slides : minimal app", "1000", "minimal", 0.6)
    yield ratio("launch, 10,000 slides : 7 slides", "10000", "7", 2)
    memory = f"{peak['7']:.0f} MB; minimal {peak['minimal']:.0f}, 10,000 slides {peak['10000']:.0f}"
    yield Figure("memory, 7 slides : minimal app", peak["7"] / peak["minimal"], 1.2, detail=memory)


def find(folder: Path, _: int) -> Iterator[Figure]:
    """Keys in the overview and in the search, in a deck of 1,000 slides."""
    deck = decks.mixed(folder, _SLIDES)
    for name, key, keys in (("overview", b"o", _OVERVIEW), ("search", b"/", _SEARCH)):
        with Terminal(presenter(deck), environment_in(folder)) as terminal:
            terminal.begun()
            terminal.settle(0.5)
            times = _times(terminal, (key, *keys))
            terminal.send(b"\x1b")
            terminal.settle(0.2)
        yield Figure(
            f"{name}, {_SLIDES} slides, worst of {len(times)} keys",
            max(times),
            16,
            "ms",
            f"median {median(times):.1f} ms; opening {times[0]:.1f} ms",
        )


def _times(terminal: Terminal, keys: Sequence[bytes]) -> list[float]:
    """Milliseconds from each key to the end of the frame that it makes."""
    times = []
    for key in keys:
        pressed = terminal.send(key)
        times.append((terminal.until(FRAME_ENDS) - pressed) * 1000)
        terminal.settle(0.05)
    return times


def check(folder: Path, runs: int) -> Iterator[Figure]:
    """``presenter check`` at three sizes: how long 1,000 slides take, whether twice takes twice.

    The best of the runs counts: nothing waits for a terminal here, so all else is other programs.
    """
    options = [part for size in SIZES for part in ("--size", size)]
    environment = environment_in(folder)
    times: dict[int, list[float]] = {500: [], 1_000: [], 2_000: []}
    for run in range(-1, max(3, runs // 3)):
        for slides, values in times.items():
            command = presenter("check", decks.plain(folder, slides), *options)
            start = perf_counter()
            done = subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
            if done.returncode:
                yield Figure("check, 1,000 slides at three sizes", None, 1, "s", "it failed")
                return
            if run >= 0:
                values.append(perf_counter() - start)
    took = {slides: min(values) for slides, values in times.items()}
    detail = ", ".join(f"{slides}: {seconds:.2f} s" for slides, seconds in took.items())
    yield Figure("check, 1,000 slides at three sizes", took[1_000], 1, "s", detail)
    yield Figure("check, 2,000 : 1,000 slides", took[2_000] / took[1_000], 2.2)


def edit(folder: Path, _: int, edits: int = 20) -> Iterator[Figure]:
    """An edit saved while presenting, to the slide shown."""
    place = folder / "edited"
    place.mkdir()
    deck = decks.plain(place, 7)
    original = deck.read_text(encoding="utf-8")
    times: list[float] = []
    with Terminal(presenter(deck), environment_in(folder)) as terminal:
        terminal.begun()
        terminal.settle(1.0)  # the watching starts after the first slide
        for number in range(edits):
            title = decks.title(0, f"edition {number}")
            draft = place / "draft"
            draft.write_text(original.replace(decks.title(0), title), encoding="utf-8")
            terminal.send(b"")
            saved = perf_counter()
            draft.replace(deck)
            try:
                times.append((terminal.until(title, 3) - saved) * 1000)
            except TimeoutError:
                yield Figure("edit saved to slide shown, median", None, 100, "ms", "not shown")
                return
            terminal.settle(0.3)
    yield Figure("edit saved to slide shown, median", median(times), 100, "ms")
    yield Figure(f"edit saved to slide shown, worst of {edits}", max(times), 100, "ms")


class Audience(NamedTuple):
    """Keys of a talk that nobody follows and of one with viewers, in turns; milliseconds.

    told: what part of the slides the viewers were told.
    """

    alone: list[float]
    among: list[float]
    told: float


def share(folder: Path, _: int, presses: int = 100, count: int = 500) -> Iterator[Figure]:
    """The stage's keys while many viewers follow the talk in their browsers, over loopback."""
    alone, among, told = audience(folder, presses, count)
    detail = f"{median(among):.2f} ms; without {median(alone):.2f} ms; {told:.0%} of slides told"
    ratio = median(among) / median(alone)
    yield Figure(f"key with {count} viewers, median : without", ratio, 1.2, "×", detail)
    worst = f"without viewers {max(alone):.1f} ms"
    yield Figure(f"key with {count} viewers, worst of {presses}", max(among), 16, "ms", worst)


def audience(folder: Path, presses: int, count: int) -> Audience:
    """Two talks, and `count` viewers of one: a key in each in turns, at a speaker's pace."""
    places = [folder / name for name in ("alone", "among")]
    for place in places:
        place.mkdir()
    decks_of = [decks.plain(place, presses + 1) for place in places]
    environments = [environment_in(place) | {"LANG": "C.UTF-8", "LC_ALL": ""} for place in places]
    share = presenter("share", decks_of[1], "--port", "0")
    pipe = subprocess.PIPE
    with (
        Terminal(presenter(decks_of[0]), environments[0]) as alone,
        Terminal(presenter(decks_of[1]), environments[1]) as among,
    ):
        for stage in (alone, among):
            stage.begun()
            stage.settle(0.5)
        with subprocess.Popen(share, env=environments[1], stdout=pipe, text=True) as server:
            try:
                follow = [sys.executable, "-m", "benchmarks.viewers", str(_port(server))]
                viewers = subprocess.Popen(
                    [*follow, str(count)], cwd=ROOT, stdin=pipe, stdout=pipe, text=True
                )
                try:
                    assert viewers.stdout is not None
                    viewers.stdout.readline()
                    among.settle(0.5)
                    times = [
                        (_key(alone, number), _key(among, number))
                        for number in range(1, presses + 1)
                    ]
                    told = float(viewers.communicate("\n", timeout=20)[0]) / presses
                finally:
                    viewers.kill()
                    viewers.wait()
            finally:
                server.terminate()
    return Audience([pair[0] for pair in times], [pair[1] for pair in times], told)


def _key(stage: Terminal, number: int) -> float:
    """Milliseconds from a key to the slide of that number; and a speaker's rest."""
    pressed = stage.send(_RIGHT)
    took = (stage.until(decks.title(number)) - pressed) * 1000
    stage.settle(_PACE)
    return took


def _port(server: subprocess.Popen[str]) -> int:
    """Where the server says that it listens."""
    assert server.stdout is not None
    for line in server.stdout:
        if "http://127.0.0.1:" in line:
            return int(line.rpartition(":")[2].strip().strip("/"))
    raise RuntimeError("the server ended")
