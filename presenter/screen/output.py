"""What is written to the terminal: it may lack characters, and it may go away."""

from __future__ import annotations

import io
import os
import signal
from typing import TextIO


class Output(io.TextIOWrapper):
    """The terminal as a file that never raises: a hang-up is told once, text it lacks becomes ?."""

    def __init__(self, stream: TextIO) -> None:
        self._gone = False
        buffer = open(stream.fileno(), "wb", closefd=False)  # noqa: SIM115
        super().__init__(buffer, stream.encoding, errors="replace", newline="")

    def write(self, text: str) -> int:
        """Write `text`, or nothing once the terminal is gone."""
        try:
            return 0 if self._gone else super().write(text)
        except OSError:
            return self._hang_up()

    def flush(self) -> None:
        """Have it shown."""
        try:
            if not self._gone:
                super().flush()
        except OSError:
            self._hang_up()

    def _hang_up(self) -> int:
        self._gone = True
        os.kill(os.getpid(), signal.SIGHUP)
        return 0
