"""A terminal whose screen is emulated: it tells when a text stood on it, however it got there."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import ClassVar

import pyte

from benchmarks.terminal import COLUMNS, FRAME_ENDS, ROWS, Terminal

_QUIET = 0.03
"""Seconds without output after which the screen is looked at: emulating it takes time itself."""

_PATIENCE = 0.25
"""The same for a program that is never quiet."""

_CELL = (8, 16)

_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", FRAME_ENDS.encode()

_ASKS_SCREEN = re.compile(rb"\x1b\[(?:6n|0?c)")
# The emulator takes the prefixes < > = for text, and what strings hold, as pictures.
_BEYOND_PYTE = re.compile(
    rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]+(?:\$p|S)|\x1b[_P][^\x1b]*\x1b\\"
)


class EndedError(Exception):
    """The program has ended; with what stood on its screen."""


class Watched(Terminal):
    """Runs `command` in a terminal as `Terminal` does, and sees what stands on its screen.

    It answers what a terminal of today is asked: where the cursor is, its kind, size and colours.
    """

    answers: ClassVar[dict[bytes, bytes]] = {
        **Terminal.answers,
        b"\x1b[14t": f"\x1b[4;{ROWS * _CELL[1]};{COLUMNS * _CELL[0]}t".encode(),
        b"\x1b[16t": f"\x1b[6;{_CELL[1]};{_CELL[0]}t".encode(),
        b"\x1b[18t": f"\x1b[8;{ROWS};{COLUMNS}t".encode(),
        b"\x1b]10;?": b"\x1b]10;rgb:eeee/eeee/eeee\x1b\\",
        b"\x1b]11;?": b"\x1b]11;rgb:1111/1111/1111\x1b\\",
    }
    patience = 2.0

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], leave: bytes
    ) -> None:
        super().__init__(command, environment, _CELL)
        self.leave = leave
        self._screen = _Answering(self._fd)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._wanted: Sequence[str] = ()
        self._shown: float | None = None
        self._in_frame = False
        self._ended = False

    def showing(self, texts: Sequence[str], timeout: float) -> float:
        """The time (of `perf_counter`) at which all `texts` first stood on the screen together.

        Where the program holds a frame back (synchronized output), the frame's end counts. Raises
        TimeoutError after `timeout` seconds, EndedError where the program ends before.
        """
        self._wanted = ["".join(text.split()) for text in texts]  # as `_rows` has no blanks
        self._shown = None
        end = perf_counter() + timeout
        while True:
            look = min(end, perf_counter() + _PATIENCE)
            while perf_counter() < look and self._read(_QUIET):
                pass
            self._emulate()
            if self._shown is not None:
                return self._shown
            if self._ended:
                raise EndedError("\n".join(self._rows()).strip())
            if perf_counter() >= end:
                raise TimeoutError

    def settle(self, quiet: float = _QUIET) -> None:
        """Read until nothing has been written for `quiet` seconds."""
        end = perf_counter() + quiet + _PATIENCE
        while perf_counter() < end and self._read(quiet):
            pass
        self._emulate()

    def _read(self, timeout: float) -> bool:
        if self._ended or not select.select([self._fd], [], [], max(timeout, 0))[0]:
            return False
        try:
            written = os.read(self._fd, 65536)
        except OSError:  # Linux says so when the program has closed its end
            written = b""
        self._ended = not written
        if written:
            self._chunks.append((perf_counter(), written))
            self._answer(written)
        if _ASKS_SCREEN.search(written):
            self._emulate()
        return bool(written)

    def _emulate(self) -> None:
        """Put on the screen what was read, and note when all that is wanted stood there."""
        for time, written in self._chunks:
            self._stream.feed(_BEYOND_PYTE.sub(b"", written))
            begun, ended = written.rfind(_FRAME_BEGINS), written.rfind(_FRAME_ENDS)
            if begun != ended:  # neither stands in it if both are -1
                self._in_frame = begun > ended
            if self._wanted and self._shown is None and not self._in_frame:
                screen = "\n".join(self._rows())
                if all(text in screen for text in self._wanted):
                    self._shown = time
        self._chunks.clear()

    def _rows(self) -> list[str]:
        """The screen's rows as they read, without blanks; a wide character is one here."""
        rows = (self._screen.buffer[y] for y in range(ROWS))
        return ["".join(row[x].data.strip() for x in range(COLUMNS)) for row in rows]


class _Answering(pyte.Screen):
    """Answers at once where its cursor is and what it is, as if that were typed."""

    def __init__(self, terminal: int) -> None:
        super().__init__(COLUMNS, ROWS)
        self._terminal = terminal

    def write_process_input(self, data: str) -> None:
        os.write(self._terminal, data.encode())
