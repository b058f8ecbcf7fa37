"""The programs to measure, in a pseudo-terminal: what they show and when, and their memory."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import ClassVar, NamedTuple, Self

from benchmarks import ROOT

COLUMNS, ROWS = 100, 30

FRAME_ENDS = "\x1b[?2026l"

_TAKEN = "\x1b[?2004h"
"""What Textual sends when it has taken the terminal: pastes are to be told."""

_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronized output: there, and off
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # resize reports: unknown, so that SIGWINCH stays in use
}


def presenter(*arguments: str | Path) -> list[str]:
    """The installed command, as a user starts it."""
    return [str(Path(sys.executable).parent / "presenter"), *map(str, arguments)]


def minimal(slides: Path) -> list[str]:
    """The minimal Textual app on a file of slides."""
    return [sys.executable, str(ROOT / "benchmarks" / "minimal.py"), str(slides)]


def environment_in(folder: Path) -> dict[str, str]:
    """This environment with bytecode on, a common terminal, and its own state in `folder`."""
    own = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "XDG_CACHE_HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_STATE_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    dropped = {"PYTHONDONTWRITEBYTECODE", "TMUX", "NO_COLOR"}
    return {name: value for name, value in os.environ.items() if name not in dropped} | own


class Spent(NamedTuple):
    """Milliseconds for which a program has been at work on a processor; 0 if the system hides it.

    interface: of its first thread, which takes the keys. whole: of all that are still there.
    """

    interface: float
    whole: float


class Terminal:
    """Runs `command` in a terminal of `COLUMNS` by `ROWS`; use it in a ``with`` statement.

    cell: a cell's width and height in pixels, as the terminal tells the system; 0: it does not.
    """

    answers: ClassVar[dict[bytes, bytes]] = _ANSWERS
    leave = b"qq"
    """The keys that end the program, and the seconds that it has for it."""
    patience = 5.0

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        cell: tuple[int, int] = (0, 0),
    ) -> None:
        self.started = perf_counter()
        self.peak = 0.0
        """Peak memory in MB of it and what it runs, added up; known once it has been quit."""
        self._output = b""
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * cell[0], ROWS * cell[1])
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), dict(environment))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.quit()

    def until(self, text: str, timeout: float = 10.0) -> float:
        """The time (of `perf_counter`) at which `text` was written since the last `send`.

        Raises TimeoutError after `timeout` seconds, or when the program ends before.
        """
        wanted = text.encode()
        end = perf_counter() + timeout
        while wanted not in self._output:
            if not self._read(end - perf_counter()):
                raise TimeoutError(f"{text!r} was not shown; the last output: {self._tail()}")
        return perf_counter()

    def begun(self) -> None:
        """Wait until the app has the terminal: our first slide stands before there is one."""
        self.until(_TAKEN)

    def frame(self, text: str, timeout: float = 10.0) -> float:
        """The time at which the frame that shows `text` was complete; raises as `until` does."""
        self.until(text, timeout)
        wanted, ends = text.encode(), FRAME_ENDS.encode()
        end = perf_counter() + timeout
        while ends not in self._output[self._output.index(wanted) :]:
            if not self._read(end - perf_counter()):
                raise TimeoutError(f"the frame of {text!r} was not ended")
        return perf_counter()

    def send(self, keys: bytes) -> float:
        """Press `keys`; returns when that was."""
        self._output = b""
        now = perf_counter()
        os.write(self._fd, keys)
        return now

    def settle(self, quiet: float = 0.02) -> None:
        """Read until nothing has been written for `quiet` seconds."""
        while self._read(quiet):
            pass
        self._output = b""

    def spent(self) -> Spent:
        """The program's own time so far: other than a clock's, it says little of other programs."""
        threads = Path(f"/proc/{self._pid}/task")
        try:
            each = {thread.name: _spent(thread) for thread in threads.iterdir()}
        except OSError:
            return Spent(0, 0)
        return Spent(each.get(str(self._pid), 0), sum(each.values()))

    def quit(self) -> None:
        """Press what ends it and wait for the end; a program that stays is killed."""
        if self._pid < 0:
            return
        end = perf_counter() + self.patience
        peak = sum(map(_peak, _session(self._pid)))
        try:
            os.write(self._fd, self.leave)
            while perf_counter() < end and self._read(end - perf_counter()):
                pass
        except OSError:
            pass
        if perf_counter() >= end:
            os.killpg(self._pid, signal.SIGKILL)
        usage = os.wait4(self._pid, 0)[2]
        self.peak = peak or usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        os.close(self._fd)
        self._pid = -1

    def _read(self, timeout: float) -> bool:
        """Take what was written, answering the terminal's questions; False if nothing came."""
        if timeout <= 0 or not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            written = os.read(self._fd, 65536)
        except OSError:  # Linux says so when the program has closed its end
            return False
        self._answer(written)
        self._output += written
        return bool(written)

    def _answer(self, written: bytes) -> None:
        for question, answer in self.answers.items():
            if question in written:
                os.write(self._fd, answer)

    def _tail(self) -> str:
        return self._output[-300:].decode(errors="replace")


def _spent(thread: Path) -> float:
    """Milliseconds (proc(5), schedstat); 0 for a thread that has just ended."""
    try:
        return int((thread / "schedstat").read_text(encoding="ascii").split()[0]) / 1_000_000
    except OSError:
        return 0


def _session(leader: int) -> list[int]:
    """The processes of a terminal whose first one is `leader`; it alone where nobody tells."""
    found = [leader]
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and int(path.parent.name) != leader:
            found.append(int(path.parent.name))
    return found


def _peak(process: int) -> float:
    """Peak memory in MB of what the process runs; 0 where the system does not tell.

    What it tells at a process's end (getrusage(2)) counts what we had when we started it.
    """
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0
