"""The driver of a talk, apart from any terminal; with one see tests/pty."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any

import pytest
from textual.drivers.linux_driver import LinuxDriver

from presenter.screen.surfaces.tmux import passed_on
from presenter.screen.terminal import Output, TerminalDriver


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What drivers have handed over for the terminal."""
    found: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _self, data: found.append(data))
    return found


def driver_without_terminal() -> Any:
    driver: Any = TerminalDriver.__new__(TerminalDriver)
    driver._engaged, driver._has_screen, driver.stands, driver._shown = True, True, None, ""
    driver._frame, driver.around = [], ("<", ">")
    return driver


def test_what_tmux_hands_on_is_no_frame(written: list[str]) -> None:
    """kitty that is held before it has painted the last frame paints it without its pictures."""
    driver = driver_without_terminal()
    driver.write("a frame")
    driver.write(passed_on("a picture"))
    assert written == ["<a frame>", passed_on("a picture")]


def test_a_frame_is_handed_over_as_a_whole(written: list[str]) -> None:
    """Its brackets each for themselves woke another thread twice more for every key."""
    driver = driver_without_terminal()
    for data in ("\x1b[?2026h", "\x1b[1;1Hpage", "\x1b[?2026l") * 2:
        driver.write(data)
    assert written == ["\x1b[?2026h<\x1b[1;1Hpage>\x1b[?2026l"]


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
    monkeypatch.setattr(TerminalDriver, "terminal_size", lambda _: (80, 24))
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


@pytest.fixture
def output(tmp_path: Path) -> Iterator[Output]:
    with (tmp_path / "terminal").open("w") as stream, Output(stream) as output:
        yield output


def test_nothing_is_written_behind_the_end(output: Output, tmp_path: Path) -> None:
    output.write("before")
    output.flush()
    output.close_up()
    output.write("\x1b[>25u")
    output.flush()
    assert (tmp_path / "terminal").read_text() == "before"
    assert not output.has_keyboard


def test_kitty_is_given_its_keys_back_only_if_it_was_asked_for_them(output: Output) -> None:
    output.write("\x1b[>25;1m")
    assert not output.has_keyboard
    output.write("\x1b[>25u")
    assert output.has_keyboard
