"""Ending on a signal: the app closes in order, and if it cannot, the process ends all the same."""

from __future__ import annotations

import asyncio
import os
import signal
from threading import Timer
from types import FrameType, TracebackType
from typing import Any

from textual.app import App

from presenter.screen.terminal import TerminalDriver
from presenter.screen.textual_internals import driver_of

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_GRACE = 2.0
"""Seconds that an orderly end may take."""


class EndingSignals:
    """While entered, SIGTERM, SIGHUP and SIGINT make `app` exit, with its terminal restored.

    `number` is the first such signal then, else None. A second one, or an app that does not exit
    within two seconds, ends the process at once with status 128 + number.
    """

    def __init__(self, app: App[Any]) -> None:
        self.number: int | None = None
        self._app = app
        self._before: dict[int, Any] = {}
        self._watchdog: Timer | None = None

    def __enter__(self) -> EndingSignals:
        for number in ENDING:
            self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
        leave_terminal(self._app)
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self.number == number == signal.SIGHUP:
            return  # one hang-up, told by the system, the input and the output
        if self.number is not None:
            self._end_at_once()
        self.number = number
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise SystemExit(128 + number) from None
        self._watchdog = Timer(_GRACE, self._end_at_once)
        self._watchdog.daemon = True
        self._watchdog.start()
        loop.call_soon_threadsafe(self._app.exit)

    def _end_at_once(self) -> None:
        leave_terminal(self._app)
        os._exit(128 + (self.number or signal.SIGTERM))


def leave_terminal(app: App[Any]) -> None:
    """Restore the terminal if `app` has it still."""
    driver = driver_of(app)
    if isinstance(driver, TerminalDriver):
        driver.leave_at_once()
