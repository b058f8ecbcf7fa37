"""Standard streams: what they can show, and that nothing which is lost is lost in silence.

Python gives None for a stream that was closed, and drops what is printed to it; and the next file
that is opened takes its number, so that a library's message would be written into a deck. A write
to a full disk it may notice first as it ends, with a status of its own.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Iterator, MutableMapping
from typing import BinaryIO, Literal, TextIO

LOST = 2
"""The exit status when something was lost."""


class LostOutputError(Exception):
    """Standard output cannot be written; its text says why. No OSError: no file is at fault."""


def guard_streams() -> None:
    """Put streams that notice every loss in the place of Python's own. Once, first of all."""
    for descriptor in range(3):
        _open_if_closed(descriptor)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(_bytes(0, "rb"))
    out = sys.stdout.encoding if sys.stdout is not None else None
    errors = sys.stderr.encoding if sys.stderr is not None else None
    sys.stdout = _Output(_bytes(1, "wb"), out, line_buffering=os.isatty(1))
    sys.stderr = _Errors(_bytes(2, "wb"), errors, line_buffering=True)


def status_after(status: int) -> int:
    """`status`, or that of a loss if nothing else is wrong; to be called at the very end.

    Raises LostOutputError if what was kept back until now cannot be written.
    """
    sys.stdout.flush()
    lost = isinstance(sys.stderr, _Errors) and sys.stderr.lost
    return LOST if lost and not status else status


def write_bytes(data: bytes) -> None:
    """Write `data` to standard output. Raises LostOutputError."""
    with _noticed():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def discard_output() -> None:
    """Have what may still be written to standard output go nowhere, as Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


@contextlib.contextmanager
def _noticed() -> Iterator[None]:
    """Have an output that cannot be written raise LostOutputError."""
    try:
        yield
    except BrokenPipeError:  # nobody reads on
        raise
    except OSError as error:
        discard_output()
        raise LostOutputError(error.strerror or str(error)) from None


class _Output(io.TextIOWrapper):
    """Standard output."""

    def write(self, text: str, /) -> int:
        with _noticed():
            return super().write(text)

    def flush(self) -> None:
        with _noticed():
            super().flush()


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


def _open_if_closed(descriptor: int) -> None:
    """Take the number of a closed stream, with what can be neither read nor written as that."""
    try:
        os.fstat(descriptor)
    except OSError:
        # The lowest free number is this one: those below are open by now.
        os.open(os.devnull, os.O_RDONLY if descriptor else os.O_WRONLY)


def _bytes(descriptor: int, mode: Literal["rb", "wb"]) -> BinaryIO:
    return open(descriptor, mode, closefd=False)


def escape_unencodable(*streams: TextIO) -> None:
    """Have `streams` write what their encoding lacks as an escape, instead of raising an error.

    So a GBK terminal shows every message too, and a path that is no UTF-8 can be named. Where the
    locale has but ASCII, UTF-8 is written: nearly every terminal takes it (so does PEP 538).
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors="backslashreplace")


def can_write_unicode(stream: TextIO) -> bool:
    """Whether `stream` can write every character."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def can_write_colour(stream: TextIO) -> bool:
    """Whether colours may be written to `stream`: a terminal that has them, and no ``NO_COLOR``.

    Source: no-color.org; an empty value does not count.
    """
    dull = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb"
    return stream.isatty() and not dull


def forget_borrowed_colours(environment: MutableMapping[str, str]) -> None:
    """Within GNU screen, forget what the terminal around it says of its colours.

    Up to version 4.9 it takes the three numbers of a 24-bit colour for what they are not, and shows
    some other one; it has 256, if its TERM says so. tmux, which may call itself the same, has all.
    """
    term, within_tmux = environment.get("TERM", ""), environment.get("TMUX")
    if environment.get("STY") or (term.startswith("screen") and not within_tmux):
        environment.pop("COLORTERM", None)


def has_true_colour() -> bool:
    """Whether the terminal takes 24-bit colours; many do not say so, and get 256."""
    return os.environ.get("COLORTERM") in ("truecolor", "24bit")


def take_keys_from_terminal() -> None:
    """Make the terminal that standard output goes to standard input, once that has been read.

    By its own name: macOS cannot wait for keys on ``/dev/tty``. Without one nothing changes.
    """
    try:
        terminal = os.open(os.ttyname(sys.stdout.fileno()), os.O_RDWR | os.O_NOCTTY)
    except (OSError, ValueError):
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def is_terminal() -> bool:
    """Whether someone sits before this: keys come from a terminal and slides go to one."""
    return sys.stdin.isatty() and sys.stdout.isatty()
