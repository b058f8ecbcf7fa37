"""Timers of an app that a test lets run out itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App


class Timers:
    """What an app has asked to be called later, the first first; none is called by itself."""

    def __init__(self, app: App[Any], monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[_Timer] = []
        monkeypatch.setattr(app, "set_timer", self._set)

    def _set(self, delay: float, callback: Callable[[], object]) -> _Timer:
        self.asked.append(_Timer(delay, callback))
        return self.asked[-1]

    def run_out(self, seconds: float) -> None:
        """Have all run out that were set for `seconds` and are not stopped."""
        for timer in [each for each in self.asked if each.delay == seconds and not each.stopped]:
            timer.callback()


class _Timer:
    def __init__(self, delay: float, callback: Callable[[], object]) -> None:
        self.delay = delay
        self.callback = callback
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True
