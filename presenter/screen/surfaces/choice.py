"""The surface for a terminal, and its pixels.

What few terminals have is imported where it is shown.
"""

from __future__ import annotations

import fcntl
import struct
import sys
import termios
from collections.abc import Callable

from presenter.screen.surfaces.capabilities import Capabilities
from presenter.screen.surfaces.kitty import FIRST_ID, MOST_IDS, KittyMemory, KittySurface
from presenter.screen.surfaces.surface import Key, ScreenArea, Surface


def surface_for(
    capabilities: Capabilities,
    area: ScreenArea,
    on_ready: Callable[[Key], object],
    memory: KittyMemory,
    number: int | None = None,
) -> Surface | None:
    """What shows pictures in `area` on such a terminal; None in cells.

    on_ready: called, in any thread, when a picture that was sent ahead became ready later. memory:
    one for all that is shown on the terminal. number: from 0, of one of several that share a
    screen.
    """
    match capabilities.protocol:
        case "kitty":
            memory.is_old = capabilities.is_kitty
            return KittySurface(area, FIRST_ID + MOST_IDS * (number or 0), memory)
        case "sixel":
            from presenter.screen.surfaces.sixel import SixelSurface

            return SixelSurface(
                area,
                on_ready,
                colors=capabilities.colors,
                xterm=number is None and capabilities.name.startswith("XTerm"),
                foot=capabilities.name.startswith("foot"),
            )
        case "placeholders":
            from presenter.screen.surfaces.placeholders import PlaceholderSurface, has_marks

            passage = capabilities.passage
            if passage is None or not has_marks(area):
                return None
            return PlaceholderSurface(area, on_ready, passage, number or 0)
        case "iterm":
            from presenter.screen.surfaces.iterm import ItermSurface

            return ItermSurface(area)
        case _:
            return None


def terminal_pixels() -> tuple[int, int] | None:
    """Width and height of the terminal, as it told the system (tty_ioctl(4), TIOCGWINSZ)."""
    columns, rows, width, height = _terminal()
    return (width, height) if width >= columns > 0 and height >= rows > 0 else None


def terminal_cells() -> tuple[int, int]:
    """Columns and rows of the terminal now; zeros if it has not told the system."""
    return _terminal()[:2]


def _terminal() -> tuple[int, int, int, int]:
    try:
        assert sys.__stdout__ is not None
        packed = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, bytes(8))
    except (OSError, ValueError, AssertionError):
        return 0, 0, 0, 0
    rows, columns, width, height = struct.unpack("HHHH", packed)
    return columns, rows, width, height
