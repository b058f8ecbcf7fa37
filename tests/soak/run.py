"""Goes through the actions of a seed, and tells what came of it."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.soak.actions import Action, actions
from tests.soak.world import FOLDERS, LEXER, Needs, World

_WARM = 15_000
"""Keys after which a talk has met all that it will keep."""

_GROWTH = Needs(memory=24.0, descriptors=LEXER, threads=2)
"""What it may hold more than then, at any moment of calm later: the rest of its caches.

On one talk all were full after some 95,000 keys, with 9 MB more; from there to 177,000 keys the
stage held 100 to 103 MB, what the allocator had free given back before each look.
"""

_TOLD = 25
"""Actions that are told when something is wrong."""


class Ran:
    """What was done: how often each action, how many moves, and what the stages held."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.moves = 0
        self.lives: list[list[tuple[int, Needs]]] = []
        self.last: deque[Action] = deque(maxlen=_TOLD)

    def __str__(self) -> str:
        done = ", ".join(f"{name} {count}" for name, count in self.counts.most_common())
        lives = [
            f"  {life[0][0]:6} to {life[-1][0]:6} moves: "
            f"{life[0][1].memory:.0f} to {life[-1][1].memory:.0f} MB, "
            f"descriptors {life[0][1].descriptors} to {life[-1][1].descriptors}, "
            f"threads {life[0][1].threads} to {life[-1][1].threads}"
            for life in self.lives
            if life
        ]
        total = sum(self.counts.values())
        return "\n".join([f"{total} actions, {self.moves} keys: {done}", *lives])


def soak(seed: int, *, seconds: float, most: int | None = None) -> Ran:
    """Do what the seed draws, for so long or so many actions.

    Raises AssertionError with the seed, the last actions and the screen if anything is wrong.
    """
    end = time.monotonic() + seconds
    ran = Ran()
    with _folders() as folder, closing(World(folder)) as world:
        in_time = takewhile(lambda _: time.monotonic() < end, actions(seed))
        for action in _whole(islice(in_time, most)):
            _do(action, world, ran, seed)
    return ran


def _whole(drawn: Iterable[Action]) -> Iterator[Action]:
    """Those, and what ends a talk that they have left going on."""
    goes_on = True
    for action in drawn:
        yield action
        goes_on = action.name != "end"
    if goes_on:
        yield Action("calm")
        yield Action("end", "SIGTERM")


@contextmanager
def _folders() -> Iterator[Path]:
    """An empty folder, and those for what stages leave behind; paths are short, as sockets' are."""
    with TemporaryDirectory(prefix="soak-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            path = Path(folder, name[4:7].lower())
            path.mkdir(mode=0o700)
            patch.setenv(name, str(path))
        yield Path(folder)


def _do(action: Action, world: World, ran: Ran, seed: int) -> None:
    """Do one, and count it."""
    ran.last.append(action)
    before = world.moves
    try:
        world.do(action.name, action.value)
        check_needs(world.needs)
    except Exception as error:
        last = "\n".join(f"  {each.name}: {each.value!r}" for each in ran.last)
        number = sum(ran.counts.values())
        raise AssertionError(
            f"seed {seed}, action {number}: {error}\n{world.stage.text}\nthe last actions:\n{last}"
        ) from error
    ran.counts[action.name] += 1
    ran.moves += max(0, world.moves - before)
    if not ran.lives or ran.lives[-1] is not world.needs:
        ran.lives.append(world.needs)


def check_needs(needs: list[tuple[int, Needs]]) -> None:
    """Raises AssertionError if a stage holds more and more."""
    late = [each for moves, each in needs if moves >= _WARM]
    if late:
        first, now = late[0], late[-1]
        for name, value, least, most in zip(Needs._fields, now, first, _GROWTH, strict=True):
            assert value <= least + most, f"{name} grew from {least} to {value}: {needs}"
