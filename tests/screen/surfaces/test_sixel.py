"""Whole pictures in sixels, as a terminal that understands them shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from queue import Queue
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from presenter.render.few_colors import COLORS
from presenter.screen.surfaces.sixel import SixelSurface
from presenter.screen.surfaces.sixels import Encoder, Sixels
from presenter.screen.surfaces.surface import Key, ScreenArea
from tests.drawings import noise
from tests.screen.surfaces.sixel_terminal import SixelTerminal

CELL = (3, 7)
AREA = ScreenArea(20, 9, 60, 63)
INK, PAPER, RED = (20, 23, 28), (232, 230, 223), (192, 57, 43)


def slide(
    text: int, ground: tuple[int, int, int] = INK, size: tuple[int, int] = (60, 63)
) -> Image.Image:
    """Some lines on a ground, other ones for each `text`, and a bar at the very bottom."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    for line in range(3):
        y = 8 + 16 * line
        draw.ellipse((4, y, 12 + text % 30, y + 8 + line), fill=PAPER)
    draw.rectangle((0, size[1] - 2, text % size[0], size[1]), fill=RED)
    return image


def png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.convert("RGBA").save(file, "PNG")
    return file.getvalue()


def per_cent(color: object) -> tuple[int, ...]:
    assert isinstance(color, tuple)
    return tuple(round(value * 100 / 255) for value in color)


def assert_shows(terminal: SixelTerminal, image: Image.Image, rows: range | None = None) -> None:
    for y in rows or range(image.height):
        wanted = [per_cent(image.getpixel((x, y))) for x in range(image.width)]
        assert terminal.row(y) == wanted, y


class Ahead:
    """A surface whose pictures are waited for."""

    def __init__(self, *, xterm: bool = False) -> None:
        self.done: Queue[Key] = Queue()
        self.surface = SixelSurface(AREA, self.done.put, xterm=xterm)

    def ahead(self, key: int, image: Image.Image | None = None) -> None:
        assert self.surface.ahead(key, png(image or slide(key))) == ""
        assert self.done.get(timeout=20) == key


@pytest.fixture(params=[False, True], ids=["sixel", "xterm"])
def ready(request: pytest.FixtureRequest) -> Iterator[Ahead]:
    ahead = Ahead(xterm=request.param)
    yield ahead
    ahead.surface.close()


def terminal_for(ready: Ahead) -> SixelTerminal:
    return SixelTerminal(20, 9, CELL, drops=ready.surface._xterm)


@st.composite
def pictures(draw: st.DrawFn) -> Image.Image:
    """Small pictures of few colours or many, with areas of one colour."""
    width, height = draw(st.integers(1, 30)), draw(st.integers(1, 26))
    colors = draw(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=COLORS // 2))
    image = Image.new("RGB", (width, height), colors[0])
    for color in colors[1:]:
        x, y = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
        image.paste(
            color, (x, y, min(width, x + draw(st.integers(1, 30))), y + draw(st.integers(1, 3)))
        )
    return image


@given(st.lists(pictures(), min_size=1, max_size=3))
@settings(deadline=None)
def test_what_is_decoded_is_the_picture_in_the_palette(images: list[Image.Image]) -> None:
    encoder = Encoder()
    for image in images:
        found = encoder.encode(png(image))
        terminal = SixelTerminal(image.width, image.height, (1, 1)).feed(found.part())
        indexed = encoder._few.palette.applied(image).convert("RGB")
        assert_shows(terminal, indexed)


@given(pictures(), st.data())
@settings(deadline=None)
def test_a_part_is_these_rows_and_no_others(image: Image.Image, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, image.height - 1))
    bottom = data.draw(st.integers(top + 1, image.height))
    found = Encoder().encode(png(image))
    whole = SixelTerminal(image.width, image.height, (1, 1)).feed(found.part())
    part = SixelTerminal(image.width, image.height, (1, 1)).feed(found.part(top, bottom))
    for y in range(image.height):
        assert part.row(y) == (whole.row(y) if top <= y < bottom else [None] * image.width)


def test_the_colours_of_areas_are_the_themes() -> None:
    image = slide(17)
    image.paste(noise(60, 20).convert("RGB"), (0, 30))
    terminal = SixelTerminal(20, 9, CELL).feed(Encoder().encode(png(image)).part())
    assert terminal.pixel(59, 0) == per_cent(INK)


def test_a_band_met_before_is_not_encoded_again_and_no_other_ground_is_taken_for_it() -> None:
    encoder = Encoder()
    first, again = encoder.encode(png(slide(5))), encoder.encode(png(slide(9)))
    assert first.palette == again.palette
    assert encoder.encode(png(slide(5, (210, 220, 255)))).palette != first.palette


def test_a_picture_without_areas_can_be_the_first() -> None:
    found = Encoder().encode(png(noise(60, 63)))
    assert None not in SixelTerminal(20, 9, CELL).feed(found.part()).row(31)


def test_many_colours_are_few_but_near() -> None:
    image = Image.linear_gradient("L").resize((60, 63)).convert("RGB")
    terminal = SixelTerminal(20, 9, CELL).feed(Encoder().encode(png(image)).part())
    for y in range(63):
        found, wanted = terminal.pixel(30, y), per_cent(image.getpixel((30, y)))
        assert found
        assert all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))


def test_a_picture_that_is_ready_is_shown_to_its_last_row(ready: Ahead) -> None:
    terminal = terminal_for(ready)
    assert not ready.surface.ready(1)
    ready.ahead(1)
    assert ready.surface.ready(1)
    assert_shows(terminal.feed(ready.surface.show(1)), slide(1))
    assert ready.surface.shown == 1


def test_however_often_slides_change_what_is_seen_is_the_last(ready: Ahead) -> None:
    terminal = terminal_for(ready)
    for key in [*range(20), 18, 3, 19, 7, 7, 0]:
        if not ready.surface.ready(key):
            ready.ahead(key)
        terminal.feed(ready.surface.show(key))
        assert_shows(terminal, slide(key))


def test_xterm_is_sent_what_changes_alone() -> None:
    ready, terminal = Ahead(xterm=True), SixelTerminal(20, 9, CELL, drops=True)
    one, other = slide(4), slide(4)
    ImageDraw.Draw(other).rectangle((30, 45, 50, 46), fill=RED)
    ready.ahead(1, one)
    ready.ahead(2, other)
    terminal.feed(ready.surface.show(1))
    before = terminal.painted
    terminal.feed(ready.surface.show(2))
    assert terminal.painted - before == 7 * 60  # the row of cells from 42 to 49
    assert_shows(terminal, other)
    assert ready.surface.show(2) == ""
    ready.surface.close()


@pytest.mark.parametrize(("foot", "mode"), [(False, 80), (True, 8452)])
def test_foot_keeps_a_picture_together_and_no_terminal_scrolls(foot: bool, mode: int) -> None:
    """Where nothing may scroll, foot scatters its parts once a pager has scrolled the screen."""
    done: Queue[Key] = Queue()
    surface = SixelSurface(AREA, done.put, foot=foot)
    surface.ahead(1, png(slide(1)))
    done.get(timeout=20)
    shown = surface.show(1)
    surface.close()
    assert re.findall(r"\x1b\[\?(\d+[hl])", shown) == [f"{mode}h", f"{mode}l"]


def test_rows_that_were_written_are_drawn_again_below_text_too(ready: Ahead) -> None:
    terminal = terminal_for(ready)
    ready.ahead(1)
    terminal.feed(ready.surface.show(1))
    terminal.write_row(8).write_row(3)
    terminal.feed(ready.surface.show(1, torn={3, 8}, over={8: [(0, 5)]}))
    assert_shows(terminal, slide(1))


def test_after_it_was_hidden_all_is_drawn_again(ready: Ahead) -> None:
    terminal = terminal_for(ready)
    ready.ahead(1)
    terminal.feed(ready.surface.show(1) + ready.surface.hide())
    for row in range(9):
        terminal.write_row(row)
    assert ready.surface.shown is None
    assert_shows(terminal.feed(ready.surface.show(1)), slide(1))


def test_in_the_end_nothing_is_left_and_all_can_be_shown_again(ready: Ahead) -> None:
    terminal = terminal_for(ready)
    ready.ahead(1)
    terminal.feed(ready.surface.show(1) + ready.surface.farewell())
    assert terminal.row(30) == [None] * 60
    assert ready.surface.ready(1)
    assert_shows(terminal.feed(ready.surface.show(1)), slide(1))


def test_another_size_needs_other_pictures(ready: Ahead) -> None:
    ready.ahead(1)
    ready.surface.show(1)
    assert ready.surface.resized(ScreenArea(10, 9, 30, 63)) == ""
    assert ready.surface.shown is None
    assert not ready.surface.ready(1)


def test_what_cannot_be_read_is_never_ready(ready: Ahead) -> None:
    ready.surface.ahead(1, b"no picture")
    assert ready.done.get(timeout=20) == 1
    assert not ready.surface.ready(1)
    ready.ahead(2)
    assert ready.surface.ready(2)


def test_few_are_kept_and_never_is_what_is_shown_dropped(ready: Ahead) -> None:
    ready.ahead(0)
    ready.surface.show(0)
    for key in range(1, 40):
        ready.ahead(key)
    kept = [key for key in range(40) if ready.surface.ready(key)]
    assert kept == [0, *range(40 - ready.surface.room, 40)]


def test_a_band_of_another_width_is_not_taken_for_one_met_before() -> None:
    encoder = Encoder()
    encoder.encode(png(Image.new("RGB", (10, 6))))
    wide = encoder.encode(png(Image.new("RGB", (15, 4))))
    assert SixelTerminal(15, 4, (1, 1)).feed(wide.part()).row(0) == [(0, 0, 0)] * 15


def test_what_is_being_encoded_is_not_encoded_again(
    ready: Ahead, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Event(), Event()
    original, encoded = Encoder.encode, []

    def encode(self: Encoder, data: bytes) -> Sixels:
        encoded.append(data)
        begun.set()
        assert may_end.wait(20)
        return original(self, data)

    monkeypatch.setattr(Encoder, "encode", encode)
    for key in (1, 1, 2):
        ready.surface.ahead(key, png(slide(key)))
        assert begun.wait(20)
    may_end.set()
    assert [ready.done.get(timeout=20) for _ in range(2)] == [1, 2]
    assert len(encoded) == 2


def test_what_is_wanted_now_does_not_wait_for_what_was_passed_by(
    ready: Ahead, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Event(), Event()
    original = Encoder.encode

    def encode(self: Encoder, data: bytes) -> Sixels:
        begun.set()
        assert may_end.wait(20)
        return original(self, data)

    monkeypatch.setattr(Encoder, "encode", encode)
    for key in range(40):
        ready.surface.ahead(key, png(slide(key)))
        assert begun.wait(20)
    may_end.set()
    assert [ready.done.get(timeout=20) for _ in range(3)] == [0, 39, 38]
