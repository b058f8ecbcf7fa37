"""Sizes of screens, in cells or in pixels, as the command line names them."""

from __future__ import annotations

import re
from typing import NamedTuple

_MOST = 1000
"""Cells or rows; a wider terminal does not exist."""


class Size(NamedTuple):
    """The size of a terminal, in cells and rows."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of its screen in pixels, where cells are of a usual size."""
        return 9 * self.width, 18 * self.height


PROJECTOR = (1920, 1080)
"""Width and height of a usual projector's picture, in pixels."""


class PictureSize(NamedTuple):
    """The size of a screen that shows slides as pictures: what it is called, and its pixels."""

    name: str
    width: int
    height: int

    @classmethod
    def of(cls, size: Size) -> PictureSize:
        """That of a terminal of this size, whose cells are usual ones."""
        return cls(str(size), *size.pixels)

    @classmethod
    def usual(cls) -> PictureSize:
        """That of a projector."""
        width, height = PROJECTOR
        return cls(f"{width}x{height}", width, height)


def size(value: str) -> Size:
    """The size that ``80x24`` names, also written ``80×24`` or ``80X24``. Raises CommandError."""
    match = re.fullmatch(r"(\d{1,4})[xX×](\d{1,4})", value.strip())
    found = Size(*map(int, match.groups())) if match else Size(0, 0)
    if not (1 <= found.width <= _MOST and 1 <= found.height <= _MOST):
        from presenter.commands.errors import CommandError

        raise CommandError("not-a-size", value=value, most=_MOST)
    return found
