"""A talk that is killed or broken off goes on where it was; one that was given begins anew."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from presenter.talk.resume import SavedPlace, saved_place
from tests.pty.conftest import Start
from tests.pty.harness import Terminal
from tests.pty.test_endings import _BREAK

RIGHT = "\x1b[C"
CTRL_O = "\x0f"

Kept = Callable[[], SavedPlace | None]


@pytest.fixture
def kept(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The place that is kept now."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return lambda: saved_place(deck)


def _to_the_third(terminal: Terminal, kept: Kept) -> None:
    terminal.see("1/4")
    terminal.send(RIGHT)
    terminal.see("2/4")
    terminal.send(RIGHT)
    terminal.see("3/4", "服务的本分")
    terminal.wait(lambda: (place := kept()) is not None and place.slide == 2, "the place kept")


def _killed(start: Start, deck: Path, kept: Kept, number: signal.Signals) -> None:
    terminal = start(deck)
    _to_the_third(terminal, kept)
    terminal.process.send_signal(number)
    assert terminal.status() == 128 + number


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_the_next_start_offers_the_place(
    start: Start, deck: Path, kept: Kept, number: signal.Signals
) -> None:
    _killed(start, deck, kept, number)
    terminal = start(deck)
    terminal.see("1/4", "开场白", "接着上次讲：第 3 张")
    terminal.send(CTRL_O)
    terminal.see("3/4", "服务的本分")
    terminal.see_no("上次")
    terminal.send("Gq")
    assert terminal.status() == 0
    assert kept() is None
    again = start(deck)
    again.see("1/4", "开场白")
    again.send(RIGHT)
    again.see("2/4")
    assert "上次".encode() not in again.raw


@pytest.mark.parametrize("keys", ["qq", "\x03"])
def test_a_talk_quit_before_its_last_slide_is_offered_like_a_killed_one(
    start: Start, deck: Path, kept: Kept, keys: str
) -> None:
    terminal = start(deck)
    _to_the_third(terminal, kept)
    terminal.send(keys)
    assert terminal.status() == 0
    start(deck).see("1/4", "接着上次讲：第 3 张")


def test_a_bug_loses_no_place(start: Start, deck: Path, kept: Kept) -> None:
    terminal = start(command=[sys.executable, "-c", _BREAK.replace("_next", "_last"), str(deck)])
    _to_the_third(terminal, kept)
    terminal.send("G")
    assert terminal.status() == 70
    start(deck).see("接着上次讲：第 3 张")


def test_a_closed_window_loses_no_place(start: Start, deck: Path, kept: Kept) -> None:
    terminal = start(deck)
    _to_the_third(terminal, kept)
    terminal.close()
    terminal.process.wait(20)
    start(deck).see("接着上次讲：第 3 张")


def test_resume_takes_the_place_and_the_clock_goes_on(start: Start, deck: Path, kept: Kept) -> None:
    terminal = start(deck)
    _to_the_third(terminal, kept)
    terminal.wait(lambda: (place := kept()) is not None and place.elapsed >= 1, "the clock kept")
    terminal.process.kill()
    terminal.status()
    before = kept()
    assert before is not None
    again = start(deck, "--resume")
    again.see("3/4", "服务的本分", "从第 3 张继续")
    again.wait(lambda: (place := kept()) is not None and place.elapsed > before.elapsed)
    after = kept()
    assert after is not None
    assert after.slide == 2
    assert after.clock == "running"


def test_an_offer_that_is_not_taken_stands_in_no_ones_way(
    start: Start, deck: Path, kept: Kept
) -> None:
    _killed(start, deck, kept, signal.SIGKILL)
    terminal = start(deck)
    terminal.see("接着上次讲：第 3 张")
    terminal.send(RIGHT)
    terminal.see("2/4", "管理的前提")
    terminal.see_no("上次")
