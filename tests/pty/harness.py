"""The real command in a pseudo-terminal that a test can read, type into and resize.

Nothing here sleeps: every wait has a condition and a deadline.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

DEADLINE = 20.0
"""Seconds after which a wait has failed. Far more than anything needs: a slow machine is no bug."""

QUERIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
"""What a terminal answers: frames can be held back; resizes are told by SIGWINCH alone."""

AS_FOUND = {"7", "25"}
"""The private modes that are on in a terminal nobody has touched: wrapping, the cursor."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KITTY = re.compile(rb"\x1b\[([<>])[\d;]*u")
# pyte takes the prefixes < and > for text, and what strings hold, as pictures.
_BEYOND_PYTE = re.compile(
    rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]+(?:\$p|S)|\x1b[_P][^\x1b]*\x1b\\"
)


class _Telling(pyte.Screen):
    """A screen that answers where its cursor is and what it is; by `send`, as if it were typed."""

    def __init__(self, send: Callable[[str], None], size: tuple[int, int]) -> None:
        super().__init__(*size)
        self._send = send

    def write_process_input(self, data: str) -> None:
        self._send(data)


class Terminal:
    """`command` in a terminal of `size` (columns, rows), with `env` over a bare environment.

    `answers` are the replies to queries; an empty table makes a terminal that never answers.
    `cell` is how large the system says a cell is, in pixels; 0 if the terminal did not tell it.
    `reports`: whether it tells where the cursor is, and what kind of terminal it is.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        answers: Mapping[bytes, bytes] = QUERIES,
        cell: tuple[int, int] = (0, 0),
        reports: bool = False,
    ) -> None:
        self.raw = b""
        self._cell = cell
        self.modes = set(AS_FOUND)
        self.kitty = 0
        self._answers = answers
        self._unparsed = b""
        self._screen = _Telling(self.send, size) if reports else pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.master, self._slave = os.openpty()
        self._set_size(*size)
        self.attributes_before = self.attributes()
        slave = self._slave

        def take_terminal() -> None:
            os.login_tty(slave)
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTSTP):
                signal.signal(number, signal.SIG_DFL)

        self.process = subprocess.Popen(
            command,
            env=environment(env or {}),
            cwd=cwd,
            preexec_fn=take_terminal,
            pass_fds=[slave],
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close()

    @property
    def rows(self) -> list[str]:
        """The screen's rows as they read; a wide character is one character here."""
        screen = self._screen
        # The second cell of a wide character is empty.
        cells = (
            [screen.buffer[y][x].data for x in range(screen.columns)] for y in range(screen.lines)
        )
        return ["".join(row).rstrip() for row in cells]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    def columns_of(self, text: str) -> set[int]:
        """The columns in which `text`, of narrow characters, begins in one row or another."""
        screen, length = self._screen, len(text)
        return {
            x
            for y in range(screen.lines)
            for x in range(screen.columns - length + 1)
            if "".join(screen.buffer[y][x + i].data for i in range(length)) == text
        }

    def wait(self, condition: Callable[[], object], what: str = "") -> None:
        """Read until `condition` holds; an AssertionError with the screen if it never does."""
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"never came: {what or condition}\n{self.text}")
            self.read(0.05)

    def see(self, *texts: str) -> None:
        """Wait until all of `texts` are on the screen."""
        self.wait(lambda: all(text in self.text for text in texts), repr(texts))

    def see_no(self, text: str) -> None:
        """Wait until `text` is not on the screen."""
        self.wait(lambda: text not in self.text, f"no {text!r}")

    def read(self, seconds: float) -> None:
        """Take in what is there, waiting for it at most so long."""
        if not select.select([self.master], [], [], seconds)[0]:
            return
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return
        self.raw += data
        data = self._unparsed + data
        # A sequence may be cut anywhere; what may be the beginning of one waits for the rest.
        cut = data.rfind(b"\x1b")
        cut = cut if cut >= 0 and len(data) - cut < 16 else len(data)
        if b"\x1b" in data[cut:] and re.match(rb"\x1b\[[\d;?<>=$]*[@-~]", data[cut:]):
            cut = len(data)
        string = max(data.rfind(b"\x1b_"), data.rfind(b"\x1bP"))
        if string >= 0 and b"\x1b\\" not in data[string:]:
            cut = string
        data, self._unparsed = data[:cut], data[cut:]
        for query, answer in self._answers.items():
            if query in data:
                self.send(answer)
        for numbers, state in _MODE.findall(data):
            for number in numbers.decode().split(";"):
                (self.modes.add if state == b"h" else self.modes.discard)(number)
        for direction in _KITTY.findall(data):
            self.kitty += 1 if direction == b">" else -1
        self._stream.feed(_BEYOND_PYTE.sub(b"", data))

    def read_for(self, seconds: float) -> None:
        """Let this time pass: for tests of what time does, never to wait for a result."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            self.read(rest)

    def erase(self) -> None:
        """Forget what is on the screen, to see what is drawn anew."""
        self._screen.reset()

    def send(self, data: bytes | str) -> None:
        """Type `data`."""
        os.write(self.master, data.encode() if isinstance(data, str) else data)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size and say so by SIGWINCH, as the system does."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def zoom(self, width: int, height: int) -> None:
        """Have cells of other pixels, as when the type is made larger and the window with it."""
        self._cell = (width, height)
        self._set_size(self._screen.columns, self._screen.lines)

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, columns * self._cell[0], rows * self._cell[1])
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def attributes(self) -> list[Any]:
        """The line's settings (`termios`), as the shell would find them."""
        return termios.tcgetattr(self._slave)

    def status(self) -> int:
        """The exit status, as a shell gives it (128 + n after signal n), once the command ends."""
        self.wait(lambda: self.process.poll() is not None, "the end")
        while select.select([self.master], [], [], 0)[0]:
            self.read(0)
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def close(self) -> None:
        """Close the terminal's window."""
        for descriptor in (self._slave, self.master):
            if descriptor >= 0:
                os.close(descriptor)
        self._slave = self.master = -1

    def assert_as_found(self) -> None:
        """The terminal is as it was before the command: settings, modes, screen, keyboard."""
        assert self.attributes() == self.attributes_before
        self.assert_modes_as_found()

    def assert_modes_as_found(self) -> None:
        """The same, but for the settings of the line: a shell that edits it has its own."""
        assert self.modes - {"2004"} == AS_FOUND
        assert self.kitty == 0


def presenter(*arguments: str | Path) -> list[str]:
    """The command line of ``presenter`` with `arguments`, as this Python has it installed."""
    return [str(Path(sys.executable).with_name("presenter")), *map(str, arguments)]


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """A terminal emulator's environment with `changes`; None takes a variable out."""
    python = {name: value for name, value in os.environ.items() if name.startswith("PYTHON")}
    env: dict[str, str | None] = {
        **python,
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **changes,
    }
    return {name: value for name, value in env.items() if value is not None}
