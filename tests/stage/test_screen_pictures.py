"""The screen as a place for pictures, with Typst and kitty's commands, without a terminal."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from presenter.render.pictures import DeckPictures
from presenter.screen.surfaces.capabilities import Capabilities
from presenter.stage import screen_pictures
from presenter.stage.picture_terminal import PictureTerminal
from presenter.typeset import Stop
from tests.full_disk import full_disk
from tests.handout.jobs import select
from tests.stage.picture_stand import DEADLINE, Stand


def test_nothing_is_sent_while_the_terminal_is_anothers_and_all_afterwards(stand: Stand) -> None:
    stand.until(stand.placed)
    stand.pictures.farewell()
    stand.written = ""
    stand.paint()
    assert stand.written == ""
    stand.pictures.taken_again()
    assert stand.placed()
    assert set(stand.placed()) <= set(stand.sent())


def test_nothing_is_sent_ahead_of_what_a_slow_terminal_has_not_taken(stand: Stand) -> None:
    stand.idle = False
    stand.until(stand.placed)
    shown = len(stand.sent())
    looks = iter(range(200))
    stand.until(lambda: next(looks, None) is None)
    assert len(stand.sent()) == shown
    stand.idle = True
    stand.until(lambda: len(stand.sent()) > shown)


def test_stops_stay_as_the_talk_knows_them_until_it_is_told(stand: Stand) -> None:
    assert stand.pictures.stops_of(0) == (Stop(0, 0, 0),)
    stand.until(lambda: stand.changes > 1)
    stops = stand.pictures.stops_of(0)
    assert len(stops) > 1
    stand.at = (0, stops[-1])
    go_on = Event()
    draw = DeckPictures.draw

    def held(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        go_on.wait(DEADLINE)
        return draw(pictures, slide, step)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DeckPictures, "draw", held)
        stand.use("paper")
        assert stand.pictures.stops_of(0) == stops
        go_on.set()
        stand.until(lambda: not stand.pictures.stops_of(0) or stand.placed())
    assert len(stand.pictures.stops_of(0)) > 1


def test_a_shorter_deck_behind_a_blank_screen_harms_nothing(stand: Stand) -> None:
    stand.at = (2, Stop(0, 0, 0))
    stand.pictures.stops_of(2)
    stand.paint()
    stand.until(stand.placed)
    stand.pictures.cells()
    stand.use(deck=select("title: 图\nslides: [唯一]").deck)
    sent = len(stand.sent())
    stand.until(lambda: len(stand.sent()) > sent)


def test_the_windows_edges_change_with_the_picture(kitty: None) -> None:
    stand = Stand(begins=False)
    stand.pictures.begin(lambda _question, _listen: None)
    stand.until(stand.placed)
    assert "]11;" in stand.written
    stand.written = ""
    stand.use("paper")
    stand.paint()
    assert "]11;" not in stand.written
    stand.until(lambda: "]11;" in stand.written)
    assert stand.placed()
    stand.pictures.close()


def test_where_each_step_is_seen_nothing_is_blanked_nor_painted_anew_for_an_overview(
    kitty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """xterm shows the blanks before the picture is there, and paints all for another edge."""
    xterm = Capabilities("kitty", "XTerm(379)")
    monkeypatch.setattr(PictureTerminal, "capabilities", property(lambda _self: xterm))
    stand = Stand()
    stand.until(stand.placed)
    page = stand.pictures.page(*stand.at, 80, 24)
    assert page is not None
    assert {(run.text, run.width) for line in page.lines for run in line} == {("", 80)}
    stand.written = ""
    assert stand.pictures.overview() is not None
    stand.pictures.cover((), {})
    assert "]11;" not in stand.written
    stand.pictures.close()


def test_the_key_says_why_there_are_no_pictures(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.until(stand.placed)
    assert not stand.pictures.toggle()
    assert not stand.pictures.wanted
    monkeypatch.setattr(screen_pictures, "is_installed", lambda: False)
    for _ in range(2):
        assert not stand.pictures.toggle()
        assert stand.pictures.wanted
        assert stand.pictures.lacks_typst


def test_that_nothing_can_be_drawn_is_told_once(
    kitty: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with full_disk(0):
        stand = Stand()
        stand.until(lambda: stand.failures)
    looks = iter(range(20))
    stand.until(lambda: next(looks, None) is None)
    assert len(stand.failures) == 1
    assert stand.pictures.drawing.has_failed
    assert not stand.placed()
    stand.pictures.close()
