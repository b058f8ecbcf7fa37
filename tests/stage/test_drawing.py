"""When slides are drawn, and what waits for the first of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from presenter.render.first_pictures import kept_first
from presenter.render.pictures import DeckPictures
from presenter.typeset import Stop
from tests.stage.picture_stand import Stand


def test_the_first_frame_shows_the_picture_of_the_last_start(stand: Stand, tmp_path: Path) -> None:
    stand.at = (1, Stop(0, 0, 0))
    stand.pictures.close()
    earlier, later = Stand(begins=False), Stand(begins=False)
    earlier.at = later.at = stand.at
    try:
        earlier.paint()
        assert earlier.written == ""  # the picture that was kept may be of another place
        earlier.begin()
        earlier.until(earlier.placed)
        assert earlier.pictures._on_terminal.area is not None
        look = earlier.pictures._look_in(earlier.pictures._on_terminal.area)
        earlier.until(lambda: kept_first(earlier.deck, look, 1, 0))
        earlier.pictures.close()
        later.paint()
        assert len(later.sent()) == 1
        assert later.placed() == later.sent()
        later.begin()
        later.until(lambda: len(later.sent()) > 2)
        assert len(set(later.placed())) == 1
    finally:
        earlier.pictures.close()
        later.pictures.close()


def test_the_first_picture_is_drawn_and_shown_before_the_app_begins(kitty: None) -> None:
    stand = Stand(begins=False)
    stand.paint()
    assert stand.written == ""
    stand.pictures.draw_first()
    stand.until(stand.placed)
    assert stand.changes  # where slides go on is another matter now
    before = stand.placed()
    stand.begin()
    stand.until(lambda: len(stand.sent()) > 2)
    assert set(stand.placed()) == set(before)
    stand.pictures.close()


def test_pictures_are_kept_while_cells_are_shown(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.until(lambda: len(stand.sent()) > 5)  # four pages, two more slides
    stand.pictures.toggle()
    drawn: list[int] = []
    draw = DeckPictures.draw

    def counted(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        drawn.append(slide)
        return draw(pictures, slide, step)

    monkeypatch.setattr(DeckPictures, "draw", counted)
    stand.written = ""
    stand.pictures.toggle()
    stand.until(lambda: len(stand.sent()) > 5)
    assert drawn == []


def test_other_work_waits_for_the_first_picture(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, timers = list[str](), list[Callable[[], object]]()
    monkeypatch.setattr(
        stand.pictures.drawing._first, "_later", lambda _seconds, then: timers.append(then)
    )
    stand.pictures.drawing.after_first(lambda: done.append("after the picture"))
    assert not done
    stand.until(lambda: done)
    assert stand.placed()
    stand.pictures.drawing.after_first(lambda: done.append("at once"))
    for timer in timers:
        timer()
    assert done == ["after the picture", "at once"]


def test_nothing_waits_where_there_are_cells_or_a_picture_never_comes(kitty: None) -> None:
    stand, done = Stand(begins=False), list[str]()
    stand.pictures.drawing.after_first(lambda: done.append("cells"))
    assert done == ["cells"]
    stand.begin()
    stand.pictures.drawing.after_first(lambda: done.append("too long"))
    assert done == ["cells"]
    stand.pictures.drawing._first.shown()
    assert done == ["cells", "too long"]
    stand.pictures.close()
