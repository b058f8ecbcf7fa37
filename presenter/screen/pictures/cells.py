"""How large a cell of the terminal is."""

from __future__ import annotations

import fcntl
import struct
import sys
import termios

USUAL = (10, 20)
"""Pixels of a cell where nobody knows."""


def cell_pixels() -> tuple[int, int] | None:
    """A cell's width and height in pixels; None if the terminal has not told the system.

    The kernel is asked, not the terminal (tty_ioctl(4), TIOCGWINSZ): nothing is sent.
    """
    try:
        assert sys.__stdout__ is not None
        packed = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, bytes(8))
    except (OSError, ValueError, AssertionError):
        return None
    rows, columns, across, down = struct.unpack("HHHH", packed)
    if not (rows and columns and across >= columns and down >= rows):
        return None
    return across // columns, down // rows
