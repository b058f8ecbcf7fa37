"""What stands on the screen: cells, the picture before for a moment, or the picture."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from presenter.deck import Deck
from presenter.render.stops import PagePicture, PictureLook
from presenter.screen.picture_place import BARE_HOLD, HOLD, Shown
from presenter.screen.surfaces.surface import Key, ScreenArea
from presenter.stage.slide_pictures import SlidePictures
from presenter.typeset import Stop
from presenter.typeset.themes import find
from tests.handout.jobs import select

FIRST, SECOND = Stop(0, 0, 0), Stop(1, 0, 0)


class Renderer:
    """Has drawn what it is told."""

    def __init__(self) -> None:
        self.drawn: set[tuple[int, int]] = set()
        self.lost: set[int] = set()
        self.wanted = (0, 0)

    def use(self, deck: Deck, look: PictureLook) -> None:
        """Another deck or look."""

    def want(self, slide: int, step: int) -> None:
        self.wanted = (slide, step)

    def picture(self, slide: int, stop: Stop) -> PagePicture | None:
        there = (slide, stop.step) in self.drawn
        return PagePicture(f"{slide}.{stop.step}", b"png") if there else None

    def is_lost(self, slide: int) -> bool:
        return slide in self.lost

    def is_known(self, slide: int) -> bool:
        return True

    def stops(self, slide: int) -> tuple[Stop, ...]:
        return (FIRST, SECOND) if slide == 0 else (FIRST,)


class Surface:
    """Says what it was told, in order."""

    room = 2

    def __init__(self) -> None:
        self.has: list[Key] = []
        self.shown: Key | None = None

    def ahead(self, key: Key, png: bytes) -> str:
        self.has.append(key)
        return f"<{key}>"

    def ready(self, key: Key) -> bool:
        return key in self.has

    def show(self, key: Key, torn: Collection[int] = (), over: Collection[int] = ()) -> str:
        self.shown = key
        return f"show {key}"

    def hide(self) -> str:
        self.shown = None
        return "hide"

    def resized(self, area: ScreenArea) -> str:
        self.shown = None
        return "resized"

    def farewell(self) -> str:
        return "farewell"

    def close(self) -> None:
        """Nothing to end."""


class Stand:
    """Pictures with a renderer, a surface and a clock of their own."""

    def __init__(self) -> None:
        self.time = 0.0
        self.renderer = Renderer()
        self.surface = Surface()
        self.pictures = SlidePictures(
            self.surface,
            self.renderer,  # type: ignore[arg-type]
            lambda: self.time,
        )
        self.use()

    def use(self, name: str = "ink") -> None:
        theme = find(name)
        assert theme is not None
        deck = select("title: x\nslides: [a, b, c]").deck
        self.pictures.use(deck, PictureLook(theme, 10, 10))

    def drawn(self, slide: int, step: int) -> None:
        self.renderer.drawn.add((slide, step))

    def drawn_no_more(self) -> None:
        self.renderer.drawn.clear()


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_cells_come_at_once_and_the_picture_when_it_is_there(stand: Stand) -> None:
    assert stand.pictures.want(0, FIRST) is Shown.CELLS
    assert stand.pictures.send() == ""
    stand.drawn(0, 0)
    assert stand.pictures.is_news
    assert stand.pictures.send() == "<0.0>"
    assert stand.pictures.want(0, FIRST) is Shown.PICTURE
    assert stand.pictures.is_news
    assert stand.pictures.show((), {}) == "show 0.0"
    assert not stand.pictures.is_news


def test_a_picture_that_is_being_encoded_is_no_news(stand: Stand) -> None:
    """A frame would show the same again."""
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.surface.has.clear()
    assert not stand.pictures.is_news
    stand.surface.has.append("0.0")
    assert stand.pictures.is_news


def test_what_was_dropped_before_its_frame_is_sent_again_in_it(stand: Stand) -> None:
    """An old kitty drops all that is nowhere shown when others are sent ahead."""
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    assert stand.pictures.want(0, FIRST) is Shown.PICTURE
    stand.surface.has.clear()
    assert stand.pictures.show((), {}) == "<0.0>show 0.0"


def test_the_picture_before_stays_a_moment_and_then_come_cells(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.pictures.show((), {})
    assert stand.pictures.want(0, SECOND) is Shown.HELD
    assert stand.renderer.wanted == (0, 1)
    assert stand.pictures.show((), {}) == "show 0.0"
    stand.time += HOLD / 2
    assert stand.pictures.want(0, SECOND) is Shown.HELD
    stand.time += HOLD / 2
    assert stand.pictures.want(0, SECOND) is Shown.CELLS
    assert stand.pictures.hide() == "hide"
    stand.drawn(0, 1)
    stand.pictures.send()
    assert stand.pictures.want(0, SECOND) is Shown.PICTURE


def test_the_same_slide_in_another_look_is_waited_for_longer(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.pictures.show((), {})
    stand.drawn_no_more()
    stand.time += 1
    stand.use()
    stand.time += 2 * HOLD
    assert stand.pictures.want(0, FIRST) is Shown.HELD
    stand.pictures.want(1, FIRST)
    stand.time += 2 * HOLD
    assert stand.pictures.want(1, FIRST) is Shown.CELLS


def test_nothing_stays_below_a_picture_where_it_would_be_seen(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.pictures.want(0, FIRST)
    stand.pictures.show((), {})
    assert stand.pictures.stays_below
    stand.drawn_no_more()
    stand.use("paper")
    assert stand.pictures.want(0, FIRST) is Shown.HELD
    assert stand.pictures.stays_below  # nothing is painted yet
    stand.drawn(0, 0)
    assert stand.pictures.want(0, FIRST) is Shown.PICTURE
    assert not stand.pictures.stays_below
    stand.pictures.want(0, FIRST)
    assert not stand.pictures.stays_below
    stand.pictures.hide()
    assert stand.pictures.stays_below


def test_where_a_resize_takes_the_picture_cells_wait_for_the_next_a_while(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.pictures.show((), {})
    stand.drawn_no_more()
    for height in (20, 30):
        assert stand.pictures.resized(ScreenArea(10, 10, 10, height)) == "resized"
        stand.use()
        assert stand.pictures.want(0, FIRST) is Shown.HELD
        assert not stand.pictures.stays_below
        assert stand.pictures.show((), {}) == ""
    stand.time += BARE_HOLD
    assert stand.pictures.want(0, FIRST) is Shown.CELLS
    stand.pictures.resized(ScreenArea(10, 10, 10, 40))
    stand.use()
    assert stand.pictures.want(0, FIRST) is Shown.CELLS


def test_what_was_sent_ahead_is_shown_at_once(stand: Stand) -> None:
    for place in ((0, 0), (0, 1), (1, 0), (2, 0)):
        stand.drawn(*place)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    sent = [stand.pictures.send_ahead() for _ in range(4)]
    assert sent == ["<0.1>", "", "", ""]
    assert stand.pictures.want(0, SECOND) is Shown.PICTURE


def test_what_is_near_is_drawn_when_a_key_is_answered(stand: Stand) -> None:
    stand.pictures.want(0, FIRST)
    stand.drawn(0, 1)
    stand.pictures.want(0, SECOND)
    assert stand.renderer.wanted == (0, 0)
    stand.pictures.send_ahead()
    assert stand.renderer.wanted == (0, 1)
    stand.pictures.want(1, FIRST)  # not drawn: it is waited for
    assert stand.renderer.wanted == (1, 0)


def test_nothing_is_sent_past_what_is_not_drawn(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.drawn(1, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    assert stand.pictures.send_ahead() == ""


def test_a_slide_that_cannot_be_drawn_is_cells_at_once(stand: Stand) -> None:
    stand.drawn(0, 0)
    stand.pictures.want(0, FIRST)
    stand.pictures.send()
    stand.pictures.show((), {})
    stand.renderer.lost.add(1)
    assert stand.pictures.want(1, FIRST) is Shown.CELLS
    assert stand.pictures.stops_of(1) == ()
    assert stand.pictures.stops_of(0) == (FIRST, SECOND)
