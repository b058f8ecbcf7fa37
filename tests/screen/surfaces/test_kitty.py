"""Whole pictures by kitty's protocol, as a terminal that understands it holds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.surfaces.kitty import FIRST_ID, LEAST_IDS, MOST_IDS, KittyMemory, KittySurface
from presenter.screen.surfaces.surface import ScreenArea
from tests.screen.surfaces.kitty_terminal import KittyTerminal, OldKitty, Placement

AREA = ScreenArea(136, 39, 1224, 741)
LARGE = ScreenArea(240, 67, 3840, 2160)


def png(key: int, size: tuple[int, int] = (1224, 741)) -> bytes:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + b"".join(side.to_bytes(4, "big") for side in size)
    return header + bytes([key % 256]) * (5000 + key)


def test_a_picture_sent_ahead_is_shown_by_one_short_command() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    assert not surface.ready(1)
    terminal.feed(surface.ahead(1, png(1)))
    assert terminal.shown is None
    assert surface.ready(1)
    flip = surface.show(1)
    assert len(flip) < 100
    assert terminal.feed(flip).shown == png(1)
    assert surface.shown == 1
    assert terminal.placements[FIRST_ID, 1] == Placement(0, 0, 136, 39)


def test_the_next_picture_is_there_before_the_last_one_goes() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    for key in range(40):
        terminal.feed(surface.ahead(key, png(key)) + surface.show(key))
        assert terminal.shown == png(key)
    assert terminal.blanks == 0
    assert len(terminal.images) == MOST_IDS


def test_what_a_talk_that_was_killed_has_left_goes() -> None:
    terminal = KittyTerminal()
    killed, surface = KittySurface(AREA), KittySurface(AREA)
    for key in range(MOST_IDS // 2):
        terminal.feed(killed.ahead(key, png(key)) + killed.show(key))
    terminal.feed(surface.ahead(50, png(50)) + surface.show(50))
    assert terminal.shown == png(50)
    assert len(terminal.images) <= MOST_IDS


def test_a_picture_that_the_terminal_has_is_not_sent_again() -> None:
    surface = KittySurface(AREA)
    assert surface.ahead(1, png(1))
    assert surface.ahead(1, png(1)) == ""


def test_what_was_wanted_longest_ago_makes_room() -> None:
    surface = KittySurface(AREA)
    for key in range(MOST_IDS):
        surface.ahead(key, png(key))
    surface.show(0)
    assert surface.ready(1)
    surface.ahead(99, png(99))
    surface.ahead(98, png(98))
    gone = [key for key in range(MOST_IDS) if not surface.ready(key)]
    assert gone == [2, 3]  # 0 is shown, and 1 was asked for again


def test_however_many_are_sent_an_old_kitty_loses_none() -> None:
    memory = KittyMemory()
    memory.is_old = True
    surface, terminal = KittySurface(AREA, memory=memory), OldKitty(40 * len(png(0)))
    for key in range(200):
        terminal.feed(surface.ahead(key, png(key)) + surface.show(key))
        assert terminal.shown == png(key)
        for each in range(key + 1, key + 6):
            terminal.feed(surface.ahead(each, png(each)))
            assert terminal.shown == png(key)
    assert terminal.blanks == 0
    terminal.feed(surface.hide())
    assert terminal.shown is None
    terminal.feed(surface.show(204))
    assert terminal.shown == png(204)
    assert len(terminal.images) <= MOST_IDS
    assert not terminal.feed(surface.farewell()).images


def test_few_large_pictures_are_kept() -> None:
    surface, terminal = KittySurface(LARGE), KittyTerminal()
    assert surface.room == LEAST_IDS - 1
    for key in range(9):
        terminal.feed(surface.ahead(key, png(key)))
    assert len(terminal.images) == LEAST_IDS


def test_hidden_pictures_are_still_there() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    terminal.feed(surface.ahead(1, png(1)) + surface.show(1) + surface.hide())
    assert terminal.shown is surface.shown is None
    assert surface.hide() == ""
    assert terminal.feed(surface.show(1)).shown == png(1)


def test_another_size_scales_what_is_shown_and_drops_the_rest() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    for key in range(5):
        terminal.feed(surface.ahead(key, png(key)))
    terminal.feed(surface.show(3) + surface.resized(ScreenArea(80, 24, 720, 456, 4, 2)))
    assert terminal.images == {FIRST_ID + 3: png(3)}
    assert terminal.placements[FIRST_ID + 3, 1][:4] == (4, 2, 80, 24)
    assert surface.ready(3)
    assert not surface.ready(2)


def test_cells_that_text_is_over_are_left_out() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    terminal.feed(surface.ahead(1, png(1)) + surface.show(1, over={38: [(0, 20)]}))
    assert list(terminal.placements.values()) == [
        Placement(0, 0, 136, 38, (0, 0, 1224, 722)),
        Placement(20, 38, 116, 1, (180, 722, 1044, 19)),
    ]
    whole = [(0, 136)]
    terminal.feed(surface.show(1, over={38: whole}))
    bottom = Placement(0, 0, 136, 38, (0, 0, 1224, 722))
    assert terminal.placements == {(FIRST_ID, 1): bottom}
    terminal.feed(surface.show(1, over={0: whole, 20: whole}))
    assert [(each.y, each.rows, each.part[1::2]) for each in terminal.placements.values()] == [
        (1, 19, (19, 361)),
        (21, 18, (399, 342)),
    ]
    terminal.feed(surface.ahead(2, png(2)) + surface.show(2))
    assert terminal.placements == {(FIRST_ID + 1, 1): Placement(0, 0, 136, 39)}
    terminal.feed(surface.show(2, over=dict.fromkeys(range(39), whole)) + surface.hide())
    assert not terminal.placements
    terminal.feed(surface.show(1))
    assert list(terminal.placements) == [(FIRST_ID, 1)]


def test_what_is_scaled_is_cut_by_its_own_pixels() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    terminal.feed(surface.ahead(1, png(1)) + surface.show(1))
    terminal.feed(
        surface.resized(ScreenArea(80, 20, 720, 380)) + surface.show(1, over={19: [(0, 80)]})
    )
    assert terminal.placements[FIRST_ID, 1].part == (0, 0, 1224, 703)


def test_nothing_is_left_in_the_end_and_all_can_begin_again() -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    for _ in range(2):
        for key in range(3):
            terminal.feed(surface.ahead(key, png(key)))
        terminal.feed(surface.show(1))
        assert terminal.shown == png(1)
        terminal.feed(surface.farewell())
        assert not terminal.images
        assert not terminal.placements
        assert not surface.ready(1)


@given(st.lists(st.tuples(st.sampled_from("asohrf"), st.integers(0, 18)), max_size=60))
def test_whatever_is_done_the_terminal_shows_what_the_surface_says(
    doings: list[tuple[str, int]],
) -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    for what, key in doings:
        if what == "a":
            terminal.feed(surface.ahead(key, png(key)))
        elif what == "s" and surface.ready(key):
            terminal.feed(surface.show(key))
        elif what == "o" and surface.ready(key):
            terminal.feed(surface.show(key, over={key: [(0, key)], 2 * key: [(3, 136)]}))
        elif what == "h":
            terminal.feed(surface.hide())
        elif what == "r":
            terminal.feed(surface.resized(LARGE if key % 2 else AREA))
        elif what == "f":
            terminal.feed(surface.farewell())
        shown = surface.shown
        assert terminal.shown == (None if shown is None else png(int(str(shown))))
        assert len(terminal.images) <= MOST_IDS


@pytest.mark.parametrize("size", [1, 3072, 3073, 100_000])
def test_pictures_of_any_size_arrive(size: int) -> None:
    surface, terminal = KittySurface(AREA), KittyTerminal()
    terminal.feed(surface.ahead(1, b"p" * size))
    assert terminal.images == {FIRST_ID: b"p" * size}
    assert terminal.feed(surface.show(1)).shown


def test_a_part_of_the_screen_may_be_the_place() -> None:
    surface, terminal = KittySurface(ScreenArea(40, 10, 360, 190, 2, 3)), KittyTerminal()
    terminal.feed(surface.ahead(1, png(1, (360, 190))) + surface.show(1))
    assert terminal.placements[FIRST_ID, 1] == Placement(2, 3, 40, 10)
    terminal.feed(surface.show(1, over={9: [(0, 136)]}))
    assert terminal.placements[FIRST_ID, 1] == Placement(2, 3, 40, 9, (0, 0, 360, 171))
