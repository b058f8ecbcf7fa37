"""Whole pictures by iTerm2's protocol: the file itself, sent whenever it is shown.

Source: https://iterm2.com/documentation-images.html. The picture lies in the cells, and goes when
they are written.
"""

from __future__ import annotations

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Collection
from io import BytesIO

from presenter.screen.surfaces.surface import NO_TEXT, Key, Over, ScreenArea, placed, runs

_MOST = 24
_MOST_BYTES = 32 * 1024 * 1024


class ItermSurface:
    """Keeps the latest pictures; the terminal keeps none."""

    def __init__(self, area: ScreenArea) -> None:
        self._area = area
        self._pictures: OrderedDict[Key, bytes] = OrderedDict()
        self._shown: Key | None = None

    @property
    def room(self) -> int:
        """How many pictures may be made ready ahead."""
        return _MOST - 1

    @property
    def shown(self) -> Key | None:
        """The picture that is shown."""
        return self._shown

    def ahead(self, key: Key, png: bytes) -> str:
        """Keep a picture; nothing is to be sent."""
        self._pictures[key] = png
        self._pictures.move_to_end(key)
        size = sum(map(len, self._pictures.values()))
        while len(self._pictures) > _MOST or (size > _MOST_BYTES and len(self._pictures) > 2):
            oldest = next(each for each in self._pictures if each != self._shown)
            size -= len(self._pictures.pop(oldest))
        return ""

    def ready(self, key: Key) -> bool:
        """Whether it is kept."""
        if key in self._pictures:
            self._pictures.move_to_end(key)
        return key in self._pictures

    def show(self, key: Key, torn: Collection[int] = (), over: Over = NO_TEXT) -> str:
        """Send a picture, which is written over again; below a line that changes only its part."""
        before, self._shown = self._shown, key
        self._pictures.move_to_end(key)
        png, rows = self._pictures[key], range(self._area.rows)
        if key != before or not over:
            return self._sent(png, 0, len(rows)) if key != before or torn else ""
        return "".join(
            self._sent(_cut(png, self._area, first, last + 1), first, last + 1 - first)
            for first, last in runs(row for row in rows if row in torn)
        )

    def hide(self) -> str:
        """Written cells take the picture away."""
        self._shown = None
        return ""

    def resized(self, area: ScreenArea) -> str:
        """Pictures of other pixels are wanted."""
        self._area = area
        self._pictures.clear()
        return self.hide()

    def farewell(self) -> str:
        """Erase the screen; what is kept may be shown again."""
        return "\x1b[2J" + self.hide()

    def close(self) -> None:
        """Nothing is to be ended."""

    def _sent(self, png: bytes, row: int, rows: int) -> str:
        place = self._area._replace(y=self._area.y + row)
        return placed(place, file_command(png, self._area.columns, rows))


def file_command(png: bytes, columns: int, rows: int) -> str:
    """What shows a picture in so many cells and rows from the cursor on."""
    size = f"width={columns};height={rows};preserveAspectRatio=0"
    head = f"inline=1;size={len(png)};{size};doNotMoveCursor=1"
    return f"\x1b]1337;File={head}:{b64encode(png).decode('ascii')}\x07"


def _cut(png: bytes, area: ScreenArea, first: int, end: int) -> bytes:
    """The rows of cells from `first` to before `end` of a picture."""
    from PIL import Image  # a notice is rare, and Pillow takes a tenth of a start

    image = Image.open(BytesIO(png))
    height, rows = area.height, area.rows
    part = image.crop((0, height * first // rows, image.width, height * end // rows))
    file = BytesIO()
    part.save(file, "PNG", compress_level=1)
    return file.getvalue()
