"""The driver of a talk, apart from any terminal; with one see tests/pty."""

from __future__ import annotations

import asyncio
import signal
from types import FrameType, SimpleNamespace
from typing import Any

import pytest

from presenter.screen.terminal import TerminalDriver


@pytest.mark.asyncio
async def test_of_sizes_that_follow_fast_the_last_one_is_told_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python runs the handler of a signal within that of the one before."""
    sizes, told = [1, 2], []

    def tell(_number: int, _frame: FrameType | None) -> None:
        size = sizes.pop(0)
        if size == 1:
            signal.raise_signal(signal.SIGWINCH)
        told.append(size)

    driver: Any = TerminalDriver.__new__(TerminalDriver)
    monkeypatch.setattr(TerminalDriver, "loop", asyncio.get_running_loop())
    driver.resized = lambda: None
    driver._app = SimpleNamespace(call_later=lambda _: None)
    before = signal.signal(signal.SIGWINCH, tell)
    try:
        driver._watch_size()
        signal.raise_signal(signal.SIGWINCH)
        for _ in range(3):
            await asyncio.sleep(0)
    finally:
        signal.signal(signal.SIGWINCH, before)
    assert told == [1, 2]
