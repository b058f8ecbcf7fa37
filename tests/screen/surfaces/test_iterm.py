"""Whole pictures by iTerm2's protocol."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO

from PIL import Image, ImageChops

from presenter.screen.surfaces.iterm import ItermSurface
from presenter.screen.surfaces.surface import ScreenArea
from tests.screen.surfaces.test_sixel import AREA, png, slide

_SENT = re.compile(
    r"\x1b7\x1b\[(\d+);(\d+)H\x1b\]1337;File=inline=1;size=(\d+);width=(\d+);height=(\d+);"
    r"preserveAspectRatio=0;doNotMoveCursor=1:([^\x07]*)\x07\x1b8"
)


def shown(data: str) -> Image.Image:
    """What is seen in an area of twenty cells by nine rows; red where nothing is."""
    screen = Image.new("RGB", (AREA.width, AREA.height), "red")
    at = 0
    while at < len(data):
        match = _SENT.match(data, at)
        assert match
        at = match.end()
        row, column, size, width, height = map(int, match.groups()[:5])
        file = b64decode(match[6], validate=True)
        assert len(file) == size
        picture = Image.open(BytesIO(file)).convert("RGB")
        assert (column, width) == (1, AREA.columns)
        assert picture.size == (AREA.width, height * AREA.height // AREA.rows)
        screen.paste(picture, (0, (row - 1) * AREA.height // AREA.rows))
    return screen


def same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is None


def test_the_file_is_sent_when_it_is_shown() -> None:
    surface = ItermSurface(AREA)
    assert not surface.ready(1)
    assert surface.ahead(1, png(slide(7))) == ""
    assert surface.ready(1)
    assert same(shown(surface.show(1)), slide(7))
    assert surface.shown == 1
    assert surface.show(1) == ""


def test_below_text_only_its_row_is_painted_again() -> None:
    surface = ItermSurface(AREA)
    surface.ahead(1, png(slide(7)))
    surface.show(1)
    over = {8: [(0, 5)]}
    wanted = slide(7)
    wanted.paste("red", (0, 0, 60, 8 * 7))
    assert same(shown(surface.show(1, torn={8}, over=over)), wanted)
    assert surface.show(1, over=over) == ""
    assert same(shown(surface.show(1, torn={8})), slide(7))


def test_the_latest_are_kept_and_what_is_shown() -> None:
    surface = ItermSurface(AREA)
    for key in range(60):
        surface.ahead(key, png(slide(key)))
        if not key:
            surface.show(0)
    kept = [key for key in range(60) if surface.ready(key)]
    assert kept == [0, *range(60 - surface.room, 60)]


def test_another_size_or_the_end_shows_nothing() -> None:
    surface = ItermSurface(AREA)
    surface.ahead(1, png(slide(1)))
    surface.show(1)
    assert surface.farewell() == "\x1b[2J"
    assert surface.shown is None
    assert surface.show(1)
    surface.resized(ScreenArea(10, 9, 30, 63))
    assert not surface.ready(1)
    assert surface.shown is None
