"""The terminal before there is an app: held from the start, so that the first page can stand on it.

From then on nothing that is typed is echoed, and nothing of it lost: it waits in the system's queue
for the app. ctrl+c before the first page, SIGTERM, SIGHUP and whatever else ends the start leave
the terminal as it was found. Sources: termios(3); xterm's ctlseqs (1049, 25, 7, 2026).
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
"""The alternate screen, no cursor, no wrapping: as the app's driver has it."""

_LEAVE = "\x1b[?2026l\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
_FRAME, _FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_CHANGING = (signal.SIGWINCH, signal.SIGCONT)
"""After which what stands on the terminal may be another thing, or have another shape."""

_IFLAG, _LFLAG, _CC = 0, 3, 6


class HeldTerminal:
    """The terminal of standard input and output, from `take` to the end of a ``with`` statement.

    Where they are none, nothing is held, and nothing can be shown.
    """

    def __init__(self) -> None:
        self.found: list[Any] | None = None
        """How it was found (tcgetattr(3)); None where it could not be taken."""
        self.has_page = False
        """Whether a page stands on it: its screen is taken."""
        self._page = ""
        self.is_disturbed = False
        """Whether what stands on it may be another thing since."""
        self.farewell: Callable[[], str] = str
        """Gives what is to be written before it is left."""
        self._handed_over = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def take(self) -> None:
        """Have it silent from now on."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            return
        try:
            self.found = termios.tcgetattr(0)
        except termios.error:
            return
        for number in _ENDING:
            # One that is ignored (nohup) stays so.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, _end)
        for number in _CHANGING:
            self._before[number] = signal.signal(number, self._on_change)
        self._silence()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows; at least 1."""
        try:
            columns, rows = os.get_terminal_size(1)
        except OSError:
            return 80, 24
        return columns or 80, rows or 24

    def release(self) -> None:
        """Leave it as it was found, unless somebody else has it by now."""
        for number in self._before:
            signal.signal(number, signal.SIG_IGN)  # a second one must not come between
        self.restore()
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}

    def restore(self) -> None:
        """The same for the terminal alone; may be called in any thread."""
        if self.found is None or self._handed_over:
            return
        if self.has_page and _takes_text():
            self._send(self.farewell() + _LEAVE)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, self.found)
        self.found, self.has_page = None, False

    def show(self, page: str) -> None:
        """Have `page` be all that is seen, in one write; from now on ctrl+c is for the app."""
        if page == self._page:
            return
        self._page = page
        enter = "" if self.has_page else _ENTER
        self.has_page = True
        self._silence()
        self._send(f"{enter}{_FRAME}{page}{_FRAME_ENDS}")

    def hand_over(self) -> list[Any] | None:
        """How it was found, for whoever leaves it as that from now on."""
        self._handed_over = True
        return self.found

    def _silence(self) -> None:
        """No echo, nothing held back, keys as the app reads them.

        ctrl+z and ctrl+\\ are keys for the app: they would leave a stopped talk's screen behind.
        """
        assert self.found is not None
        own = [*self.found[:_CC], list(self.found[_CC])]
        own[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        if self.has_page:
            own[_LFLAG] &= ~termios.ISIG
        own[_IFLAG] &= ~(
            termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
        )
        off = os.fpathconf(0, "PC_VDISABLE").to_bytes(1, "little")
        own[_CC][termios.VSUSP] = own[_CC][termios.VQUIT] = off
        own[_CC][termios.VMIN], own[_CC][termios.VTIME] = 1, 0
        with contextlib.suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, own)

    def _on_change(self, _number: int, _frame: FrameType | None) -> None:
        self.is_disturbed = True
        if self.found is not None and not self._handed_over:
            self._silence()  # whoever had the terminal meanwhile may have had it otherwise

    def _send(self, text: str) -> None:
        # As the app writes it: what the terminal lacks becomes a question mark.
        encoding = sys.__stdout__.encoding if sys.__stdout__ is not None else "utf-8"
        data = text.encode(encoding, errors="replace")
        with contextlib.suppress(OSError):  # a terminal that is gone is told by SIGHUP
            while data:
                data = data[os.write(1, data) :]


def _takes_text() -> bool:
    """Whether the terminal is not held up, by ctrl+s say: nobody waits for that to leave."""
    import select  # only now, as it is seldom needed

    return bool(select.select([], [1], [], 0.5)[1])


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
