"""The real command and its link: moved from outside, closed to others, gone with the talk."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from presenter.talk.link.endpoint import Endpoint, endpoint_for
from tests.pty.conftest import Start
from tests.pty.harness import DEADLINE, Terminal

RIGHT = "\x1b[C"


class Remote:
    """A peer that reads with a file and writes with a socket."""

    def __init__(self, deck: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(DEADLINE)
        self._socket.connect(str(endpoint_for(deck).socket))
        self._lines = self._socket.makefile("rb")

    def send(self, **command: Any) -> None:
        self._socket.sendall(json.dumps(command).encode() + b"\n")

    def see(self, **values: Any) -> dict[str, Any]:
        """The next state with these values."""
        for line in self._lines:
            state: dict[str, Any] = json.loads(line)
            if all(state[key] == value for key, value in values.items()):
                return state
        raise AssertionError(f"the stage left before {values}")

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


@contextmanager
def remote(terminal: Terminal, deck: Path) -> Iterator[Remote]:
    """A peer of the stage in `terminal`, as soon as it can be met."""
    terminal.wait(lambda: _is_there(deck), "the link")
    one = Remote(deck)
    try:
        yield one
    finally:
        one.close()


def _is_there(deck: Path) -> bool:
    try:
        meeting = endpoint_for(deck)
    except FileNotFoundError:
        return False
    # A stage that was killed leaves its socket behind.
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(meeting.socket)) == 0


def _left(meeting: Endpoint) -> list[Path]:
    return [path for path in meeting if path.exists()]


def test_two_peers_and_the_keys_move_one_talk(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    with remote(terminal, deck) as first, remote(terminal, deck) as second:
        first.send(do="next")
        terminal.see("2/4", "管理的前提")
        second.see(slide=2, mover="console")
        second.send(do="last", by="remote")
        terminal.see("4/4", "结束语")
        first.see(slide=4, mover="remote")
        terminal.send("\x1b[D")
        terminal.see("3/4")
        for one in (first, second):
            one.see(slide=3, mover="stage")
        first.send(do="blank", color="black")
        terminal.see_no("3/4")
        first.send(do="blank", color=None)
        terminal.see("3/4")
        terminal.resize(40, 12)
        second.see(size=[40, 12])
    terminal.send("qq")
    assert terminal.status() == 0


def test_a_thousand_hostile_connections_do_not_hold_up_a_key(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    with remote(terminal, deck):
        hostile = [socket.socket(socket.AF_UNIX) for _ in range(1000)]
        for number, each in enumerate(hostile):
            each.setblocking(False)
            try:
                each.connect(str(endpoint_for(deck).socket))
                each.send((b'{"do":"x"}\n', b"[" * 60_000, b"\xff" * 60_000)[number % 3])
            except OSError:
                continue
        terminal.send(RIGHT)
        terminal.see("2/4", "管理的前提")
        for each in hostile:
            each.close()
        terminal.send(RIGHT)
        terminal.see("3/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


@pytest.mark.parametrize("end", ["qq", "\x03", signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_every_end_in_order_leaves_nothing_behind(
    start: Start, deck: Path, end: str | signal.Signals
) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    with remote(terminal, deck) as one:
        one.see(slide=1)
        meeting = endpoint_for(deck)
        assert len(_left(meeting)) == 3
        if isinstance(end, str):
            terminal.send(end)
        else:
            terminal.process.send_signal(end)
        terminal.status()
    assert _left(meeting) == []


def test_a_killed_stage_is_replaced_and_met_again(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    with remote(terminal, deck) as one:
        one.see(slide=1)
        terminal.process.kill()
        assert terminal.status() == 128 + signal.SIGKILL
    meeting = endpoint_for(deck)
    assert len(_left(meeting)) == 3
    again = start(deck)
    again.see("1/4")
    with remote(again, deck) as one:
        one.send(do="last")
        one.see(slide=4)
        again.see("4/4")
    again.send("qq")
    assert again.status() == 0
    assert _left(meeting) == []


def test_a_second_stage_leaves_the_link_to_the_first(start: Start, deck: Path) -> None:
    first = start(deck)
    first.see("1/4")
    with remote(first, deck) as one:
        second = start(deck)
        second.see("1/4", "别处放映")
        second.send(RIGHT)
        second.see("2/4")
        second.send("qq")
        assert second.status() == 0
        one.send(do="last")
        first.see("4/4")


def test_a_stopped_stage_is_still_the_one(start: Start, deck: Path) -> None:
    first = start(deck)
    first.see("1/4")
    with remote(first, deck) as one:
        one.see(slide=1)
        first.process.send_signal(signal.SIGSTOP)
        second = start(deck)
        second.see("别处放映")
        first.process.send_signal(signal.SIGCONT)
        one.send(do="last")
        first.see("4/4")
