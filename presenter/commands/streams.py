"""Standard output and error: what they can show."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TextIO


def never_fail(*streams: TextIO) -> None:
    """Have `streams` write what their encoding lacks as an escape, instead of raising an error.

    So a GBK terminal shows every message too, and a path that is no UTF-8 can be named. Where the
    locale has but ASCII, UTF-8 is written: nearly every terminal takes it (so does PEP 538).
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors="backslashreplace")


def in_unicode(stream: TextIO) -> bool:
    """Whether `stream` can write every character."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def in_colour(stream: TextIO) -> bool:
    """Whether colours may be written to `stream`: a terminal that has them, and no ``NO_COLOR``.

    Source: no-color.org; an empty value does not count.
    """
    dull = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb"
    return stream.isatty() and not dull


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
