"""Standard streams that are closed, or go where there is no room: what is lost is never silent.

Python gives None for a stream that was closed, and drops what is printed to it; and the next file
that is opened takes its number, so that a library's message would be written into a deck. A write
to a full disk it may notice first as it ends, with a status of its own.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import BinaryIO, TextIO, cast

STATUS = 2
"""When something was lost."""


class LostOutputError(Exception):
    """Standard output cannot be written; its text says why. No OSError: no file is at fault."""


def take_streams() -> None:
    """Put streams that notice every loss in the place of Python's own. Once, first of all."""
    for descriptor in range(3):
        _open_if_closed(descriptor)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(cast(BinaryIO, io.BufferedReader(_raw(0, "r"))))
    out, errors = sys.stdout, sys.stderr
    sys.stdout = _Output(_writer(1), _encoding(out), line_buffering=os.isatty(1))
    sys.stderr = _Errors(_writer(2), _encoding(errors), line_buffering=True)


def status_after(status: int) -> int:
    """`status`, or that of a loss if nothing else is wrong; to be called at the very end.

    Raises LostOutputError if what was kept back until now cannot be written.
    """
    sys.stdout.flush()
    lost = isinstance(sys.stderr, _Errors) and sys.stderr.lost
    return STATUS if lost and not status else status


def write_bytes(data: bytes) -> None:
    """Write `data` to standard output. Raises LostOutputError."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # nobody reads on
        raise
    except OSError as error:
        raise _lost(error) from None


def let_go_of_output() -> None:
    """Have what may still be written to standard output go nowhere, as Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


class _Output(io.TextIOWrapper):
    """Standard output."""

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _lost(error) from None

    def flush(self) -> None:
        try:
            super().flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _lost(error) from None


class _Errors(io.TextIOWrapper):
    """Standard error: there is nowhere to say that it fails, and no reason to stop the work."""

    lost = False

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError:
            self.lost = True
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            self.lost = True


def _lost(error: OSError) -> LostOutputError:
    let_go_of_output()
    return LostOutputError(error.strerror or str(error))


def _open_if_closed(descriptor: int) -> None:
    """Take the number of a closed stream, with what can be neither read nor written as that."""
    try:
        os.fstat(descriptor)
    except OSError:
        # The lowest free number is this one: those below are open by now.
        os.open(os.devnull, os.O_RDONLY if descriptor else os.O_WRONLY)


def _writer(descriptor: int) -> BinaryIO:
    return cast(BinaryIO, io.BufferedWriter(_raw(descriptor, "w")))


def _raw(descriptor: int, mode: str) -> io.FileIO:
    return io.FileIO(descriptor, mode, closefd=False)


def _encoding(stream: TextIO | None) -> str | None:
    return stream.encoding if stream is not None else None
