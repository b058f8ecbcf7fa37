"""The talk's clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

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
