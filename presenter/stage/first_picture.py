"""The first picture of a talk, for which other work waits: both would keep each other."""

from __future__ import annotations

import threading
from collections.abc import Callable

_WAITED_FOR = 0.4
"""Seconds for which what else a talk needs may wait for it."""

Later = Callable[[float, Callable[[], object]], object]


class FirstPicture:
    """Whether it is shown, or none is to come; `later` calls in so many seconds."""

    def __init__(self, later: Later) -> None:
        self._later = later
        self._shown = threading.Event()
        self._put_off: list[Callable[[], object]] = []

    @property
    def is_over(self) -> bool:
        """Whether nothing waits for it any more."""
        return self._shown.is_set()

    def wait(self) -> None:
        """Wait for it, but not for long; in a thread of its own."""
        self._shown.wait(_WAITED_FOR)

    def before(self, work: Callable[[], object]) -> None:
        """Have `work` done when it is shown, or before long."""
        if self.is_over:
            work()
            return
        if not self._put_off:
            self._later(_WAITED_FOR, self.shown)
        self._put_off.append(work)

    def shown(self) -> None:
        """It is shown: do what waits for it."""
        self._shown.set()
        works, self._put_off = self._put_off, []
        for work in works:
            work()

    def give_up(self) -> None:
        """There will be none; what waits for it is not done."""
        self._shown.set()
